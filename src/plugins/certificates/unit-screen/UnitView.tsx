import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { personOf } from '../../../access/person.ts'
import { speaker } from '../../../admin/elements/translate.ts'
import type { CertificateKey } from '../translations.ts'
import { UnitCertificates } from './UnitCertificates.tsx'

/** `/admin/unit-certificates`: Payload lets everybody reach a page of ours, so it asks itself who is there. */
export function UnitView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { admin, api } = req.payload.config.routes
  const person = personOf(req)
  if (!person) {
    redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/unit-certificates`)}`)
  }
  const say = speaker<CertificateKey>('certificates', req.i18n.t)
  const isOfUnit = person.role === 'editor' && person.unitPath !== ''
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
      <Gutter>
        <h1>{say('unitTitle')}</h1>
        {isOfUnit ? <UnitCertificates api={`${api}/certificates`} /> : <p>{say('forEditors')}</p>}
      </Gutter>
    </DefaultTemplate>
  )
}
