'use client'
import type { Safety } from '../safety-endpoint.ts'
import { useSafetyWords } from './use-safety.ts'

/** Each find in its sentence, with the field that it stands in and the list that names the word. */
export function Hits({ hits }: Pick<Safety, 'hits'>) {
  const { say, pick } = useSafetyWords()
  if (hits.length === 0) return null
  return (
    <ul className="safety__list">
      {hits.map((hit, index) => (
        <li className="safety__hit" key={`${hit.path} ${hit.start} ${hit.word} ${index}`}>
          <span className="safety__field">{pick(hit.field)}</span>
          <p>
            {hit.before}
            <mark>{hit.found}</mark>
            {hit.after}
          </p>
          <span className="safety__source">
            {hit.found !== hit.word && `${hit.word} · `}
            {say('from', { list: hit.list, category: hit.category, version: hit.listVersion })}
          </span>
        </li>
      ))}
    </ul>
  )
}
