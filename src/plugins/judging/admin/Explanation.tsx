'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useRemote } from '../../../admin/elements/remote.ts'
import type { ExplainedRound } from '../ranking/explained.ts'
import { useJudgingWords } from './use-judging-words.ts'
import { useRanking } from './use-round.ts'

type Props = { base: string; entry: string; slug: string }

/** In a dialog: why a work has its rank, sentence by sentence, and the same for the printer. */
export function Explanation({ base, entry, slug }: Props) {
  const { say, pick } = useJudgingWords()
  const { closeModal } = useModal()
  const { ranking } = useRanking()
  const address = `${base}/explanation/${entry}`
  const { data, failed } = useRemote<ExplainedRound>(address, ranking?.sha256)
  const work = data?.works[0]
  return (
    <>
      {!work && <p className="house-dialog__hint">{say(failed ? 'notLoaded' : 'loading')}</p>}
      {work && (
        <>
          <p className="house-dialog__hint">
            {[work.unit, work.entry, work.line && pick(work.line)].filter(Boolean).join(' · ')}
          </p>
          <ol className="judging-round-desk__explanation">
            {work.sentences.map((sentence, index) => (
              <li key={index}>{pick(sentence)}</li>
            ))}
          </ol>
        </>
      )}
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={() => closeModal(slug)} type="button">
          {say('close')}
        </Button>
        <Button el="anchor" newTab url={`${address}/page`}>
          {say('print')}
        </Button>
      </div>
    </>
  )
}
