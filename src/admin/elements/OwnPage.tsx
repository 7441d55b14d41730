import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { ReactNode } from 'react'
import { personOf, type Person } from '../../access/person.ts'

type Props = {
  view: AdminViewServerProps
  /** Behind `/admin`, with its slash. */
  path: string
  className?: string
  children: (person: Person, req: PayloadRequest) => ReactNode
}

/**
 * A page of ours with the admin's frame. Payload lets everybody reach such pages: whoever is not logged in
 * is sent to do so; what others may see is for the page to ask.
 */
export function OwnPage({ view, path, className, children }: Props) {
  const { initPageResult, params, searchParams } = view
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { admin } = req.payload.config.routes
  const person = personOf(req)
  if (!person) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${path}`)}`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <Gutter className={className}>{children(person, req)}</Gutter>
    </DefaultTemplate>
  )
}
