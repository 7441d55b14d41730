'use client'
import { Button, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import { send } from '../../../admin/elements/send.ts'
import type { ProposalKind } from '../../../domain/results/proposals.ts'
import type { ResultDeskAnswer } from '../desk-endpoint.ts'
import { AskForm } from './AskForm.tsx'
import { useResultsWords } from './use-results-words.ts'

const dialog = 'result-ask'

type Props = { base: string; desk: ResultDeskAnswer; onDone: () => Promise<unknown> }

/** What may be done to a list: asked by one person, confirmed by another. */
export function ResultActs({ base, desk, onDone }: Props) {
  const { say, language } = useResultsWords()
  const { openModal, closeModal } = useModal()
  const router = useRouter()
  const [kind, setKind] = useState<ProposalKind | null>(null)
  const { pending, may, versions } = desk
  const act = async (path: string, body: object): Promise<string | null> => {
    const sent = await send(`${base}/${path}`, body, language)
    await onDone()
    if (!sent.ok) return sent.message || say('noAnswer')
    router.refresh()
    return null
  }
  const now = async (path: string, body: object) => {
    const refused = await act(path, body)
    if (refused) toast.error(refused)
  }
  const kinds: ProposalKind[] = versions.length === 0 ? ['freeze'] : ['correct', 'finish']
  // Before its notice is over a list cannot become final, afterwards once.
  const mayFinish = versions.at(-1)?.state === 'closed'
  return (
    <div className="result-desk__acts">
      {pending && (
        <p className="result-desk__pending">
          {say('asked', {
            ...{ who: pending.byName, at: beijingTime(pending.at) },
            what: say(`kind_${pending.kind}`),
          })}
          {pending.reason && <span>{pending.reason}</span>}
        </p>
      )}
      {may.confirm && (
        <Button
          id="result-confirm"
          margin={false}
          onClick={() => void now('confirm', { sha256: pending!.sha256 })}
          size="small"
          type="button"
        >
          {say('confirm')}
        </Button>
      )}
      {may.withdraw && (
        <Button
          buttonStyle="secondary"
          id="result-withdraw"
          margin={false}
          onClick={() => void now('withdraw', {})}
          size="small"
          type="button"
        >
          {say('withdraw')}
        </Button>
      )}
      {may.withdraw && !may.confirm && <p className="result-desk__hint">{say('another')}</p>}
      {may.ask &&
        kinds
          .filter((one) => one !== 'finish' || mayFinish)
          .map((one) => (
            <Button
              buttonStyle={one === 'correct' ? 'secondary' : 'primary'}
              id={`result-${one}`}
              key={one}
              margin={false}
              onClick={() => {
                setKind(one)
                openModal(dialog)
              }}
              size="small"
              type="button"
            >
              {say(one)}
            </Button>
          ))}
      <Dialog slug={dialog} title={kind && say(kind)}>
        {kind && (
          <AskForm
            kind={kind}
            onAsk={(body) => act(kind, body)}
            onClose={() => closeModal(dialog)}
          />
        )}
      </Dialog>
    </div>
  )
}
