'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { Dialog } from '../../../admin/elements/Dialog.tsx'
import type { ShownBatch } from '../../../database/notices/batches.ts'
import { BatchLook } from './BatchLook.tsx'
import { useNoticeWords } from './use-notices.ts'

type Props = { batches: ShownBatch[]; mayAct: boolean; onDone: () => Promise<unknown> }

const slug = 'notice-batch'

/** Batches that wait for a person: each is looked at before it may go. */
export function HeldBatches({ batches, mayAct, onDone }: Props) {
  const { say, pick } = useNoticeWords()
  const { openModal } = useModal()
  const [chosen, setChosen] = useState<ShownBatch | null>(null)
  const open = (batch: ShownBatch) => {
    setChosen(batch)
    openModal(slug)
  }
  return (
    <div>
      <h3>{say('held')}</h3>
      <p className="notice-desk__hint">{say('heldHint')}</p>
      {batches.length === 0 && <p>{say('noneHeld')}</p>}
      <ul className="notice-desk__list">
        {batches.map((batch) => (
          <li key={batch.id}>
            <div>
              <strong>{say('batchLine', { name: pick(batch.name), size: batch.size })}</strong>
              <small>
                {say('batchParts', { mails: batch.mails, webhooks: batch.webhooks })}
                {' · '}
                {say('preparedBy', {
                  at: beijingTime(batch.createdAt),
                  by: batch.by ?? say('system'),
                })}
              </small>
            </div>
            <Button
              buttonStyle="secondary"
              id={`look-at-batch-${batch.id}`}
              margin={false}
              onClick={() => open(batch)}
              size="small"
              type="button"
            >
              {say('look')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog slug={slug} title={say('lookTitle')}>
        {chosen && <BatchLook id={chosen.id} mayAct={mayAct} onDone={onDone} slug={slug} />}
      </Dialog>
    </div>
  )
}
