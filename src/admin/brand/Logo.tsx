import type { ServerProps } from 'payload'
import type { AdminKey } from '../translations.ts'
import { speaker } from '../elements/translate.ts'
import { Mark } from './Mark.tsx'
import './brand.scss'

/** The mark and the campaign's name on the pages before the login. */
export function Logo({ i18n }: ServerProps) {
  const say = speaker<AdminKey>('house', i18n.t)
  return (
    <div className="house-logo">
      <Mark size={64} />
      <h1 className="house-logo__name">{say('product')}</h1>
      <p className="house-logo__owner">{say('organiser')}</p>
    </div>
  )
}
