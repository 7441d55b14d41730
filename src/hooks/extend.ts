import type { CollectionConfig, Config } from 'payload'

type Hooks = NonNullable<CollectionConfig['hooks']>
type Endpoints = Exclude<CollectionConfig['endpoints'], false | undefined>

/** How plugins add to what others have made: always behind what is there, never instead of it. */

/** A collection with more hooks; they see what those before them wrote. */
export function withHooks(collection: CollectionConfig, added: Hooks): CollectionConfig {
  const known = collection.hooks ?? {}
  const names = Object.keys(added) as (keyof Hooks)[]
  const merged = names.map((name) => [name, [...(known[name] ?? []), ...(added[name] ?? [])]])
  return { ...collection, hooks: { ...known, ...Object.fromEntries(merged) } }
}

export function withEndpoints(
  collection: CollectionConfig,
  endpoints: Endpoints,
): CollectionConfig {
  return { ...collection, endpoints: [...(collection.endpoints || []), ...endpoints] }
}

type Page = { component: string; path: `/${string}`; title: string }

/**
 * The admin with a page of its own.
 *
 * @param component its file from the root of the project, `#` and what it exports
 */
export function withPage(config: Config, name: string, { component, path, title }: Page): Config {
  const { admin } = config
  const page = { Component: component, path, exact: true, meta: { title } }
  const views = { ...admin?.components?.views, [name]: page }
  return { ...config, admin: { ...admin, components: { ...admin?.components, views } } }
}

/** The texts of the admin with those of one more plugin. */
export function withTexts(i18n: Config['i18n'], texts: { zh: object; en: object }): Config['i18n'] {
  const { zh, en } = (i18n?.translations ?? {}) as Record<string, object>
  return { ...i18n, translations: { zh: { ...zh, ...texts.zh }, en: { ...en, ...texts.en } } }
}
