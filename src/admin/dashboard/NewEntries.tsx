import Link from 'next/link'
import type { PayloadRequest } from 'payload'
import { entryKinds } from '../../domain/kinds.ts'
import { contains, dayNumber, type Interval } from '../../domain/phases.ts'
import { inLanguage, speaker, type Vars } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'
import type { CampaignTimes } from './read-campaign.ts'

type Props = { req: PayloadRequest; campaign: CampaignTimes | null; now: Date }

/** One button a kind of entry, with how long its track still takes works in. */
export function NewEntries({ req, campaign, now }: Props) {
  const { t, language } = req.i18n
  const say = speaker<AdminKey>('house', t)
  const { admin } = req.payload.config.routes
  if (!campaign || campaign.tracks.length === 0) return null
  return (
    <section className="start__panel">
      <h2>{say('newEntry')}</h2>
      <ul className="new-entries">
        {campaign.tracks.map(({ id, kind, title, windows }) => {
          const [key, vars, open] = standing(windows.collect, now)
          return (
            <li className={`new-entries__one ${open ? '' : 'new-entries__one--shut'}`} key={id}>
              <Link href={`${admin}/collections/${kind}/create`} prefetch={false} title={title}>
                <strong>+ {inLanguage(entryKinds[kind].label, language)}</strong>
                <span>{say(key, vars)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function standing(window: Interval | null, now: Date): [key: AdminKey, vars: Vars, open: boolean] {
  if (!window) return ['collectOver', {}, false]
  const today = dayNumber(now)
  if (contains(window, now)) {
    const count = dayNumber(new Date(window.to.getTime() - 1)) - today
    return [count === 0 ? 'collectLast' : 'collectOpen', { count }, true]
  }
  if (now < window.from) return ['collectSoon', { count: dayNumber(window.from) - today }, false]
  return ['collectOver', {}, false]
}
