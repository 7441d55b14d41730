'use client'
import { Button } from '@payloadcms/ui'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { LiveRound as Live } from '../live.ts'
import type { VotingKey } from '../translations.ts'
import { votingTexts } from '../translations.ts'
import { RoundRisks } from './cases/RiskList.tsx'
import { Counts } from './Counts.tsx'
import { Curve } from './Curve.tsx'
import { EntryTotals } from './EntryTotals.tsx'
import { StateWords } from './StateWords.tsx'
import { useLive } from './use-live.ts'
import { useVotingWords } from './use-voting-words.ts'
import './voting.scss'

/** How the round stands, followed while it runs; what somebody may not see is not there. */
export function LiveRound() {
  const { say } = useVotingWords()
  const { base, live, failed, reload } = useLive()
  if (base === null) return <p className="live-round__hint">{say('saveFirst')}</p>
  if (!live) {
    return (
      <div className="live-round">
        <p className="live-round__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
        {failed && (
          <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
            {say('retry')}
          </Button>
        )}
      </div>
    )
  }
  const { refusals, voids, risks, log } = live
  return (
    <section className="live-round">
      <Head base={base} failed={failed} live={live} />
      <Numbers live={live} />
      <Curves live={live} />
      <EntryTotals totals={live.totals} />
      <div className="live-round__panels">
        {refusals && <Counts list={refusals} none={say('noRefusals')} title={say('refusals')} />}
        {voids && <Counts list={voids} none={say('noVoids')} title={say('voids')} />}
        {risks && <Counts list={risks} none={say('riskNone')} title={say('risk')} />}
      </div>
      {risks && <RoundRisks />}
      {log && log.length > 0 && <Log lines={log} />}
    </section>
  )
}

function Head({ live, base, failed }: { live: Live; base: string; failed: boolean }) {
  const { say } = useVotingWords()
  return (
    <>
      <div className="live-round__head">
        <StateWords shown={live.shown} />
        <p className="live-round__hint" role="status">
          {failed ? say('notLoaded') : say('asOf', { at: beijingTime(live.at) })}
        </p>
      </div>
      {live.may.exports && live.state !== 'draft' && (
        <div className="round-desk__steps">
          <Button
            buttonStyle="secondary"
            el="anchor"
            margin={false}
            size="small"
            url={`${base}/totals`}
          >
            {say('exportTotals')}
          </Button>
          <Button
            buttonStyle="secondary"
            el="anchor"
            margin={false}
            size="small"
            url={`${base}/ledger`}
          >
            {say('exportLedger')}
          </Button>
        </div>
      )}
    </>
  )
}

function Numbers({ live }: { live: Live }) {
  const { say } = useVotingWords()
  const { totals, refusals, risks } = live
  const sum = (list: { count: number }[]) => list.reduce((all, { count }) => all + count, 0)
  if (totals.show === 'none') {
    const at = totals.changesAt ? beijingTime(totals.changesAt) : ''
    return <p className="live-round__hint">{say('hidden', { at })}</p>
  }
  return (
    <>
      {totals.at && (
        <p className="live-round__hint">{say('before', { at: beijingTime(totals.at) })}</p>
      )}
      <dl aria-live="polite" className="live-round__numbers">
        <Number label={say('votes')} value={totals.votes} />
        <Number label={say('voided')} value={totals.voided} />
        {refusals && <Number label={say('refused')} value={sum(refusals)} />}
        {risks && <Number label={say('risk')} value={sum(risks)} />}
      </dl>
    </>
  )
}

function Number({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value.toLocaleString('en-US')}</dd>
    </div>
  )
}

function Curves({ live: { curves, at } }: { live: Live }) {
  const { say } = useVotingWords()
  if (!curves) return null
  const { minutes, days } = curves
  return (
    <div className="live-round__panels">
      {minutes && (
        <Panel
          counts={minutes.counts}
          ends={[beijingTime(minutes.from).slice(11), beijingTime(at).slice(11)]}
          title={say('lastHours')}
        />
      )}
      {days.length > 1 && (
        <Panel
          counts={days.map(({ count }) => count)}
          ends={[days[0]!.day.slice(5), days.at(-1)!.day.slice(5)]}
          title={say('byDay')}
        />
      )}
    </div>
  )
}

type PanelProps = { title: string; counts: number[]; ends: [string, string] }

function Panel({ title, counts, ends }: PanelProps) {
  const { say } = useVotingWords()
  const peak = say('peak', { count: Math.max(0, ...counts).toLocaleString('en-US') })
  return (
    <div className="live-round__panel">
      <h3>
        {title}
        <span>{peak}</span>
      </h3>
      <Curve counts={counts} ends={ends} label={`${title} ${peak}`} />
    </div>
  )
}

function Log({ lines }: { lines: NonNullable<Live['log']> }) {
  const { say } = useVotingWords()
  const acted = (action: string) =>
    `acted_${action}` in votingTexts ? say(`acted_${action}` as VotingKey) : action
  return (
    <div className="live-round__panel">
      <h3>{say('log')}</h3>
      <ul className="live-round__log">
        {lines.map(({ at, who, action, reason }) => (
          <li key={`${at} ${action}`}>
            <time dateTime={at}>{beijingTime(at)}</time>
            <strong>{acted(action)}</strong>
            {who}
            {reason && <span>{reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
