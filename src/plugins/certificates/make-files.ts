import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { readBatch, unmadeOf, writeMade } from '../../database/certificates/batches.ts'
import { oneCertificate } from '../../database/certificates/rows.ts'
import { noteCertificate } from '../../database/certificates/write.ts'
import { mediaFiles } from '../../database/files/media-files.ts'
import type { FileStore } from '../../database/files/store.ts'
import { runIn } from '../../database/run-in.ts'
import { fillTemplate } from '../../domain/results/certificates.ts'
import { JobRefused, type JobGiven } from '../../hooks/job-handlers.ts'
import { valuesOf } from './check-sheets.ts'
import { addressOf } from './address.ts'
import { drawCertificate } from './draw/draw.ts'
import { tellIssued } from './tell.ts'

/**
 * Makes the files of a batch, one after the other, each written down as soon as it is stored: whoever
 * starts again after a crash goes on where it ended. Other work gets its turn between two pages.
 */
export async function makeFiles(
  given: JobGiven<{ batch: number; tellsNobody?: boolean }>,
): Promise<void> {
  const { payload, data, progress, signal } = given
  const run = runIn({ payload } as Parameters<typeof runIn>[0])
  const batch = await readBatch(run, data.batch)
  if (!batch) return
  const files = await mediaFiles()
  const seal = batch.seal === null ? null : await sealOf(files, batch.seal)
  const numbers = await unmadeOf(run, batch.id)
  const { orientation } = batch.template
  for (const [index, number] of numbers.entries()) {
    signal.throwIfAborted()
    const one = await oneCertificate(run, number)
    if (!one || one.madeAt || one.revokedAt) continue
    const { track, campaign, day } = one
    const values = valuesOf({ ...one, level: one.levelZh }, { track, campaign, date: day })
    const madeAt = new Date()
    const pdf = await drawCertificate({
      texts: fillTemplate(batch.template, values),
      ...{ orientation, number, seal, madeAt, address: addressOf(number) },
    })
    await files.put(one.fileName, pdf, { type: 'application/pdf', signal })
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    await writeMade(run, { number, sha256, bytes: pdf.length, at: madeAt })
    await progress((index + 1) / numbers.length)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await given.finish(async (req) => {
    const detail = { batch: batch.id, files: numbers.length }
    await noteCertificate(runIn(req), { result: batch.result, by: null, action: 'made', detail })
    if (!data.tellsNobody) await tellIssued(req, batch.id)
  })
}

/**
 * A seal as pdfkit reads it: a small PNG of eight bits, with what is transparent.
 *
 * @throws JobRefused when its file is gone or no picture
 */
export async function sealOf(files: FileStore, name: string): Promise<Buffer> {
  const found = await files.read(name)
  if (!found) throw noSeal()
  const chunks: Buffer[] = []
  for await (const chunk of found.stream) chunks.push(chunk as Buffer)
  try {
    return await sharp(Buffer.concat(chunks), { limitInputPixels: 80e6 })
      .resize(420, 420, { fit: 'inside', withoutEnlargement: true })
      .png({ palette: false, progressive: false })
      .toBuffer()
  } catch {
    throw noSeal()
  }
}

function noSeal() {
  const words = { zh: '模板的印章图片读不到', en: 'The seal of the template cannot be read' }
  return new JobRefused(words, 'seal-unreadable')
}
