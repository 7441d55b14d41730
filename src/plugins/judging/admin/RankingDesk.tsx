'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import type { RankedRow, RankingView } from '../ranking/view.ts'
import type { JudgingKey } from '../translations.ts'
import { Changes } from './Changes.tsx'
import { CorrectMark } from './CorrectMark.tsx'
import { Correction } from './Correction.tsx'
import { Explanation } from './Explanation.tsx'
import { OpenLines } from './OpenLines.tsx'
import { RankingTable } from './RankingTable.tsx'
import { useJudgingWords } from './use-judging-words.ts'
import { useOverview, useRanking } from './use-round.ts'
import { WhatIf } from './WhatIf.tsx'
import './judging.scss'

const dialog = 'judging-explanation'

/** The ranking of a round: what stands or is locked, why, what people have to decide, what other rules would do. */
export function RankingDesk() {
  const { say } = useJudgingWords()
  const { openModal } = useModal()
  const { overview } = useOverview()
  const { base, ranking, failed } = useRanking()
  const [shown, setShown] = useState<Pick<RankedRow, 'entry' | 'title'> | null>(null)
  if (base === null) return <p className="judging-round-desk__hint">{say('saveFirst')}</p>
  if (overview?.shown === 'draft')
    return <p className="judging-round-desk__hint">{say('notOpened')}</p>
  if (!ranking) {
    return <p className="judging-round-desk__hint">{say(failed ? 'notYours' : 'loading')}</p>
  }
  const explain = (work: Pick<RankedRow, 'entry' | 'title'>) => {
    setShown(work)
    openModal(dialog)
  }
  return (
    <section className="judging-board">
      <Head base={base} ranking={ranking} />
      {ranking.pending && ranking.pending.length > 0 && (
        <div className="judging-board__part">
          <p>{say('pending', { count: ranking.pending.length })}</p>
          <Changes changes={ranking.pending} />
        </div>
      )}
      <OpenLines ranking={ranking} />
      {ranking.may.try && <WhatIf />}
      {ranking.may.decide && ranking.isLocked && <Correction ranking={ranking} />}
      {ranking.may.decide && ranking.isLocked && <CorrectMark ranking={ranking} />}
      <RankingTable onExplain={explain} ranking={ranking} />
      <LeftOut onExplain={explain} ranking={ranking} />
      <Dialog slug={dialog} title={shown && `${say('explanation')} · ${shown.title}`}>
        {shown && <Explanation base={base} entry={shown.entry} slug={dialog} />}
      </Dialog>
    </section>
  )
}

const voteNotes: Record<string, JudgingKey> = {
  open: 'voteOpen',
  unsealed: 'voteUnsealed',
  'not-chosen': 'voteMissing',
}

function Head({ ranking, base }: { ranking: RankingView; base: string }) {
  const { say, pick } = useJudgingWords()
  const { isLocked, version, sha256, awards, vote } = ranking
  const links = [
    ['exportRanking', 'ranking-file'],
    ['allExplanations', 'explanations'],
  ] as const
  return (
    <>
      <div className="judging-board__head">
        <strong>{isLocked ? say('lockedVersion', { version }) : say('preview')}</strong>
        <div className="judging-round-desk__steps">
          {links.map(([key, path]) => (
            <Button
              buttonStyle="secondary"
              el="anchor"
              key={key}
              margin={false}
              newTab={path === 'explanations'}
              size="small"
              url={`${base}/${path}`}
            >
              {say(key)}
            </Button>
          ))}
        </div>
      </div>
      {isLocked && <code className="judging-round-desk__hash">{sha256}</code>}
      {vote && vote in voteNotes && (
        <p className="judging-round-desk__warnings">{say(voteNotes[vote]!)}</p>
      )}
      {awards.length > 0 && (
        <dl className="judging-board__numbers">
          {awards.map(({ level, name, places, given, vacant }) => (
            <div key={level}>
              <dt>{pick(name)}</dt>
              <dd>{say('places', { given, places })}</dd>
              {vacant.map((one) => (
                <dd className="judging-round-desk__hint" key={one.zh}>
                  {pick(one)}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

// More than these would hide what stands below.
const few = 12

type LeftOutProps = {
  ranking: RankingView
  onExplain: (work: Pick<RankedRow, 'entry' | 'title'>) => void
}

function LeftOut({ ranking: { leftOut }, onExplain }: LeftOutProps) {
  const { say } = useJudgingWords()
  if (leftOut.length === 0) return null
  return (
    <details className="judging-board__more" open={leftOut.length <= few}>
      <summary>
        {say('leftOut')} {leftOut.length}
      </summary>
      <ul className="judging-board__list">
        {leftOut.map((work) => (
          <li key={work.entry}>
            <button className="judging-board__link" onClick={() => onExplain(work)} type="button">
              {work.title}
            </button>{' '}
            <small>{work.entry}</small> <span>{say(`why_${work.reason}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
