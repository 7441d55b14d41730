'use client'
import { Button, toast, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { beijingTime } from '../../../../domain/beijing-time.ts'
import { usePoll } from '../../../../admin/elements/poll.ts'
import { refresh, useRemote } from '../../../../admin/elements/remote.ts'
import { send } from '../../../../admin/elements/send.ts'
import { idOf } from '../../../../fields/id-of.ts'
import type { Risks, ShownRisk } from '../../cases/risks.ts'
import { useCaseWords } from './use-case.ts'
import './cases.scss'

/** On the page of a round: the groups of its votes in which something is odd. */
export function RoundRisks() {
  const { id } = useDocumentInfo()
  const round = idOf(id)
  return round === null ? null : <RiskList roundId={round} />
}

/** The same for any round; for the province and the supervisor. */
export function RiskList({ roundId }: { roundId: number }) {
  const { user } = useAuth()
  const role = (user as { role?: string } | null)?.role
  return role === 'province' || role === 'supervisor' ? (
    <List mayMake={role === 'province'} roundId={roundId} />
  ) : null
}

function List({ roundId, mayMake }: { roundId: number; mayMake: boolean }) {
  const { say } = useCaseWords()
  const { config } = useConfig()
  const address = `${config.routes.api}/vote-cases/risks?round=${roundId}`
  const { data, failed } = useRemote<Risks>(address)
  usePoll(address, 20)
  return (
    <section aria-busy={!data && !failed} className="vote-risks">
      <h3>{say('risks')}</h3>
      <p className="vote-case__hint">{say('risksHint')}</p>
      {!data && <p className="vote-case__hint">{say(failed ? 'notLoaded' : 'loading')}</p>}
      {data && (
        <p className="vote-case__hint">
          {data.look
            ? say('looked', { at: beijingTime(data.look.at), votes: data.look.votes })
            : say('notLooked')}
        </p>
      )}
      {data?.look && data.risks.length === 0 && <p>{say('noRisks')}</p>}
      <ul className="vote-risks__list">
        {data?.risks.map((risk) => (
          <Risk key={risk.id} list={address} mayMake={mayMake} risk={risk} />
        ))}
      </ul>
    </section>
  )
}

function Risk({ risk, mayMake, list }: { risk: ShownRisk; mayMake: boolean; list: string }) {
  const { say, pick, language } = useCaseWords()
  const { config } = useConfig()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const { kind, entry, title, votes, voters, level, worstLevel, signals, firstAt, lastAt } = risk
  const open = (id: number) => router.push(`${config.routes.admin}/collections/vote-cases/${id}`)
  const make = async () => {
    if (risk.case !== null) return open(risk.case)
    setBusy(true)
    const address = `${config.routes.api}/vote-cases/risks/${risk.id}`
    const sent = await send<{ id: number }>(address, {}, language)
    setBusy(false)
    if (!sent.ok) {
      toast.error(sent.status === 0 ? say('noAnswer') : sent.message)
      return
    }
    void refresh(list)
    open(sent.body.id)
  }
  return (
    <li>
      <div className="vote-risks__what">
        <span className={`vote-chip vote-chip--${level}`}>{say(level)}</span>
        <strong>{title ?? entry}</strong>
        <span>
          {say(`${kind}Kind`)} · {entry}
        </span>
      </div>
      <div className="vote-risks__facts">
        <span>{say('votesAndVoters', { votes, voters })}</span>
        <span>
          {beijingTime(firstAt)} – {beijingTime(lastAt)}
        </span>
        {level !== worstLevel && <span>{say('worst', { level: say(worstLevel) })}</span>}
      </div>
      <ul className="vote-risks__signals">
        {signals.map(({ code, words }) => (
          <li key={code}>{pick(words)}</li>
        ))}
      </ul>
      {(mayMake || risk.case !== null) && (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          margin={false}
          onClick={() => void make()}
          size="small"
          type="button"
        >
          {say(risk.case === null ? 'makeCase' : 'openCase')}
        </Button>
      )}
    </li>
  )
}
