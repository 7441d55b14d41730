import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { personOf } from '../../../access/person.ts'
import { speaker } from '../../../admin/elements/translate.ts'
import type { ResultsKey } from '../translations.ts'
import { UnitObjections } from './UnitObjections.tsx'
import './unit-screen.scss'

/** `/admin/unit-objections`: Payload lets everybody reach a page of ours, so it asks itself who is there. */
export function UnitView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { admin, api } = req.payload.config.routes
  const person = personOf(req)
  if (!person) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/unit-objections`)}`)
  const say = speaker<ResultsKey>('results', req.i18n.t)
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
      <Gutter className="unit-objections">
        <h1>{say('pageTitle')}</h1>
        {isOfUnit ? (
          <UnitObjections api={`${api}/objections`} media={`${api}/media`} name={person.name} />
        ) : (
          <>
            <p>{say('forEditors')}</p>
            <Link href={admin} prefetch={false}>
              {say('toStart')}
            </Link>
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
