'use client'
import { Button, useForm } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { send } from '../../../admin/elements/send.ts'
import { policyFieldNames } from '../../../domain/voting/rounds.ts'
import type { Words } from '../../../domain/words.ts'
import type { LiveProposal } from '../live.ts'
import { useLive } from './use-live.ts'
import { useVotingWords } from './use-voting-words.ts'

/** Rules under votes: what is proposed waits for somebody else; the form's rules can be proposed. */
export function ProposalPanel() {
  const { say, language } = useVotingWords()
  const { base, live, reload } = useLive()
  const router = useRouter()
  const [refused, setRefused] = useState<string>()
  if (!live || (!live.proposal && !live.may.change)) return null
  const act = async (path: string, body: object) => {
    const sent = await send(`${base}/${path}`, body, language)
    setRefused(sent.ok ? undefined : sent.message || say('noAnswer'))
    await reload()
    if (sent.ok) router.refresh()
    return sent.ok
  }
  return (
    <div className="round-desk__change">
      {refused && (
        <p className="round-desk__refusal" role="alert">
          {refused}
        </p>
      )}
      {live.proposal && (
        <Waiting
          mayAct={live.may.change}
          onConfirm={() => void act('confirm-change', { proposal: live.proposal!.id })}
          onWithdraw={() => void act('withdraw-change', { proposal: live.proposal!.id })}
          proposal={live.proposal}
        />
      )}
      {live.may.change && (
        <Propose onPropose={(policy, note) => act('propose-change', { policy, note })} />
      )}
    </div>
  )
}

type WaitingProps = {
  proposal: LiveProposal
  mayAct: boolean
  onConfirm: () => void
  onWithdraw: () => void
}

function Waiting({ proposal, mayAct, onConfirm, onWithdraw }: WaitingProps) {
  const { say } = useVotingWords()
  const { byName, at, note, change, own } = proposal
  return (
    <>
      <h3>{say('proposed', { who: byName, at: beijingTime(at) })}</h3>
      <p>{note}</p>
      <dl className="round-desk__diff">
        <Sentences label={say('removed')} list={change.removed} />
        <Sentences label={say('added')} list={change.added} />
      </dl>
      {mayAct && (
        <div className="round-desk__steps">
          {own ? (
            <p className="round-desk__hint">{say('another')}</p>
          ) : (
            <Button
              id="round-confirm"
              margin={false}
              onClick={onConfirm}
              size="small"
              type="button"
            >
              {say('confirm')}
            </Button>
          )}
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={onWithdraw}
            size="small"
            type="button"
          >
            {say('withdraw')}
          </Button>
        </div>
      )}
    </>
  )
}

function Sentences({ label, list }: { label: string; list: Words[] }) {
  const { pick } = useVotingWords()
  if (list.length === 0) return null
  return (
    <div>
      <dt>{label}</dt>
      {list.map((sentence) => (
        <dd key={sentence.zh}>{pick(sentence)}</dd>
      ))}
    </div>
  )
}

type ProposeProps = { onPropose: (policy: object, note: string) => Promise<boolean> }

function Propose({ onPropose }: ProposeProps) {
  const { say } = useVotingWords()
  const { getData } = useForm()
  const [note, setNote] = useState('')
  const id = useId()
  const propose = async () => {
    const data = getData() as Record<string, unknown>
    const policy = Object.fromEntries(policyFieldNames.map((name) => [name, data[name] ?? null]))
    if (await onPropose(policy, note)) setNote('')
  }
  return (
    <>
      <p className="round-desk__hint">{say('locked')}</p>
      <label htmlFor={id}>{say('proposeNote')}</label>
      <textarea
        id={id}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
        rows={3}
        value={note}
      />
      <Button
        buttonStyle="secondary"
        disabled={!note.trim()}
        id="round-propose"
        margin={false}
        onClick={() => void propose()}
        size="small"
        type="button"
      >
        {say('propose')}
      </Button>
    </>
  )
}
