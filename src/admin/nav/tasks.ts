import type { CollectionSlug } from 'payload'
import type { Role } from '../../access/person.ts'
import { entryKindList } from '../../domain/kinds.ts'
import type { AdminKey } from '../translations.ts'

/** A page of its own beside the collections; `path` behind the admin's. */
export type TaskPage = { path: string; label: AdminKey; roles: readonly Role[] }
export type Task = { key: AdminKey; collections: CollectionSlug[]; pages?: TaskPage[] }

/** The navigation by what people come to do. What a person may not use is left out of it. */
export const tasks: Task[] = [
  { key: 'entries', collections: [...entryKindList, 'media'] },
  { key: 'review', collections: ['review-logs', 'word-lists'] },
  { key: 'publishing', collections: ['articles'] },
  { key: 'voting', collections: ['vote-rounds', 'vote-cases'] },
  {
    key: 'judging',
    collections: ['judging-rounds', 'results', 'objections', 'certificate-templates'],
    pages: [
      { path: '/unit-objections', label: 'unitObjections', roles: ['editor'] },
      { path: '/unit-certificates', label: 'unitCertificates', roles: ['editor'] },
    ],
  },
  {
    key: 'campaign',
    collections: ['campaigns', 'tracks', 'quotas', 'api-clients', 'notice-templates'],
  },
  { key: 'people', collections: ['units', 'users'] },
]
