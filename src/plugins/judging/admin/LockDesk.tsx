'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { AskView, RankingView } from '../ranking/view.ts'
import { Refused } from './Refused.tsx'
import { useAct } from './use-act.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview, useRanking } from './use-round.ts'

/** How two people lock the ranking: who asked, who may confirm, and the versions that are locked. */
export function LockDesk() {
  const { say, pick } = useJudgingWords()
  const { overview } = useOverview()
  const { base, ranking, reload } = useRanking()
  const { act, busy, refused } = useAct({ base, reload })
  const isTime = overview?.shown === 'over' || overview?.shown === 'locked'
  if (!isTime || !ranking) return null
  const { ask, problem, may, versions, pending, nextRound } = ranking
  return (
    <div className="judging-round-desk__lock">
      <h3>{say('lock')}</h3>
      <Refused>{refused}</Refused>
      {versions.length === 0 && <p className="judging-round-desk__hint">{say('lockNote')}</p>}
      {nextRound && <p className="judging-round-desk__warnings">{pick(nextRound)}</p>}
      {ask ? (
        <Waiting
          ask={ask}
          busy={busy}
          may={may}
          onConfirm={() => void act('lock', { sha256: ask.sha256 })}
          onWithdraw={() => void act('withdraw-lock', {})}
        />
      ) : (
        <>
          {problem && (versions.length === 0 || (pending?.length ?? 0) > 0) && (
            <p className="judging-round-desk__warnings">{pick(problem)}</p>
          )}
          {may.ask && (
            <Ask
              again={versions.length > 0}
              busy={busy}
              onAsk={async (reason) => (await act('ask-lock', reason ? { reason } : {})) !== null}
            />
          )}
        </>
      )}
      <Versions versions={versions} />
    </div>
  )
}

type WaitingProps = {
  ask: AskView
  may: RankingView['may']
  busy: boolean
  onConfirm: () => void
  onWithdraw: () => void
}

function Waiting({ ask, may, busy, onConfirm, onWithdraw }: WaitingProps) {
  const { say } = useJudgingWords()
  return (
    <>
      <p>{say('asked', { who: ask.byName, at: beijingTime(ask.at) })}</p>
      {ask.reason && <p className="judging-round-desk__hint">{ask.reason}</p>}
      <code className="judging-round-desk__hash">{ask.sha256}</code>
      {ask.isStale && <p className="judging-round-desk__warnings">{say('stale')}</p>}
      {ask.own && <p className="judging-round-desk__hint">{say('another')}</p>}
      <div className="judging-round-desk__steps">
        {may.lock && !ask.isStale && (
          <Button
            disabled={busy}
            id="judging-lock"
            margin={false}
            onClick={onConfirm}
            size="small"
            type="button"
          >
            {say('confirmLock')}
          </Button>
        )}
        {may.withdraw && (
          <Button
            buttonStyle="secondary"
            disabled={busy}
            margin={false}
            onClick={onWithdraw}
            size="small"
            type="button"
          >
            {say('withdrawLock')}
          </Button>
        )}
      </div>
    </>
  )
}

type AskProps = { again: boolean; busy: boolean; onAsk: (reason: string) => Promise<boolean> }

function Ask({ again, busy, onAsk }: AskProps) {
  const { say } = useJudgingWords()
  const [reason, setReason] = useState('')
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{say(again ? 'reason' : 'remark')}</label>
      <textarea
        id={id}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
        rows={2}
        value={reason}
      />
      <Button
        disabled={busy || (again && !reason.trim())}
        id="judging-ask-lock"
        margin={false}
        onClick={() => void onAsk(reason).then((done) => done && setReason(''))}
        size="small"
        type="button"
      >
        {say(again ? 'askAgain' : 'askLock')}
      </Button>
    </>
  )
}

function Versions({ versions }: Pick<RankingView, 'versions'>) {
  const { say } = useJudgingWords()
  if (versions.length === 0) return null
  return (
    <>
      <h3>{say('versions')}</h3>
      <ul className="judging-round-desk__versions">
        {versions.map(({ version, sha256, reason, askedBy, confirmedBy, confirmedAt }) => (
          <li key={version}>
            <strong>{say('versionOf', { version })}</strong>
            <span>
              {say('lockedBy', {
                ...{ asked: askedBy, confirmed: confirmedBy, at: beijingTime(confirmedAt) },
              })}
            </span>
            {reason && <span>{reason}</span>}
            <code className="judging-round-desk__hash">{sha256}</code>
          </li>
        ))}
      </ul>
    </>
  )
}
