import { createHash } from 'node:crypto'
import { canonicalJson } from '../../src/domain/results/canonical.ts'

type Sql = (text: string, values?: unknown[]) => Promise<any[]>

const day = 86_400_000

export const levels = [
  { key: 'first', name: { zh: '一等奖', en: 'First prize' }, count: 1, atLeast: null },
  { key: 'second', name: { zh: '二等奖', en: 'Second prize' }, count: 2, atLeast: null },
]

/**
 * A round of judging whose ranking is locked, as the judging side would leave it: works in their order, the
 * first one first, the first three with awards. `sql` on the database, `track` its id.
 */
export async function lockedRound(
  sql: Sql,
  {
    track,
    works,
    by,
    key = 'final',
    reserves = works.slice(3),
  }: {
    track: number
    works: readonly string[]
    by: [number, number]
    key?: string
    reserves?: readonly string[]
  },
): Promise<{ round: number; text: string; sha256: string }> {
  const [{ id: round }] = await sql(
    `insert into judging_rounds (title, track_id, key, window_from, window_to, state)
     values ('终评', $1, $2, now() - interval '9 days', now() - interval '2 days', 'locked') returning id`,
    [track, key],
  )
  const locked = await lockAgain(sql, { round, track, works, by, key, reserves, version: 1 })
  return { round, ...locked }
}

/** Another version of a round's locked ranking. */
export async function lockAgain(
  sql: Sql,
  {
    round,
    track,
    works,
    by,
    key = 'final',
    reserves = works.slice(3),
    version,
  }: {
    round: number
    track: number
    works: readonly string[]
    by: [number, number]
    key?: string
    reserves?: readonly string[]
    version: number
  },
): Promise<{ text: string; sha256: string }> {
  const [place] = await sql(
    `select t.slug as track, c.slug as campaign from tracks t join campaigns c on c.id = t.campaign_id where t.id = $1`,
    [track],
  )
  const text = canonicalJson({
    ...{ format: 'ranking/1', campaign: place.campaign, track: place.track, round: key, version },
    ...{ replaces: null, reason: null, rules: {}, entries: works.length, seed: 'seed', panel: 3 },
    awardPolicy: { levels, mostPercent: null, reserves: 3, equalAtLine: 'by-hand' },
    full: 10_000,
    works: works.map((entry, index) => ({
      ...{ entry, number: index + 1, rank: index + 1, value: String(95 - index), judges: '90' },
      ...{ vote: null, votes: null, submittedAt: null, equals: 1, partedBy: null },
      disagreement: null,
    })),
    ...{ leftOut: [], marks: [], orders: [], vote: null, decisions: [], levelDecisions: [] },
    goesOn: [],
    awards: works.slice(0, 3).map((entry, index) => ({
      ...{ entry, level: index === 0 ? 'first' : 'second', rank: index + 1 },
    })),
    vacancies: [],
    reserves: [...reserves],
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  await sql(
    `insert into judging_locks (round_id, version, text, sha256, asked_by, asked_at, confirmed_by)
     values ($1, $2, $3, $4, $5, now(), $6)`,
    [round, version, text, sha256, by[0], by[1]],
  )
  return { text, sha256 }
}

/** A notice that begins in an hour and lasts as many days; moved by {@link setNoticeClock}. */
export const noticeIn = (hours: number, days = 7) => ({
  from: new Date(Date.now() + hours * 3_600_000).toISOString(),
  to: new Date(Date.now() + hours * 3_600_000 + days * day).toISOString(),
})

/** Has the clock of notices stand at an instant, or, with null, go as it does. */
export async function setNoticeClock(sql: Sql, at: Date | string | number | null): Promise<void> {
  const now = at === null ? 'clock_timestamp()' : `'${new Date(at).toISOString()}'::timestamptz`
  await sql(`create or replace function notice_clock() returns timestamptz(3) language sql volatile as
    $$ select date_trunc('milliseconds', ${now})::timestamptz(3) $$`)
}

/**
 * A list that is on notice, for those who only read: one award, the first version, frozen by whatever two
 * accounts there are.
 */
export async function frozenList(
  sql: Sql,
  { id, slug, title, opensAt }: { id: number; slug: string; title: string; opensAt: Date },
): Promise<void> {
  const track = '(select id from tracks order by id offset $1 limit 1)'
  const [round] = await sql(
    `insert into judging_rounds (title, track_id, key, window_from, window_to, state)
     values ('终评', ${track}, $2, now(), now(), 'locked') returning id`,
    [id - 1, `of-list-${id}`],
  )
  const closesAt = new Date(opensAt.getTime() + 7 * day)
  const notice = { from: opensAt.toISOString(), to: closesAt.toISOString() }
  const [result] = await sql(
    `insert into results (title, track_id, round_id, notice_from, notice_to, contact, state, public_id, version)
     values ($2, ${track}, $3, $4, $5, '活动办公室', 'frozen', $6, 1) returning id`,
    [id - 1, title, round.id, notice.from, notice.to, slug],
  )
  const text = canonicalJson({
    ...{ format: 'results/1', campaign: '2022', track: slug.replace(/^2022-/, ''), title, notice },
    ...{
      version: 1,
      replaces: null,
      reason: null,
      contact: '活动办公室',
      basis: {},
      vacancies: [],
    },
    levels: [{ key: 'first', name: { zh: '一等奖', en: 'First prize' } }],
    awards: [
      {
        ...{ entry: '2022-PHO-000002', level: 'first', rank: 1, title: '清晨' },
        ...{ unit: '无锡市总工会', authors: ['作者甲'] },
      },
    ],
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  await sql(`insert into result_keys (id, public_key) values ('key', $1) on conflict do nothing`, [
    Buffer.alloc(32).toString('base64url'),
  ])
  await sql(
    `insert into result_versions (result_id, version, public_id, campaign, track, text, sha256, signature, key_id,
       opens_at, closes_at, asked_by, asked_at, confirmed_by)
     select $1, 1, $2, '2022', 'x', $3, $4, 'signature', 'key', $5, $6, min(id), now(), max(id) from users`,
    [result.id, slug, text, sha256, notice.from, notice.to],
  )
}
