import type pg from 'pg'
import { entryKinds, entryKindList, type EntryKind } from '../../src/domain/kinds.ts'
import {
  articleDocument,
  campaignDocument,
  trackDocument,
  type DocumentRow,
} from '../../src/domain/showcase/documents.ts'
import { entryRow, type EntryRow } from '../../src/domain/showcase/entry.ts'
import type { StoredFile } from '../../src/domain/showcase/media.ts'
import { defaultRules } from '../../src/domain/rules/index.ts'
import { frozenList } from './results.ts'

const hour = 3_600_000
const iso = (from: number) => new Date(from).toISOString()

/** When the phases of a campaign begin and end, seen from now: the first is on. */
export function phasesAround(now: number) {
  return [
    {
      key: 'collect',
      title: '报送',
      from: iso(now - 24 * hour),
      to: iso(now + 24 * hour),
      does: '收集',
    },
    {
      key: 'judge',
      title: '评选',
      from: iso(now + 24 * hour),
      to: iso(now + 48 * hour),
      does: null,
    },
  ]
}

const campaignOf = (id: number, year: number, phases: object[]) => ({
  ...{ id, slug: String(year), title: `${year} 年活动`, year, createdAt: iso(0), phases },
  ...{ noticeDate: `${year}-06-06T16:00:00.000Z`, organisers: ['省总工会'], platforms: ['App'] },
  platformUses: ['参评展示'],
})

const picture = (id: number): StoredFile => ({
  ...{ id, alt: `图 ${id}`, filename: `original-${id}.jpg`, mimeType: 'image/jpeg' },
  ...{ bytes: 9_000_000, width: 6000, height: 4000 },
  sizes: Object.fromEntries(
    [1600, 800, 320].map((width, at) => [
      ['wide', 'card', 'thumb'][at],
      {
        ...{ filename: `p${id}-${width}.webp`, mimeType: 'image/webp', bytes: width * 100 },
        ...{ width, height: Math.round((width * 2) / 3) },
      },
    ]),
  ),
})

const film = (id: number): StoredFile => ({
  ...{ id, alt: null, filename: `v${id}.mp4`, mimeType: 'video/mp4', bytes: 5_000_000 },
  ...{ width: 1920, height: 1080, sizes: {} },
})

/** What an entry of each kind may have; everything that is public has a value. */
const contents: Record<EntryKind, Record<string, unknown>> = {
  cases: {
    situation: '背景',
    practice: '做法',
    digitalFeatures: '特色',
    results: '成效',
    demonstration: '价值',
  },
  videos: { subtype: 'drama', video: 2, durationSeconds: 61.5, madeOn: '2022-06-30T16:00:00.000Z' },
  photos: {
    subtype: 'series',
    pictures: [1, 3],
    takenAt: '2022-05-01T16:00:00.000Z',
    place: '无锡',
  },
  recitations: {
    subtype: 'recite',
    video: 2,
    durationSeconds: 90,
    textSource: '《背影》 朱自清',
    originalText: '原文',
  },
  commentaries: {
    ...{
      subtype: 'text',
      body: '第一段\n第二段',
      durationSeconds: null,
      h5Url: null,
      h5Screens: null,
    },
    ...{
      publishedUrl: 'https://news.example/1',
      publishedPlatform: '某网',
      publishedOn: '2022-05-01T16:00:00.000Z',
    },
  },
  platforms: {
    ...{
      subtype: 'wechat',
      address: '某公众号',
      operator: '某工会',
      launchedOn: '2019-05-01T16:00:00.000Z',
    },
    ...{
      services: ['就业服务'],
      registeredUsers: 2_000_000_000,
      activeUsers: 12,
      qrCode: 3,
      showcaseVideo: 2,
    },
    durationSeconds: 30,
  },
}

/** Rows as the staff's side writes them, of made-up sources: campaigns, tracks, articles, entries. */
export function publicThings(client: pg.Client) {
  const writeDocument = async (row: DocumentRow) => {
    const { type, sourceId, campaign, slug, sortAt, card, document } = row
    await client.query(
      `insert into showcase_documents values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (type, source_id) do update
       set campaign = $3, slug = $4, sort_at = $5, card = $6, document = $7`,
      [type, sourceId, campaign, slug, sortAt, card, document],
    )
  }
  const writeEntry = async (row: EntryRow, { votes, award }: Standing) => {
    await client.query(
      `insert into showcase_entries values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        ...[row.id, row.kind, row.entryId, row.campaign, row.track, row.trackId, row.unitId],
        ...[row.unitPath, row.theme, award, award?.level ?? null, votes, row.publishedAt],
        ...[row.card, row.document, row.titleGrams, row.peopleGrams, row.allGrams],
      ],
    )
  }
  return {
    campaign: (id: number, year: number, phases: object[] = phasesAround(Date.now())) =>
      writeDocument(campaignDocument(campaignOf(id, year, phases) as never)),
    track: (
      kind: EntryKind,
      year = 2022,
      phases: object[] = phasesAround(Date.now()),
      slug = trackSlug(kind),
    ) =>
      writeDocument(
        trackDocument({
          track: {
            ...{ id: trackId(kind, year), slug, kind, createdAt: iso(0) },
            ...{
              title: `${entryKinds[kind].label.zh}征集`,
              scope: 'province',
              themes: ['劳动', '权益'],
            },
            ...{ host: 1, coHosts: [2], rules: defaultRules(kind) },
          },
          campaign: campaignOf(year - 2021, year, phases) as never,
          unitNames: new Map([
            [1, '无锡市总工会'],
            [2, '南京市总工会'],
          ]),
          changes: [
            {
              at: iso(0),
              removed: [],
              added: [{ zh: '职工个人每人限报 3 件', en: 'At most 3 from each participant' }],
            },
          ],
        }),
      ),
    article: (
      id: number,
      options: { slug?: string; campaign?: string | null; title?: string } = {},
    ) =>
      writeDocument(
        articleDocument({
          article: {
            ...{ id, slug: options.slug ?? `article-${id}`, title: options.title ?? `消息 ${id}` },
            ...{
              summary: '摘要',
              publishedOn: iso(Date.UTC(2022, 5, 7) + id * hour),
              createdAt: iso(0),
            },
          },
          campaign: options.campaign === undefined ? '2022' : options.campaign,
          body: { html: `<p>正文 ${id}</p>`, text: `正文 ${id}` },
          cover: picture(id + 100),
          inText: [],
        }),
      ),
    result: async (id: number, slug: string) => {
      const opensAt = new Date(id * hour)
      const sql = async (text: string, values: unknown[] = []) =>
        (await client.query(text, values)).rows
      await frozenList(sql, { id, slug, title: '结果', opensAt })
    },
    entry: async (number: number, options: Options = {}) => {
      const { kind = entryKindList[number % 6]!, year = 2022, standing = {} } = options
      const row = entryRow({
        kind,
        entry: {
          ...contents[kind],
          ...{
            id: number,
            publicId: `${year}-${entryKinds[kind].code}-${String(number).padStart(6, '0')}`,
          },
          ...{
            title: `作品 ${number}`,
            summary: '简介',
            theme: number % 2 ? '劳动' : '权益',
            cover: 1,
          },
          ...{
            authors: [{ name: '作者甲', workplace: '一号车间', phone: 'sealed' }],
            unitPath: '000001000002',
          },
          publishedAt: iso(Date.UTC(year, 6, 1) + number * hour),
        },
        track: {
          ...{ id: trackId(kind, year), slug: trackSlug(kind), campaign: String(year) },
          title: `${entryKinds[kind].label.zh}征集`,
        },
        unit: { id: 2, name: '无锡市总工会' },
        media: new Map([picture(1), film(2), picture(3)].map((file) => [file.id, file])),
      })
      await writeEntry(row, { votes: null, award: null, ...standing })
      return row.id
    },
  }
}

type Standing = { votes: number | null; award: { level: string; title: string } | null }
type Options = { kind?: EntryKind; year?: number; standing?: Partial<Standing> }

export const trackSlug = (kind: EntryKind) => `${entryKinds[kind].singular}-track`
const trackId = (kind: EntryKind, year: number) =>
  (year - 2022) * 10 + entryKindList.indexOf(kind) + 1
