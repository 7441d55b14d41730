'use client'
import { beijingTime } from '../../../domain/beijing-time.ts'
import type { Safety } from '../safety-endpoint.ts'
import { useSafetyWords } from './use-safety.ts'

/** Whether the addresses of the work answered when they were last looked at. */
export function Addresses({ addresses }: { addresses: NonNullable<Safety['addresses']> }) {
  const { say, pick } = useSafetyWords()
  return (
    <>
      <h5 className="safety__part">{say('addresses')}</h5>
      {addresses.length === 0 && <p className="desk-part__hint">{say('addressesWaiting')}</p>}
      <ul className="safety__list">
        {addresses.map(({ path, url, ok, words, at }) => (
          <li className={`safety__hit ${ok ? 'safety__hit--good' : ''}`} key={path}>
            <p>{pick(words)}</p>
            <a href={url} rel="noreferrer nofollow" target="_blank">
              {url}
            </a>
            <span className="safety__source">{beijingTime(at)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
