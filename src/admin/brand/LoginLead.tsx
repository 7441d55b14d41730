import type { ServerProps } from 'payload'
import type { AdminKey } from '../translations.ts'
import { speaker } from '../elements/translate.ts'
import { OtherLanguage } from './OtherLanguage.tsx'
import './brand.scss'

/** What this place is, in a sentence, above the login; and the way to the other language. */
export function LoginLead({ i18n }: ServerProps) {
  const say = speaker<AdminKey>('house', i18n.t)
  return (
    <div className="house-lead">
      <p>{say('loginLead')}</p>
      <OtherLanguage />
    </div>
  )
}
