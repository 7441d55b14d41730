'use client'
import { useAllFormFields, useDebounce, useFormFields } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useMemo } from 'react'
import { describeRules, type TrackRule } from '../../../domain/rules/index.ts'
import { useReviewWords } from './use-review-words.ts'
import { useTrackKind } from './use-rule-row.ts'
import './call-preview.scss'

/** The text of the call as the public will read it, made from the form as it stands. */
export const CallPreview: UIFieldClientComponent = () => {
  const { say, pick } = useReviewWords()
  const kind = useTrackKind()
  const title = useFormFields(([fields]) => fields?.title?.value as string | undefined)
  const [fields] = useAllFormFields()
  const settled = useDebounce(fields, 300)
  const { themes, rules } = useMemo(() => {
    const values = reduceFieldsToValues(settled ?? {}, true) as Record<string, unknown>
    const list = <T,>(value: unknown) => (Array.isArray(value) ? (value as T[]) : [])
    return { themes: list<string>(values.themes), rules: list<TrackRule>(values.rules) }
  }, [settled])
  if (!kind) return null
  return (
    <section className="call-preview">
      <h3>{say('callPreview')}</h3>
      <p className="call-preview__hint">{say('callPreviewHint')}</p>
      <div className="call-preview__sheet">
        <h4>{title}</h4>
        {themes.length > 0 && (
          <>
            <h5>{say('callThemes')}</h5>
            <p>{themes.join('、')}</p>
          </>
        )}
        <h5>{say('callRules')}</h5>
        <ol>
          {describeRules({ kind, rules }).map((sentence) => (
            <li key={sentence.zh}>{pick(sentence)}</li>
          ))}
        </ol>
      </div>
    </section>
  )
}
