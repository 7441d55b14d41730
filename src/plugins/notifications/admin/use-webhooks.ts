'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import type { ShownEndpoint } from '../../../database/notices/client-endpoints.ts'
import { idOf } from '../../../fields/id-of.ts'

/** The endpoints of the client that is open; `path` is null while it is being made. */
export function useWebhooks() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const number = idOf(id)
  const path = number === null ? null : `/api-clients/${number}/webhooks`
  const address = path && `${config.routes.api}${path}`
  const { data, failed } = useRemote<{ endpoints: ShownEndpoint[] }>(address)
  return {
    path,
    endpoints: data?.endpoints ?? null,
    failed,
    reload: async () => address && refresh(address),
  }
}
