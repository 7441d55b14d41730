'use client'
import { inLanguage } from '../../../admin/elements/translate.ts'
import type { Finding } from '../../../domain/rules/index.ts'
import { goToField } from './go-to-field.ts'
import { useReviewWords } from './use-review-words.ts'

type Props = { findings: readonly Finding[]; live?: boolean; onJump?: () => void }

/** What does not fit the rules: red lines that must be mended, amber ones to heed; each leads to its field. */
export function Findings({ findings, live = false, onJump }: Props) {
  const { say } = useReviewWords()
  const must = findings.filter(({ severity }) => severity === 'blocking')
  const should = findings.filter(({ severity }) => severity !== 'blocking')
  return (
    <section className="desk-part" aria-live="polite">
      <h4 className="desk-part__title">
        {say('findings')}
        {live && <small className="desk-part__aside">{say('live')}</small>}
      </h4>
      {must.length === 0 && <p className="findings__good">{say('allGood')}</p>}
      {must.length > 0 && (
        <p className="findings__count">{say('toMend', { count: must.length })}</p>
      )}
      <FindingLines findings={must} onJump={onJump} />
      {should.length > 0 && (
        <p className="findings__count findings__count--warning">
          {say('toHeed', { count: should.length })}
        </p>
      )}
      <FindingLines findings={should} onJump={onJump} />
    </section>
  )
}

/** Findings as lines alone. */
export function FindingLines({ findings, onJump }: Pick<Props, 'findings' | 'onJump'>) {
  const { say, language } = useReviewWords()
  if (findings.length === 0) return null
  return (
    <ul className="findings" title={say('jumpHint')}>
      {findings.map((finding, index) => (
        <li key={`${finding.rule} ${finding.path} ${index}`}>
          <button
            className={`findings__line findings__line--${finding.severity}`}
            onClick={() => {
              onJump?.()
              void goToField(finding.path)
            }}
            type="button"
          >
            <span className="findings__mark">
              {say(finding.severity === 'blocking' ? 'blockingMark' : 'warningMark')}
            </span>
            <span>{inLanguage({ zh: finding.message, en: finding.messageEn }, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
