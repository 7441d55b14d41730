import type { PayloadRequest } from 'payload'
import { contains, intervalWords, phaseWords, type Windows } from '../../domain/phases.ts'
import { beijingDay } from '../../domain/beijing-time.ts'
import { inLanguage, speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'
import { barsOf, monthsOf, placeOf, spanOf, type Span } from './calendar-scale.ts'
import type { CampaignTimes } from './read-campaign.ts'

type Props = { req: PayloadRequest; campaign: CampaignTimes | null; now: Date }

/** The campaign's phases as bars over the months, today marked; a row more for each track with its own times. */
export function PhaseCalendar({ req, campaign, now }: Props) {
  const { t, language } = req.i18n
  const say = speaker<AdminKey>('house', t)
  const differing = campaign?.tracks.filter(({ own }) => own.length > 0) ?? []
  const span =
    campaign && spanOf([campaign.windows, ...differing.map(({ windows }) => windows)], now)
  return (
    <section className="start__panel">
      <h2>{say('calendar')}</h2>
      {(!campaign || !span) && <p className="start__hint">{say('noCampaign')}</p>}
      {campaign && span && (
        <>
          <p className="start__hint">{`${campaign.year} · ${campaign.title}`}</p>
          <div className="calendar">
            <div aria-hidden="true" className="calendar__months">
              {monthsOf(span, language).map(({ label, left }) => (
                <span key={left} style={{ left: `${left}%` }}>
                  {label}
                </span>
              ))}
            </div>
            <Row
              label={say('allTracks')}
              language={language}
              now={now}
              span={span}
              windows={campaign.windows}
            />
            {differing.map(({ id, title, windows }) => (
              <Row
                key={id}
                label={`${title}（${say('ownWindows')}）`}
                language={language}
                now={now}
                span={span}
                windows={windows}
              />
            ))}
            <div className="calendar__today" style={{ left: `${placeOf(now, span)}%` }}>
              <span>{`${say('today')} ${beijingDay(now).slice(5)}`}</span>
            </div>
          </div>
        </>
      )}
    </section>
  )
}

type RowProps = { label: string; language: string; now: Date; span: Span; windows: Windows }

function Row({ label, language, now, span, windows }: RowProps) {
  return (
    <div className="calendar__row">
      <span className="calendar__label">{label}</span>
      <ul className="calendar__bars">
        {barsOf(windows).map(({ phases, window }) => {
          const left = placeOf(window.from, span)
          const width = placeOf(window.to, span) - left
          const words = phases.map((key) => inLanguage(phaseWords[key], language)).join(' · ')
          const when = inLanguage(intervalWords(window), language)
          return (
            <li
              className={`calendar__bar calendar__bar--${phases[0]} ${contains(window, now) ? 'calendar__bar--now' : ''}`}
              key={phases[0]}
              style={{ left: `${left}%`, width: `${width}%` }}
              title={`${words}：${when}`}
            >
              <span>{words}</span>
              <span className="calendar__spoken">{when}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
