import type { CollectionSlug } from 'payload'
import { entryKindList } from '../../domain/kinds.ts'
import type { AdminKey } from '../translations.ts'

export type Task = { key: AdminKey; collections: CollectionSlug[] }

/** The navigation by what people come to do. What a person may not use is left out of it. */
export const tasks: Task[] = [
  { key: 'entries', collections: [...entryKindList, 'media'] },
  { key: 'review', collections: ['review-logs', 'word-lists'] },
  { key: 'publishing', collections: ['articles'] },
  { key: 'voting', collections: ['vote-rounds', 'vote-cases'] },
  {
    key: 'judging',
    collections: ['judging-rounds', 'results', 'objections', 'certificate-templates'],
  },
  {
    key: 'campaign',
    collections: ['campaigns', 'tracks', 'quotas', 'api-clients', 'notice-templates'],
  },
  { key: 'people', collections: ['units', 'users'] },
]
