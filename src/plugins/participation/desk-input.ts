import type { PayloadRequest } from 'payload'
import { query, sql } from '../../database/sql.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import type { OwnInput } from '../../domain/participation/entry-desk.ts'
import { tooYoung } from '../../domain/participation/minors.ts'
import { ownFieldsOf } from '../../domain/participation/own-fields.ts'
import { dayStart } from '../../domain/phases.ts'
import { idOf } from '../../fields/id-of.ts'
import type { Entry } from '../../hooks/steps/entry.ts'
import type { DeskRequest } from './desk-request.ts'
import { mediaIdOf } from './own-files.ts'

/** What a participant wrote as the collection's data; `before` is the work that it changes. */
export async function entryData(
  { req, who, client }: DeskRequest,
  kind: EntryKind,
  given: OwnInput,
  before?: Entry,
): Promise<Record<string, unknown>> {
  const { track, campaign, unit, fields } = given
  if (fields.ageGroup === 'child') {
    throw new DeskRefusal(422, tooYoung.code, tooYoung.words, [
      { path: tooYoung.path, message: tooYoung.words.zh },
    ])
  }
  const data: Record<string, unknown> = { ...fields }
  const shapes = ownFieldsOf(kind)
  for (const [name, value] of Object.entries(fields)) {
    const shape = shapes[name]
    if (value === null || shape === undefined) continue
    const known = (reference: unknown, path: string) =>
      mediaIdOf(req, who.participant, { kind, field: name, path, reference })
    if (shape === 'file') data[name] = await known(value, name)
    if (shape === 'files') {
      const ids: unknown[] = []
      for (const [index, one] of (value as unknown[]).entries()) {
        ids.push(await known(one, `${name}.${index}`))
      }
      data[name] = ids
    }
    if (shape === 'date') data[name] = checkedDay(name, value)
  }
  if (track !== undefined) {
    const stays = before ? idOf(before.campaign) : null
    data.track = await trackId(req, { slug: track, campaign, stays, kind })
  }
  if (unit !== undefined) data.unit = unit
  if (before) return data
  return { title: '未命名作品', unit: client.unit, ...data }
}

/** `stays`: the campaign of a work that is changed; a new one is for the newest. */
type Named = { slug: string; campaign: string | undefined; stays: number | null; kind: EntryKind }

async function trackId(
  req: PayloadRequest,
  { slug, campaign, stays, kind }: Named,
): Promise<number> {
  const [row] = await query<{ id: number; kind: string }>(
    req,
    sql`select t.id, t.kind::text as kind from tracks t join campaigns c on c.id = t.campaign_id
      where t.slug = ${slug} and c.slug = coalesce(${campaign ?? null}::text,
        (select slug from campaigns where id = ${stays}::integer),
        (select slug from campaigns order by year desc, id desc limit 1))`,
  )
  if (row?.kind === kind) return row.id
  const words = row
    ? { zh: `子项目“${slug}”不收这类作品`, en: `The track “${slug}” does not take this kind` }
    : { zh: `没有子项目“${slug}”`, en: `There is no track “${slug}”` }
  throw new DeskRefusal(400, 'wrong-track', words, [
    { path: 'track', message: `${words.zh} / ${words.en}` },
  ])
}

// Days that do not exist would become others without a word.
function checkedDay(path: string, value: unknown): unknown {
  if (typeof value !== 'string' || !Number.isNaN(dayStart(value).getTime())) return value
  const words = { zh: `${path}：没有这一天`, en: `${path}: there is no such day` }
  throw new DeskRefusal(400, 'bad-value', words, [{ path, message: `${words.zh} / ${words.en}` }])
}
