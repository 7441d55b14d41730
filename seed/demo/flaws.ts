/** Drafts and returned works break a few rules, so that the desk has something to say. */
import type { EntryKind } from '../../src/domain/kinds.ts'
import type { Status } from '../../src/domain/workflow.ts'
import type { Content } from './contents.ts'

/**
 * A returned work was complete when it was sent in, so it only gets warnings; a draft may lack what
 * would stop it.
 */
export function spoil({
  kind,
  status,
  data,
  files,
}: Content & { kind: EntryKind; status: Status }): Content {
  return status === 'draft' ? drafts[kind]({ data, files }) : returned[kind]({ data, files })
}

type Spoil = (content: Content) => Content

const drafts: Record<EntryKind, Spoil> = {
  photos: ({ data, files }) => ({
    data: { ...data, place: undefined, noCompositeDeclared: false },
    files,
  }),
  videos: ({ data, files }) => ({
    data: { ...data, durationSeconds: 521, noWatermarkDeclared: false },
    files,
  }),
  recitations: ({ data, files }) => ({
    data: { ...data, textSource: undefined, durationSeconds: 333 },
    files,
  }),
  commentaries: ({ data, files }) => ({
    data: { ...data, publishedUrl: undefined },
    files: files.filter(({ field }) => field !== 'screenshot'),
  }),
  cases: ({ data, files }) => ({
    data: { ...data, results: '服务效果明显提升，广大职工普遍欢迎。', demonstration: undefined },
    files,
  }),
  platforms: ({ data, files }) => ({
    data: { ...data, activeUsers: (data.registeredUsers as number) + 1, operator: undefined },
    files,
  }),
}

const asItIs: Spoil = (content) => content

const returned: Record<EntryKind, Spoil> = {
  photos: asItIs,
  videos: asItIs,
  recitations: asItIs,
  commentaries: asItIs,
  cases: ({ data, files }) => ({
    data: { ...data, results: '服务效果明显提升，办理时间大幅缩短，广大职工普遍欢迎。' },
    files,
  }),
  platforms: asItIs,
}
