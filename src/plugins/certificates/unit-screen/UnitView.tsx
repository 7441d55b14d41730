import type { AdminViewServerProps } from 'payload'
import { isOfUnit } from '../../../access/person.ts'
import { OwnPage } from '../../../admin/elements/OwnPage.tsx'
import { speaker } from '../../../admin/elements/translate.ts'
import type { CertificateKey } from '../translations.ts'
import { UnitCertificates } from './UnitCertificates.tsx'

/** `/admin/unit-certificates`: what the works of an editor's unit were given. */
export function UnitView(view: AdminViewServerProps) {
  return (
    <OwnPage path="/unit-certificates" view={view}>
      {(person, { i18n, payload }) => {
        const say = speaker<CertificateKey>('certificates', i18n.t)
        const api = `${payload.config.routes.api}/certificates`
        return (
          <>
            <h1>{say('unitTitle')}</h1>
            {isOfUnit(person) ? <UnitCertificates api={api} /> : <p>{say('forEditors')}</p>}
          </>
        )
      }}
    </OwnPage>
  )
}
