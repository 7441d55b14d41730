'use client'
import { Button } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useEntry } from '../../../admin/elements/use-entry.ts'
import type { Safety as Answer } from '../safety-endpoint.ts'
import { Addresses } from './Addresses.tsx'
import { Hits } from './Hits.tsx'
import { Outside } from './Outside.tsx'
import { useSafety, useSafetyWords } from './use-safety.ts'
import './safety.scss'

/** Beside an entry: words of the lists in their sentences, what an outside service says, its addresses. */
export const Safety: UIFieldClientComponent = () => {
  const { id } = useEntry()
  return id === null ? null : <Panel />
}

function Panel() {
  const { say } = useSafetyWords()
  const { data, failed, reload } = useSafety()
  return (
    <section aria-busy={!data && !failed} className="desk-part safety">
      <h4 className="desk-part__title">
        {say('title')}
        {data && data.count > 0 && (
          <small className="desk-part__aside safety__count">
            {say('count', { count: data.count })}
          </small>
        )}
      </h4>
      {!data && <p className="desk-part__hint">{say(failed ? 'notLoaded' : 'loading')}</p>}
      {!data && failed && (
        <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
          {say('retry')}
        </Button>
      )}
      {data && <Parts safety={data} />}
    </section>
  )
}

function Parts({ safety }: { safety: Answer }) {
  const { say } = useSafetyWords()
  if (!safety.checkedAt) return <p className="desk-part__hint">{say('waiting')}</p>
  return (
    <>
      {safety.hits.length === 0 && <p className="findings__good">{say('clean')}</p>}
      <Hits hits={safety.hits} />
      {safety.count > safety.hits.length && (
        <p className="desk-part__hint">{say('more', { shown: safety.hits.length })}</p>
      )}
      {safety.outside && <Outside outside={safety.outside} />}
      {safety.addresses && <Addresses addresses={safety.addresses} />}
    </>
  )
}
