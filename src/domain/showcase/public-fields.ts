import type { EntryKind } from '../kinds.ts'
import { caseSections } from '../rules/services.ts'
import type { Words } from '../words.ts'

/** `media`: one file or several; they are shown under `media`, not under the field's name. */
export type PublicShape = 'text' | 'longText' | 'number' | 'day' | 'texts' | 'media'

/**
 * What a published entry of each kind shows beside what all kinds show. Declarations, evidence for the
 * reviewers and the self-assessment are not here and never leave the house.
 */
export const publicFields = {
  cases: {
    situation: 'longText',
    practice: 'longText',
    digitalFeatures: 'longText',
    results: 'longText',
    demonstration: 'longText',
  },
  videos: { video: 'media', durationSeconds: 'number', madeOn: 'day' },
  photos: { pictures: 'media', takenAt: 'day', place: 'text' },
  recitations: {
    video: 'media',
    durationSeconds: 'number',
    textSource: 'text',
    originalText: 'longText',
  },
  commentaries: {
    body: 'longText',
    comic: 'media',
    audio: 'media',
    video: 'media',
    durationSeconds: 'number',
    h5Url: 'text',
    h5Screens: 'number',
    publishedUrl: 'text',
    publishedPlatform: 'text',
    publishedOn: 'day',
  },
  platforms: {
    address: 'text',
    qrCode: 'media',
    operator: 'text',
    launchedOn: 'day',
    services: 'texts',
    registeredUsers: 'number',
    activeUsers: 'number',
    showcaseVideo: 'media',
    durationSeconds: 'number',
  },
} as const satisfies Record<EntryKind, Readonly<Record<string, PublicShape>>>

/** The fields of every kind that hold files, in the order in which they are shown: the cover first. */
export function mediaFieldsOf(kind: EntryKind): string[] {
  const own = Object.entries(publicFields[kind]).filter(([, shape]) => shape === 'media')
  return ['cover', ...own.map(([name]) => name)]
}

/** The texts that make up an entry's body, in order; with a heading where there are several. */
export const bodySections: Record<EntryKind, readonly { name: string; heading: Words | null }[]> = {
  cases: caseSections.map(({ name, label }) => ({ name, heading: label })),
  videos: [],
  photos: [],
  recitations: [{ name: 'originalText', heading: null }],
  commentaries: [{ name: 'body', heading: null }],
  platforms: [],
}

/** Further texts in which a search looks, beside title, people, summary, theme and body. */
export const searchedFields: Record<EntryKind, readonly string[]> = {
  cases: [],
  videos: [],
  photos: ['place'],
  recitations: ['textSource'],
  commentaries: ['publishedPlatform'],
  platforms: ['operator', 'address', 'services'],
}
