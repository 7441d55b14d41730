import { setTimeout as wait } from 'node:timers/promises'
import { isEntryKind } from '../../../../src/domain/kinds.ts'
import { ownFieldsOf } from '../../../../src/domain/participation/own-fields.ts'
import type { MadeFile, MakeFile } from '../../make-file.ts'
import type { WorkerWork } from '../../participants/works.ts'
import type { Ask } from './door.ts'

type Asked = {
  ask: Ask
  works: readonly WorkerWork[]
  make: MakeFile
  units: ReadonlyMap<string, number>
  trackOf: (work: WorkerWork) => string
}

/** A work with the name that `/v1` knows it by. */
export type Begun = { work: WorkerWork; id: string; added: boolean }

/**
 * One worker's drafts with their files, as telephones bring them in: upload, wait until the file was
 * looked at, then write the draft. What is there already, by its title, stays as it is; who has as many
 * works as the plan has may have named them otherwise since, and gets no more.
 */
export async function beginWorks({ ask, works, make, units, trackOf }: Asked): Promise<Begun[]> {
  const { body: own } = await ask('GET', '/me/entries?limit=100')
  const known = new Map<string, string>(own.data.map((card: any) => [card.title, card.id]))
  const begun: Begun[] = []
  for (const work of works) {
    const title = work.fields.title
    const there = known.get(title)
    if (there) begun.push({ work, id: there, added: false })
    if (there || known.size >= works.length) continue
    const fields: Record<string, unknown> = { ...work.fields }
    for (const { field, make: making } of work.files) {
      const upload = await sendFile(ask, `${work.key}-${field}`, await make(making))
      const shape = isEntryKind(work.kind) ? ownFieldsOf(work.kind)[field] : undefined
      if (shape === 'files') fields[field] = [...((fields[field] as []) ?? []), { upload }]
      else fields[field] = { upload }
    }
    const place = { kind: work.kind, track: trackOf(work), unit: units.get(work.unit)! }
    const { body } = await ask('POST', '/me/entries', { body: { ...place, ...fields } })
    begun.push({ work, id: body.id, added: true })
  }
  return begun
}

const chunk = 2 ** 20
const tus = { 'tus-resumable': '1.0.0' }

/** Sends a file by tus and waits until it may be used. */
async function sendFile(ask: Ask, stem: string, made: MadeFile): Promise<string> {
  const { data, extension, mimeType } = made
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const about = `filename ${base64(`demo-${stem}.${extension}`)},filetype ${base64(mimeType)}`
  const { headers } = await ask('POST', '/uploads', {
    headers: { ...tus, 'upload-length': String(data.length), 'upload-metadata': about },
  })
  const upload = headers.get('location')!.split('/').at(-1)!
  for (let at = 0; at < data.length; at += chunk) {
    await ask('PATCH', `/uploads/${upload}`, {
      bytes: data.subarray(at, at + chunk),
      headers: {
        ...{ ...tus, 'upload-offset': String(at) },
        'content-type': 'application/offset+octet-stream',
      },
    })
  }
  await until(`the upload ${stem}`, async () => {
    const { body } = await ask('GET', `/uploads/${upload}`)
    if (body.state === 'refused') throw new Error(`${stem}: ${JSON.stringify(body.problem)}`)
    return body.state === 'ready'
  })
  return upload
}

/** Waits until all files of a work were made ready for the public. */
export async function filesReady(ask: Ask, { id, work }: Begun): Promise<void> {
  const fields = work.files.map(({ field }) => field)
  await until(`the files of ${work.key}`, async () => {
    const { body } = await ask('GET', `/me/entries/${id}`)
    const files = fields.flatMap((field) => body[field] ?? [])
    return files.every(({ state }: { state: string }) => state !== 'waiting')
  })
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 300_000; !(await isSo()); await wait(200)) {
    if (Date.now() > deadline) throw new Error(`Waited too long for ${what}`)
  }
}
