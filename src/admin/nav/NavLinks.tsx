'use client'
import { Link, NavGroup, useConfig, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { AdminKey } from '../translations.ts'
import { listAddress } from '../elements/list-address.ts'
import { speaker } from '../elements/translate.ts'
import { useToDo } from '../elements/use-to-do.ts'
import { useOpenNav } from './use-open-nav.ts'

export type NavGroupOfLinks = {
  label: string
  links: { slug: string; path: string; label: string }[]
}

/** The links of the side bar. The number beside a kind leads to what waits there for the reader. */
export function NavLinks({ groups }: { groups: NavGroupOfLinks[] }) {
  const { config } = useConfig()
  const { t } = useTranslation()
  const path = usePathname()
  const say = speaker<AdminKey>('house', t)
  const { data: toDo } = useToDo()
  useOpenNav()
  const items = toDo?.items ?? []
  const home = config.routes.admin
  const total = items.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <ul className="house-nav__list">
        <li className={`house-nav__item ${path === home ? 'house-nav__item--here' : ''}`}>
          <Link
            aria-current={path === home ? 'page' : undefined}
            className="house-nav__link house-nav__link--first"
            href={home}
            id="nav-to-do"
            prefetch={false}
          >
            {say('start')}
            {total > 0 && <span className="house-nav__count">{total}</span>}
          </Link>
        </li>
      </ul>
      {groups.map(({ label, links }) => (
        <NavGroup key={label} label={label}>
          <ul className="house-nav__list">
            {links.map((link) => {
              const href = `${home}${link.path}`
              const here = path === href || path.startsWith(`${href}/`)
              const count = items
                .filter(({ kind }) => kind === link.slug)
                .reduce((sum, item) => sum + item.count, 0)
              return (
                <li
                  className={`house-nav__item ${here ? 'house-nav__item--here' : ''}`}
                  key={link.slug}
                >
                  <Link
                    aria-current={path === href ? 'page' : undefined}
                    className="house-nav__link"
                    href={href}
                    id={`nav-${link.slug}`}
                    prefetch={false}
                  >
                    {link.label}
                  </Link>
                  {count > 0 && (
                    <Link
                      aria-label={`${link.label}：${say('waitingHere', { count })}`}
                      className="house-nav__count"
                      href={listAddress(href, toDo?.where ?? {})}
                      prefetch={false}
                      title={say('waitingHere', { count })}
                    >
                      {count}
                    </Link>
                  )}
                </li>
              )
            })}
          </ul>
        </NavGroup>
      ))}
    </>
  )
}
