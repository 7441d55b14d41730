'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { idOf } from '../../../fields/id-of.ts'

/** The desk of the document that is open in the edit view; `base` is null while it is being made. */
export function useDesk<Desk>(collection: 'results' | 'objections') {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const number = idOf(id)
  const base = number === null ? null : `${config.routes.api}/${collection}/${number}`
  const address = base && `${base}/desk`
  const { data, failed } = useRemote<Desk>(address, lastUpdateTime)
  return { base, desk: data, failed, reload: async () => address && refresh(address) }
}
