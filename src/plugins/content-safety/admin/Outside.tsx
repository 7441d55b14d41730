'use client'
import type { Safety } from '../safety-endpoint.ts'
import { useSafetyWords } from './use-safety.ts'

/** What an outside service says, in its own words. */
export function Outside({ outside }: { outside: NonNullable<Safety['outside']> }) {
  const { say, pick } = useSafetyWords()
  const { state, verdicts } = outside
  return (
    <>
      <h5 className="safety__part">{say('outside')}</h5>
      {state === 'waiting' && <p className="desk-part__hint">{say('outsideWaiting')}</p>}
      {state === 'failed' && <p className="desk-part__refused">{say('outsideFailed')}</p>}
      {state === 'done' && verdicts.length === 0 && (
        <p className="findings__good">{say('outsideClean')}</p>
      )}
      <ul className="safety__list">
        {verdicts.map(({ path, field, label, score, detail, service }, index) => (
          <li className="safety__hit" key={`${path} ${index}`}>
            <span className="safety__field">{pick(field)}</span>
            <p>
              <strong>{label}</strong> {detail}
            </p>
            <span className="safety__source">
              {service}
              {score !== null && ` · ${say('sure', { percent: Math.round(score * 100) })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
