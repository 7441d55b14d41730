import Link from 'next/link'
import type { PayloadRequest } from 'payload'
import { anyOfWaiting, waitingFor, type Waiting } from '../../access/waiting.ts'
import { entryKindList, entryKinds, type EntryKind } from '../../domain/kinds.ts'
import type { Status } from '../../domain/workflow.ts'
import { listAddress } from '../elements/list-address.ts'
import { StatusChip } from '../elements/StatusChip.tsx'
import { inLanguage, speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'

type Props = { req: PayloadRequest }

type Counted = Waiting & { kinds: { kind: EntryKind; count: number }[] }

const duties: Partial<Record<Status, AdminKey>> = {
  draft: 'dutyDraft',
  returned: 'dutyReturned',
  submitted: 'dutySubmitted',
  recommended: 'dutyRecommended',
  accepted: 'dutyAccepted',
}

// Reviews keep others waiting; one's own drafts do not.
const urgency: Status[] = ['accepted', 'recommended', 'submitted', 'returned', 'draft']

/** What waits for the reader, by duty; every number leads to the list of just those entries. */
export async function ToDoList({ req }: Props) {
  const { t, language } = req.i18n
  const say = speaker<AdminKey>('house', t)
  const counted = await countWaiting(req)
  return (
    <section className="start__panel">
      <h2>{say('waits')}</h2>
      {counted.length === 0 && (
        <div className="to-do to-do--empty">
          <strong>{say('nothingWaits')}</strong>
          <span>{say('nothingWaitsHint')}</span>
        </div>
      )}
      {counted.map(({ status, standing, kinds, ...waiting }) => (
        <div className="to-do" key={`${standing} ${status}`}>
          <div className="to-do__head">
            <StatusChip status={status} />
            <span>{say(duties[status] ?? 'waits')}</span>
          </div>
          <ul className="to-do__kinds">
            {kinds.map(({ kind, count }) => {
              const where = anyOfWaiting([{ status, standing, ...waiting }])
              return (
                <li key={kind}>
                  <Link
                    href={listAddress(`${adminRoute(req)}/collections/${kind}`, where)}
                    prefetch={false}
                  >
                    <strong>{count}</strong>
                    <span>{inLanguage(entryKinds[kind].plural, language)}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}

async function countWaiting(req: PayloadRequest): Promise<Counted[]> {
  const list = await waitingFor(req)
  const counted = await Promise.all(
    list.map(async (waiting) => {
      const kinds = await Promise.all(entryKindList.map((kind) => countOf(req, kind, waiting)))
      return { ...waiting, kinds: kinds.filter(({ count }) => count > 0) }
    }),
  )
  return counted
    .filter(({ kinds }) => kinds.length > 0)
    .sort((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status))
}

async function countOf(req: PayloadRequest, kind: EntryKind, waiting: Waiting) {
  const where = anyOfWaiting([waiting])
  const { user } = req
  const asked = { collection: kind, where, overrideAccess: false, user, req }
  return { kind, count: (await req.payload.count(asked)).totalDocs }
}

const adminRoute = (req: PayloadRequest) => req.payload.config.routes.admin
