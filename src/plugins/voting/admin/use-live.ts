'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { usePoll } from '../../../admin/elements/poll.ts'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { idOf } from '../../../fields/id-of.ts'
import type { LiveRound } from '../live.ts'

/** How the round that is open in the edit view stands, asked for every few seconds while it runs. */
export function useLive() {
  const { id, data: saved } = useDocumentInfo()
  const { config } = useConfig()
  const number = idOf(id)
  const base = number === null ? null : `${config.routes.api}/vote-rounds/${number}`
  const address = base && `${base}/live`
  const { data, failed } = useRemote<LiveRound>(address, saved?.updatedAt)
  const isRunning = data !== null && ['open', 'paused', 'waiting'].includes(data.shown)
  usePoll(address, isRunning ? 4 : 30)
  return { base, live: data, failed, reload: async () => address && refresh(address) }
}
