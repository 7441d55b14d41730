/** Runs an encoding job in a process of its own. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Stills, as pictures' files, over which the camera moves one after the other. */
export type Moving = {
  stills: string[]
  width: number
  height: number
  /** Pictures a second. */
  rate: number
  seconds: number
}

export type EncodeJob = {
  out: string
  /** A file of interleaved 16-bit stereo samples; `rate` in samples a second. */
  sound: { samples: string; rate: number }
  picture?: Moving
}

export const soundRate = 44_100

const encoder = fileURLToPath(new URL('./encode.ts', import.meta.url))
const project = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/**
 * @param samples interleaved stereo at 44.1 kHz
 * @param stills JPEGs; with them the result is an MP4 (H.264, AAC), without an MP3
 * @throws with what the encoder printed
 */
export async function encode({
  samples,
  stills,
  seconds,
}: {
  samples: Int16Array
  stills?: Buffer[]
  seconds: number
}): Promise<Buffer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'demo-media-'))
  try {
    const files = (stills ?? []).map((_, index) => path.join(folder, `still-${index}.jpg`))
    await Promise.all(files.map((file, index) => writeFile(file, stills![index]!)))
    const sound = path.join(folder, 'samples')
    await writeFile(sound, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength))
    const out = path.join(folder, stills ? 'out.mp4' : 'out.mp3')
    const job: EncodeJob = {
      out,
      sound: { samples: sound, rate: soundRate },
      ...(stills
        ? { picture: { stills: files, width: 1280, height: 720, rate: 15, seconds } }
        : {}),
    }
    const order = path.join(folder, 'job.json')
    await writeFile(order, JSON.stringify(job))
    await run(process.execPath, ['--import', 'tsx', encoder, order], {
      cwd: project,
      maxBuffer: 1024 ** 2,
      timeout: 180_000,
    })
    return await readFile(out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
