import type { PayloadRequest } from 'payload'
import { list, query, sql } from '../../database/sql.ts'
import { words } from '../../domain/words.ts'
import { idOf } from '../../fields/id-of.ts'
import { refusal } from '../../hooks/refuse.ts'
import { candidatesOf, unknownAmong } from './candidates.ts'
import type { Round } from './read-round.ts'

const sources = ['published', 'listed']

/**
 * Campaign, tracks and works of a draft: tracks of the campaign, and works that are published in them.
 *
 * @returns what is written of it
 */
export async function checkPlace(
  req: PayloadRequest,
  data: Partial<Round>,
): Promise<Partial<Round>> {
  const { field, listed } = candidatesOf(data)
  const [campaign] = await query(
    req,
    sql`select id from campaigns where id = ${field.campaign} for share`,
  )
  if (!campaign) {
    const message = { zh: '请选择活动', en: 'Choose the campaign' }
    throw refusal(400, message, { code: 'no-campaign', path: 'campaign' })
  }
  const own = await query<{ id: number }>(
    req,
    sql`select id from tracks where campaign_id = ${field.campaign} and id in ${list(field.tracks)}
      order by id for share`,
  )
  if (own.length !== new Set(field.tracks).size) {
    const message = {
      zh: '子项目应属于所选的活动',
      en: 'The tracks must be those of the campaign',
    }
    throw refusal(400, message, { code: 'wrong-track', path: 'tracks' })
  }
  if (!sources.includes(data.candidatesFrom as string)) {
    const message = words(`候选作品应为 ${sources.join('、')} 之一`, `One of ${sources.join(', ')}`)
    throw refusal(400, message, { code: 'bad-value', path: 'candidatesFrom' })
  }
  if (listed === null) return {}
  await refuseUnknown(req, data, listed)
  return { listed: listed.join('\n') }
}

/** @throws 422 `unknown-entries` naming the works that are not published in the round's tracks */
export async function refuseUnknown(
  req: PayloadRequest,
  data: Partial<Round>,
  ids: readonly string[],
): Promise<void> {
  const unknown = await unknownAmong(req, candidatesOf(data).field, ids)
  if (unknown.length === 0) return
  const names = unknown.slice(0, 10).join('、')
  const more =
    unknown.length > 10 ? { zh: `等 ${unknown.length} 件`, en: ' and more' } : words('', '')
  const message = {
    zh: `不是本轮子项目中已发布的作品：${names}${more.zh}`,
    en: `Not published in the tracks of this round: ${names}${more.en}`,
  }
  throw refusal(422, message, {
    ...{ code: 'unknown-entries', entries: unknown.slice(0, 100) },
    errors: [{ path: 'listed', message: `${message.zh} / ${message.en}` }],
  })
}

const fixed: [name: keyof Round & string, zh: string][] = [
  ['slug', '标识'],
  ['campaign', '活动'],
  ['tracks', '子项目'],
  ['candidatesFrom', '候选作品'],
  ['listed', '候选作品编号'],
]

/** Receipts and seals name a round by its slug, and votes its works by number: once opened, both stay. */
export function refuseFixed(before: Round, after: Partial<Round>): void {
  for (const [name, zh] of fixed) {
    if (JSON.stringify(plain(before[name])) === JSON.stringify(plain(after[name]))) continue
    const message = {
      zh: `投票开放之后，“${zh}”不能更改`,
      en: `“${name}” is fixed once a round was opened`,
    }
    throw refusal(409, message, { code: 'round-opened', path: name })
  }
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => idOf(one) ?? one)
  return value === '' || value === undefined ? null : (idOf(value) ?? value)
}
