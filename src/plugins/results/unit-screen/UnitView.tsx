import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { isOfUnit } from '../../../access/person.ts'
import { OwnPage } from '../../../admin/elements/OwnPage.tsx'
import { speaker } from '../../../admin/elements/translate.ts'
import type { ResultsKey } from '../translations.ts'
import { UnitObjections } from './UnitObjections.tsx'
import './unit-screen.scss'

/** `/admin/unit-objections`: the lists on notice, and what an editor's unit objects to. */
export function UnitView(view: AdminViewServerProps) {
  return (
    <OwnPage className="unit-objections" path="/unit-objections" view={view}>
      {(person, { i18n, payload }) => {
        const { admin, api } = payload.config.routes
        const say = speaker<ResultsKey>('results', i18n.t)
        return (
          <>
            <h1>{say('pageTitle')}</h1>
            {isOfUnit(person) ? (
              <UnitObjections api={`${api}/objections`} media={`${api}/media`} name={person.name} />
            ) : (
              <>
                <p>{say('forEditors')}</p>
                <Link href={admin} prefetch={false}>
                  {say('toStart')}
                </Link>
              </>
            )}
          </>
        )
      }}
    </OwnPage>
  )
}
