import type pg from 'pg'
import { entryKinds, entryKindList, type EntryKind } from '../../src/domain/kinds.ts'
import { gramVector } from '../../src/domain/search-grams.ts'

type Query = (text: string, values?: unknown[]) => Promise<{ rows: any[] }>

/** An entry to write; what is left out follows from its number. */
export type ShowcaseEntry = {
  number: number
  kind?: EntryKind
  campaign?: string
  track?: string
  trackId?: number
  unitPath?: string
  theme?: string | null
  award?: { level: string } | null
  votes?: number | null
  publishedAt?: Date
  title?: string
  authors?: { name: string; workplace: string | null }[]
  text?: string
  files?: { name: string; type: string }[]
}

const day = 86_400_000

/** The tracks that the rows stand in unless told: one a kind, ids 1 to 6. */
export const showcaseTracks = entryKindList.map((kind, index) => ({
  id: index + 1,
  kind,
  slug: `${entryKinds[kind].singular}-track`,
  campaign: '2022',
}))

/** Writes what the public sees without the staff's side: entries, campaigns and tracks of the read model. */
export function showcaseRows(query: Query) {
  return {
    campaign: async (slug: string, sourceId: number, sortAt = `${slug}-01-01`) => {
      const document = { slug, title: `${slug} 年活动`, year: Number(slug) || 2022 }
      await query(`insert into showcase_documents values ('campaign', $1, $2, $2, $3, $4, $4)`, [
        sourceId,
        slug,
        sortAt,
        document,
      ])
    },
    track: async (track: { id: number; slug: string; kind: string; campaign: string }) => {
      const document = { ...track, title: `子项目 ${track.slug}` }
      await query(`insert into showcase_documents values ('track', $1, $2, $3, $4, $5, $5)`, [
        track.id,
        track.campaign,
        track.slug,
        `${track.campaign}-02-01`,
        document,
      ])
    },
    entry: async (entry: ShowcaseEntry) => {
      const row = entryRow(entry)
      await query(
        `insert into showcase_entries values
           ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        Object.values(row),
      )
      for (const { name, type } of entry.files ?? []) {
        await query(`insert into showcase_files values ($1, $2, $3, null)`, [
          name,
          `entry:${row.id}`,
          type,
        ])
      }
      return row.id
    },
    takeDown: async (id: string) => {
      await query(
        `with files as (delete from showcase_files where owner = 'entry:' || $1)
         delete from showcase_entries where id = $1`,
        [id],
      )
    },
  }
}

export type ShowcaseRows = ReturnType<typeof showcaseRows>

/** Through one client: what follows each other there, follows each other in the database. */
export const rowsThrough = (client: pg.Client | pg.Pool): ShowcaseRows =>
  showcaseRows((text, values) => client.query(text, values))

function entryRow(entry: ShowcaseEntry) {
  const { number, kind = entryKindList[number % 6]!, campaign = '2022' } = entry
  const found = showcaseTracks.find((track) => track.kind === kind)!
  const { track = found.slug, trackId = found.id, unitPath = '000001' } = entry
  const { theme = null, award = null, votes = null, text = '' } = entry
  const publishedAt = entry.publishedAt ?? new Date(Date.UTC(2022, 6, 1) + number * (day / 24))
  const title = entry.title ?? `作品 ${number}`
  const authors = entry.authors ?? [{ name: `作者${number}`, workplace: '一号车间' }]
  const id = `${campaign}-${entryKinds[kind].code}-${String(number).padStart(6, '0')}`
  const unitId = Number(unitPath.slice(-6))
  const card = {
    ...{ id, kind, title, summary: `${title}的简介`, theme },
    track: { slug: track, title: `子项目 ${track}` },
    unit: { id: unitId, name: `单位 ${unitId}` },
    authors,
    cover: null,
    publishedAt: publishedAt.toISOString(),
  }
  const people = authors.flatMap(({ name, workplace }) => [name, workplace ?? ''])
  return {
    ...{ id, kind, number, campaign, track, trackId, unitId, unitPath, theme, award },
    level: award?.level ?? null,
    ...{ votes, publishedAt, card },
    document: { ...card, body: text ? { html: `<p>${text}</p>`, text } : null, media: [] },
    title: gramVector([title]),
    people: gramVector(people),
    all: gramVector([title, ...people, card.summary, text]),
  }
}
