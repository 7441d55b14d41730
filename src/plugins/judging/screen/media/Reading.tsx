'use client'
import type { ReactNode } from 'react'
import type { WorkDetail } from '../api-types.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { detail: WorkDetail; children?: ReactNode }

/** A work to be read, in a column that is easy on the eye; its files below. */
export function Reading({ detail, children }: Props) {
  const { title, text, description } = detail
  return (
    <article className="judging-reading" tabIndex={0}>
      <h2>{title}</h2>
      {description && <p className="judging-reading__lead">{description}</p>}
      {/* Made by the server from the work's own tree of nodes: no markup of anybody's passes through. */}
      {text && <div dangerouslySetInnerHTML={{ __html: text.html }} />}
      <Facts detail={detail} />
      {children}
    </article>
  )
}

/** What a work says of itself, field by field. */
export function Facts({ detail: { fields } }: { detail: WorkDetail }) {
  const { pick } = useScreenWords()
  if (!fields || fields.length === 0) return null
  return (
    <dl className="judging-facts">
      {fields.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{pick(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
