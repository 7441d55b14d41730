'use client'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../elements/send.ts'
import { speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'

/** Decides that a work stays public; to take it down is done where the work is. */
export function KeepPublic({ id }: { id: number }) {
  const { t, i18n } = useTranslation()
  const { config } = useConfig()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const say = speaker<AdminKey>('house', t)
  const keep = async () => {
    setBusy(true)
    const sent = await send(`${config.routes.api}/attention/${id}/settle`, {}, i18n.language)
    // Somebody else decided meanwhile: the list shows it.
    if (sent.ok || sent.status === 404) return router.refresh()
    setRefused(sent.message)
    setBusy(false)
  }
  return (
    <div>
      <Button
        buttonStyle="secondary"
        disabled={busy}
        margin={false}
        onClick={() => void keep()}
        size="small"
        type="button"
      >
        {say('keepPublic')}
      </Button>
      {refused && <p role="alert">{refused}</p>}
    </div>
  )
}
