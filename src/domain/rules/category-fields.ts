import type { EntryKind } from '../kinds.ts'

export type FieldShape =
  'text' | 'longText' | 'number' | 'date' | 'declaration' | 'file' | 'files' | 'texts' | 'rows'

/** The fields that only one kind has, by the names under which rules and collections know them. */
export const categoryFields: Record<EntryKind, Readonly<Record<string, FieldShape>>> = {
  cases: {
    situation: 'longText',
    practice: 'longText',
    digitalFeatures: 'longText',
    results: 'longText',
    demonstration: 'longText',
    attachments: 'files',
  },
  videos: {
    video: 'file',
    durationSeconds: 'number',
    madeOn: 'date',
    noWatermarkDeclared: 'declaration',
  },
  photos: {
    pictures: 'files',
    takenAt: 'date',
    place: 'text',
    noCompositeDeclared: 'declaration',
  },
  recitations: {
    video: 'file',
    durationSeconds: 'number',
    textSource: 'text',
    originalText: 'longText',
  },
  commentaries: {
    body: 'longText',
    comic: 'files',
    audio: 'file',
    video: 'file',
    durationSeconds: 'number',
    h5Url: 'text',
    h5Screens: 'number',
    publishedUrl: 'text',
    publishedPlatform: 'text',
    publishedOn: 'date',
    screenshot: 'file',
    unionMemberDeclared: 'declaration',
  },
  platforms: {
    address: 'text',
    qrCode: 'file',
    operator: 'text',
    launchedOn: 'date',
    services: 'texts',
    registeredUsers: 'number',
    activeUsers: 'number',
    /** Rows of `{ indicator, fullMarks, weight, marks, evidence }`. */
    selfAssessment: 'rows',
    showcaseVideo: 'file',
    durationSeconds: 'number',
  },
}
