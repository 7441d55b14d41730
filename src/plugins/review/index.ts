import type { Config, Plugin } from 'payload'
import { isEntryKind } from '../../domain/kinds.ts'
import { withEndpoints, withTexts } from '../../hooks/extend.ts'
import { callEndpoint } from './call-endpoint.ts'
import { contactsEndpoint } from './contacts-endpoint.ts'
import { countsEndpoint } from './counts-endpoint.ts'
import { deskEndpoint } from './desk-endpoint.ts'
import { noteEndpoint } from './note-endpoint.ts'
import { toDoEndpoint } from './to-do-endpoint.ts'
import { transitionEndpoint } from './transition-endpoint.ts'
import { reviewTranslations } from './translations.ts'

/**
 * The three reviews: gives every entry collection its transition, desk, notes and contacts, every
 * track its call, and every person a list of what waits for them.
 */
export const review =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    endpoints: [...(config.endpoints ?? []), toDoEndpoint],
    i18n: withTexts(config.i18n, reviewTranslations),
    collections: (config.collections ?? []).map((collection) => {
      if (collection.slug === 'tracks') return withEndpoints(collection, [callEndpoint])
      if (!isEntryKind(collection.slug)) return collection
      return withEndpoints(collection, [
        countsEndpoint,
        transitionEndpoint,
        deskEndpoint,
        noteEndpoint,
        contactsEndpoint,
      ])
    }),
  })
