/**
 * `npm run bench [-- --only staff|flow|delivery|upload|likeness|judging|marks|certificates|voting|pipeline|sealing|start] [--case TEXT]`: prints one line of JSON a figure on
 * standard output, what it is doing and a summary on standard error. Ends with 0 when every
 * benchmark could run, whether or not its figures reach what was asked for.
 */
import { parseArgs } from 'node:util'
import { certificates } from './certificates.ts'
import { delivery } from './delivery.ts'
import { flow } from './flow.ts'
import { openGround, type Ground } from './ground.ts'
import { judging } from './judging.ts'
import { judgingMarks } from './judging-marks.ts'
import { likeness } from './likeness.ts'
import type { Line } from './line.ts'
import { pipeline } from './pipeline.ts'
import { sealing } from './sealing.ts'
import { staff } from './staff.ts'
import { start } from './start.ts'
import { upload } from './upload.ts'
import { voting } from './voting.ts'

// Some of what is awaited below holds no handle: without one Node would leave in the middle.
setInterval(() => undefined, 60_000)
const { values } = parseArgs({ options: { only: { type: 'string' }, case: { type: 'string' } } })
const benches = {
  staff: onGround(staff),
  flow: onGround(flow),
  delivery: onGround(delivery),
  upload: onGround(upload),
  voting: onGround(voting),
  likeness: onGround(likeness),
  judging,
  marks: onGround(judgingMarks),
  certificates,
  pipeline,
  sealing: onGround(sealing),
  start,
}
const names = Object.keys(benches) as (keyof typeof benches)[]
const chosen = names.filter((name) => !values.only || name === values.only)
if (chosen.length === 0) {
  say(`--only is one of ${names.join(', ')}`)
  process.exit(1)
}
const lines: Line[] = []
let openedGround: Promise<Ground> | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The database has a process group of its own: nobody else ends it.
  process.once(signal, () => {
    say(`Stopped by ${signal}`)
    void stopGround().finally(() => process.exit(130))
  })
}
let failures = 0
for (const name of chosen) {
  say(`· ${name}`)
  try {
    lines.push(...(await benches[name](values.case)))
  } catch (error) {
    failures += 1
    say(`${name} could not run: ${error instanceof Error ? error.stack : String(error)}`)
  }
}
await stopGround()
summarise()
process.exit(failures === 0 ? 0 : 1)

// One for all benchmarks of a run: the configuration, once imported, keeps to its first database.
function onGround(bench: (ground: Ground, only?: string) => Promise<Line[]>) {
  return async (only?: string): Promise<Line[]> => {
    openedGround ??= openGround()
    return bench(await openedGround, only)
  }
}

async function stopGround(): Promise<void> {
  await (await openedGround)?.stop()
}

function summarise(): void {
  const missed = lines.filter(({ ok }) => !ok)
  const asked = lines.filter(({ want }) => want !== null)
  say(`\n${lines.length} figures, ${asked.length} with a bound, ${missed.length} missed:`)
  for (const line of missed) {
    say(
      `  ${line.bench} / ${line.case}: ${line.ours} against ${line.peer} ${line.unit}, ` +
        `ratio ${line.ratio}, wanted ${line.want}`,
    )
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
