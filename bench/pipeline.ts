import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Made, Outcome } from '../src/domain/media/made.ts'
import { loudness, soundBitRate, soundSampleRate } from '../src/domain/media/renditions.ts'
import { openSandbox } from '../src/plugins/media-pipeline/sandbox.ts'
import { film } from '../tests/harness/films.ts'
import { median, report, type Line } from './line.ts'

const run = promisify(execFile)
const seconds = 20
const rounds = 3
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * A film of 1080p made ready for the public (two sizes, sound, poster, prints) in the child process of
 * the pipeline, beside the system's `ffmpeg` with the same filters and encoders, reading and writing the
 * same; in seconds a minute of film. Without `ffmpeg` on the PATH there is nothing to compare with.
 */
export async function pipeline(): Promise<Line[]> {
  const version = await run('ffmpeg', ['-version']).catch(() => null)
  if (!version) {
    process.stderr.write(
      '  no ffmpeg on the PATH (apt-get install ffmpeg): nothing to compare with\n',
    )
    return []
  }
  const home = mkdtempSync(path.join(os.tmpdir(), 'bench-pipeline-'))
  const sandbox = openSandbox(quiet)
  try {
    const source = path.join(home, 'source.mp4')
    const noise = 'noise=alls=8:allf=t'
    const shot = { width: 1920, height: 1080, rate: 30, seconds, filters: noise }
    writeFileSync(source, await film(shot))
    await sandbox.run({ task: 'examine', input: { path: source, claimed: null } })
    const [ours, peer]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      const folder = path.join(home, `${round}`)
      mkdirSync(folder)
      const both = [
        async () => ours.push(await timed(() => made(sandbox, source, folder))),
        async () => peer.push(await timed(() => run('ffmpeg', plainly(source, folder)))),
      ]
      for (const one of round % 2 === 0 ? both : both.reverse()) await one()
    }
    const a = (times: number[]) => (median(times) * 60) / seconds
    return [
      report({
        ...{
          bench: 'pipeline',
          case: 'a minute of 1080p made ready; peer: ffmpeg, same arguments',
        },
        ...{ ours: a(ours), peer: a(peer), unit: 's', want: 1.15 },
      }),
    ]
  } finally {
    await sandbox.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function made(sandbox: ReturnType<typeof openSandbox>, source: string, folder: string) {
  const outcome = await sandbox.run<Outcome<Made>>({
    task: 'film',
    input: { path: source, mimeType: 'video/mp4', folder },
    limits: { seconds: 1_800, megabytes: 4_096 },
  })
  if ('refusal' in outcome) throw new Error(outcome.refusal.words.en)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

// What src/media-work asks of the libraries, as the command line says it.
function plainly(source: string, folder: string): string[] {
  const { integrated, truePeak, range } = loudness
  const filters = [
    '[0:v]scale=1920:1080:flags=bicubic,setsar=1,format=yuv420p,split[large][rest]',
    '[rest]scale=1280:720:flags=bicubic[small]',
    `[0:a]loudnorm=I=${integrated}:TP=${truePeak}:LRA=${range},aresample=${soundSampleRate},aformat=sample_fmts=fltp:channel_layouts=stereo,asplit[one][two]`,
  ]
  const out = (picture: string, sound: string, name: string) => [
    ...['-map', picture, '-map', sound, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23'],
    ...['-g', '60', '-threads', '2', '-c:a', 'aac', '-b:a', String(soundBitRate)],
    ...['-movflags', '+faststart', path.join(folder, name)],
  ]
  return [
    ...['-v', 'error', '-y', '-threads', '2', '-i', source, '-filter_complex', filters.join(';')],
    ...out('[large]', '[one]', 'plain-1080p.mp4'),
    ...out('[small]', '[two]', 'plain-720p.mp4'),
  ]
}
