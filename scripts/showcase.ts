/**
 * `npm run showcase:rebuild` makes what the public sees anew from what is published; `npm run
 * showcase:verify` compares the two and ends with 1 when they differ. Both beside a running system.
 */
import { createProgress } from '../seed/demo/progress.ts'
import { createLog } from '../src/door/log.ts'
import { EnvironmentError } from '../src/environment.ts'
import { FolderInUse } from '../src/start/instance.ts'
import { closePayload, openPayload } from '../src/start/open-payload.ts'
import { withDatabase } from '../src/start/with-database.ts'
import type { Payload } from 'payload'

// Payload asks one connection several things at once inside a transaction; see seed/demo/run.ts.
process.noDeprecation = true

const shownAtMost = 50

const commands: Record<string, (payload: Payload) => Promise<void>> = { rebuild, verify }

const command = commands[process.argv[2] ?? '']
if (!command) {
  console.error('node scripts/showcase.ts rebuild | verify')
  process.exit(1)
}
try {
  await withDatabase(async () => {
    const { payload } = await openPayload(createLog('error', process.stderr))
    try {
      await command(payload)
    } finally {
      await closePayload(payload)
    }
  }, `showcase:${process.argv[2]}`)
} catch (error) {
  if (!(error instanceof EnvironmentError || error instanceof FolderInUse)) throw error
  console.error(error.message)
  process.exitCode = 1
}
process.exit()

async function rebuild(payload: Payload): Promise<void> {
  const { countPublished, rebuildShowcase } = await import('../src/database/showcase/rebuild.ts')
  const total = await countPublished(payload)
  const progress = createProgress({ total })
  const changed = await rebuildShowcase(payload, {
    onBatch: (kind, entries) => progress.step(kind, entries),
  })
  progress.end()
  console.log(
    `公开展示数据已重建：共 ${total} 件作品，改动 ${changed} 处。\nThe public's data is rebuilt: ${total} entries, ${changed} row(s) changed.`,
  )
}

async function verify(payload: Payload): Promise<void> {
  const { countPublished } = await import('../src/database/showcase/rebuild.ts')
  const { verifyShowcase } = await import('../src/database/showcase/verify.ts')
  const total = await countPublished(payload)
  const progress = createProgress({ total })
  const drifts = await verifyShowcase(payload, { onBatch: (entries) => progress.step('', entries) })
  progress.end()
  for (const { table, key, what, columns } of drifts.slice(0, shownAtMost)) {
    console.log(`${table}  ${key}  ${what}${columns ? ` (${columns.join(', ')})` : ''}`)
  }
  if (drifts.length > shownAtMost) console.log(`… ${drifts.length - shownAtMost}`)
  if (drifts.length === 0) {
    console.log(
      `公开展示数据与来源一致：${total} 件作品。\nThe public's data equals its sources: ${total} entries.`,
    )
    return
  }
  console.log(
    `公开展示数据有 ${drifts.length} 处与来源不符，请运行 npm run showcase:rebuild。\n${drifts.length} difference(s) from the sources; run npm run showcase:rebuild.`,
  )
  process.exitCode = 1
}
