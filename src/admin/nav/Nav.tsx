import { NavHamburger, NavWrapper } from '@payloadcms/next/client'
import { Logout } from '@payloadcms/ui'
import type { CollectionSlug, SanitizedPermissions, ServerProps, VisibleEntities } from 'payload'
import type { AdminKey } from '../translations.ts'
import { inLanguage, speaker } from '../elements/translate.ts'
import { Mark } from '../brand/Mark.tsx'
import { NavLinks, type NavGroupOfLinks } from './NavLinks.tsx'
import { tasks } from './tasks.ts'
import './nav.scss'

type Props = ServerProps & { permissions?: SanitizedPermissions; visibleEntities: VisibleEntities }

/** The side bar: what waits first, then the collections by task, as far as the reader may use them. */
export function Nav({ i18n, payload, permissions, visibleEntities, user }: Props) {
  const say = speaker<AdminKey>('house', i18n.t)
  // Files are reached through the entries that use them; the province alone keeps the store in order.
  const usable = (slug: CollectionSlug) =>
    (slug !== 'media' || user?.role === 'province') &&
    visibleEntities.collections.includes(slug) &&
    Boolean(permissions?.collections?.[slug]?.read)
  const groups = tasks
    .map(({ key, collections, pages = [] }): NavGroupOfLinks => ({
      label: say(key),
      links: [
        ...collections.filter(usable).map((slug) => {
          const { labels } = payload.collections[slug].config
          return {
            ...{ slug, path: `/collections/${slug}` },
            label: inLanguage(labels.plural as { zh: string; en: string }, i18n.language),
          }
        }),
        ...pages
          .filter(({ roles }) => (roles as readonly unknown[]).includes(user?.role))
          .map(({ path, label }) => ({ slug: path.slice(1), path, label: say(label) })),
      ],
    }))
    .filter(({ links }) => links.length > 0)
  return (
    <NavWrapper baseClass="nav">
      <nav aria-label={say('navigation')} className="nav__wrap house-nav">
        <div className="house-nav__brand">
          <Mark size={30} />
          <span>{say('product')}</span>
        </div>
        <NavLinks groups={groups} />
        <div className="nav__controls house-nav__foot">
          <span className="house-nav__who">{user?.name}</span>
          <Logout />
        </div>
      </nav>
      <div className="nav__header">
        <div className="nav__header-content">
          <NavHamburger baseClass="nav" />
        </div>
      </div>
    </NavWrapper>
  )
}
