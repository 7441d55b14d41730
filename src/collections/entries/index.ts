import type { CollectionConfig } from 'payload'
import { entryKindList } from '../../domain/kinds.ts'
import { createEntryCollection } from './create-entry-collection.ts'

/** The six kinds of entries: cases, videos, photos, recitations, commentaries, platforms. */
export const entryCollections: CollectionConfig[] = entryKindList.map(createEntryCollection)
