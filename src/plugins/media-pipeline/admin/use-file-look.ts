'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../domain/beijing-time.ts'
import { usePoll } from '../../../admin/elements/poll.ts'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { send } from '../../../admin/elements/send.ts'
import { idOf } from '../../../fields/id-of.ts'
import type { FileLook } from '../file-look.ts'
import { isUnfinished } from './Standing.tsx'
import { useMediaWords } from './use-media-words.ts'

type Told = { ok: boolean; text: string }

/** The file that is open in the edit view, followed while it is worked on; `address` is null for a new one. */
export function useFileLook() {
  const { id, data: saved } = useDocumentInfo()
  const { config } = useConfig()
  const { say, language } = useMediaWords()
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const number = idOf(id)
  const address = number === null ? null : `${config.routes.api}/media/${number}/process`
  const { data, failed } = useRemote<FileLook>(address, saved?.updatedAt)
  usePoll(data && isUnfinished(data) ? address : null, 3)

  const again = async () => {
    if (!address) return
    setBusy(true)
    const sent = await send(address, {}, language)
    if (sent.ok)
      setTold({ ok: true, text: say('asked', { at: beijingTime(new Date()).slice(11) }) })
    else setTold({ ok: false, text: sent.message || say('noAnswer') })
    await refresh(address)
    setBusy(false)
  }
  return {
    address,
    data,
    failed,
    told,
    busy,
    again,
    reload: async () => address && refresh(address),
  }
}
