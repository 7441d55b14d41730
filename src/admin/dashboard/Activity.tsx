import Link from 'next/link'
import type { PayloadRequest } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { actionWords, isAction } from '../../domain/workflow.ts'
import { beijingTime } from '../../domain/beijing-time.ts'
import { inLanguage, speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'

const shown = 8
const others: Record<string, AdminKey> = { edit: 'edit', note: 'note', unmask: 'unmask' }

/** The latest rows of the review log that the reader may see. */
export async function Activity({ req }: { req: PayloadRequest }) {
  const { t, language } = req.i18n
  const say = speaker<AdminKey>('house', t)
  const { admin } = req.payload.config.routes
  const { docs } = await req.payload.find({
    collection: 'review-logs',
    sort: '-createdAt',
    limit: shown,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const words = (action: string) => {
    if (isAction(action)) return inLanguage(actionWords[action], language)
    return others[action] ? say(others[action]) : action
  }
  return (
    <section className="start__panel">
      <h2>
        {say('activity')}
        <Link className="start__more" href={`${admin}/collections/review-logs`} prefetch={false}>
          {say('activityAll')}
        </Link>
      </h2>
      {docs.length === 0 && <p className="start__hint">{say('activityNone')}</p>}
      <ol className="activity">
        {docs.map(({ id, kind, entryId, title, publicId, action, actorName, createdAt }) => (
          <li key={id}>
            <time dateTime={createdAt}>{beijingTime(createdAt).slice(5)}</time>
            <span className="activity__what">
              <b>{words(action)}</b>{' '}
              {isEntryKind(kind) ? (
                <Link href={`${admin}/collections/${kind}/${entryId}`} prefetch={false}>
                  {title}
                </Link>
              ) : (
                title
              )}
              <small>{[publicId, actorName].filter(Boolean).join(' · ')}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
