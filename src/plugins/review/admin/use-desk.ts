'use client'
import { useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { useEntry } from '../../../admin/elements/use-entry.ts'
import { idOf } from '../../../fields/id-of.ts'
import type { Call } from '../call.ts'
import type { Desk } from './desk-types.ts'

export { useEntry }

/** The desk of the open entry, asked for again after every save and step. */
export function useDesk() {
  const { address } = useEntry()
  const { data } = useDocumentInfo()
  const desk = address && `${address}/desk`
  const version = `${data?.updatedAt} ${data?.status}`
  return { ...useRemote<Desk>(desk, version), reload: async () => desk && refresh(desk) }
}

/** The call of the track that is chosen in the form now, which need not be the saved one. */
export function useCall(): Call | null {
  const { config } = useConfig()
  const track = useFormFields(([fields]) => idOf(fields?.track?.value))
  return useRemote<Call>(track === null ? null : `${config.routes.api}/tracks/${track}/call`).data
}
