import type { PayloadRequest } from 'payload'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import type { EntryKind } from '../../domain/kinds.ts'

/** Kinds that name web addresses. */
const withAddresses: readonly EntryKind[] = ['commentaries', 'platforms']

/** Has a work that was sent in, or changed since, looked at; in the transaction of what happened. */
export async function askForChecks(
  req: PayloadRequest,
  work: { kind: EntryKind; id: number },
  { outside }: { outside: boolean },
): Promise<void> {
  const key = `${work.kind}:${work.id}`
  const kinds = [
    'safety',
    ...(withAddresses.includes(work.kind) ? ['addresses'] : []),
    ...(outside ? ['safety-outside'] : []),
  ]
  for (const kind of kinds) await enqueueJob(req, { kind, key, data: work })
}
