import { afterAll, beforeAll, expect, it } from 'vitest'
import { foldVotes } from '../../src/database/voting/fold.ts'
import { publishTotals } from '../../src/database/voting/publish.ts'
import type { Node } from '../harness/delivery.ts'
import { setState, type TestRound } from '../harness/voting.ts'
import { votingScene, type Voter, type VotingScene } from '../harness/voting-scene.ts'

let scene: VotingScene
/** Keeps nothing in memory: what it says is what can be read. */
let node: Node
let rounds: Record<'hidden' | 'daily' | 'live', TestRound>
let works: Record<'hidden' | 'daily' | 'live', string[]>
let bystander: Voter
let receipt: string

const minute = 60_000
// The time of day at which the daily round shows its totals: half an hour ago, to the minute.
const shownAt = Math.floor(Date.now() / minute) * minute - 30 * minute
const timeOfDay = new Date(shownAt + 8 * 60 * minute).toISOString().slice(11, 16)

beforeAll(async () => {
  scene = await votingScene()
  node = await scene.node({ cacheBytes: 0 })
  works = {
    hidden: scene.works.slice(0, 4),
    daily: scene.works.slice(4, 8),
    live: scene.works.slice(8, 12),
  }
  const window = {
    from: new Date(Date.now() - 3 * 60 * minute).toISOString(),
    to: new Date(Date.now() + 2 * 60 * minute).toISOString(),
  }
  const round = (slug: 'hidden' | 'daily' | 'live', counts: object) =>
    scene.round({ slug, entries: works[slug], policy: { window, counts } })
  rounds = {
    hidden: await round('hidden', { shown: 'afterClose' }),
    daily: await round('daily', { shown: 'daily', at: timeOfDay }),
    live: await round('live', { shown: 'live' }),
  }
  bystander = await scene.voter()
  // Before the time of day that has passed: two votes that the daily round shows.
  await setClock(-60)
  await cast('daily', 1, 2)
  await setClock(0)
  const own = await bystander.vote('hidden', [works.hidden[3]])
  receipt = own.body.receipt
  await publish()
})
afterAll(() => scene.close())

/** Has the ballots’ clock go so many minutes before or after the true one. */
async function setClock(minutes: number) {
  await scene.client
    .query(`create or replace function ballot_clock() returns timestamptz(3) language sql volatile as
    $$ select (date_trunc('milliseconds', clock_timestamp()) + interval '${minutes} minutes')::timestamptz(3) $$`)
}

/** So many people vote for the work at this place of a round. */
async function cast(round: keyof typeof works, place: number, people: number) {
  for (let times = 0; times < people; times += 1) {
    const { vote } = await scene.voter()
    const { status, text } = await vote(round, [works[round][place]])
    if (status !== 201) throw new Error(text)
  }
}

async function publish() {
  const { rows } = await scene.client.query(
    `select max(tx)::text as tx from (select tx from votes union all select tx from vote_voids) all_rows`,
  )
  // Rows of transactions that others still might precede are folded the next time.
  for (;;) {
    await foldVotes(scene.client)
    const done = await scene.client.query(
      `select tx > $1::bigint as done from vote_progress where name = 'fold'`,
      [rows[0].tx],
    )
    if (done.rows[0].done) break
  }
  await publishTotals(scene.client)
}

const graphql = (query: string) => `/v1/graphql?query=${encodeURIComponent(query)}`

const targets = () => [
  ...['newest', 'votes'].flatMap((sort) => [
    `/v1/entries?sort=${sort}&limit=100`,
    `/v1/entries?sort=${sort}&limit=5`,
    `/v1/entries?sort=${sort}&q=%E4%BD%9C%E5%93%81&limit=100`,
    `/v1/entries?sort=${sort}&campaign=2022&kind=photos`,
  ]),
  '/v1/entries?sort=random&seed=a&limit=100',
  '/v1/entries?q=%E4%BD%9C%E5%93%81&limit=100',
  ...scene.works.map((id) => `/v1/entries/${id}`),
  ...['/v1/stats', '/v1/stats?campaign=2022', '/v1/campaigns', '/v1/tracks', '/v1/results'],
  graphql('{ entries(limit: 50) { data { id votes } page { next } } }'),
  graphql('{ entries(limit: 50, sort: votes) { data { id votes } page { next } } }'),
  ...scene.works.slice(0, 4).map((id) => graphql(`{ entry(id: "${id}") { id votes } }`)),
  '/v1/votes/rounds',
  ...Object.keys(works).flatMap((slug) => [
    `/v1/votes/rounds/${slug}`,
    `/v1/votes/rounds/${slug}/candidates?seed=a&limit=100`,
    `/v1/votes/rounds/${slug}/candidates?seed=a&limit=2`,
    `/v1/votes/rounds/${slug}/candidates?limit=100 (as a voter)`,
  ]),
  ...['/v1/votes/heads', '/v1/votes/keys', '/v1/openapi.json'],
  `/v1/votes/receipts/${receipt}`,
  '/v1/me/votes (as a voter)',
  '/v1/me/votes?round=hidden (as a voter)',
]

const changing = /^(?:date|ratelimit-.*|connection|keep-alive|x-request-id)$/

/** Every public answer, heads and tags and all, by its address. */
async function scan(): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const target of targets()) {
    const [address, voter] = target.split(' (')
    const authorization = voter ? { authorization: `Bearer ${bystander.token}` } : undefined
    const { status, headers, text } = await node.get(address!, { headers: authorization })
    // How long an answer may be kept is a matter of the clock.
    const kept = [...headers]
      .filter(([name]) => !changing.test(name))
      .map(([name, value]) => [name, name === 'cache-control' ? value.replace(/\d+/g, '') : value])
    if (status !== 200) throw new Error(`${target}: ${text}`)
    answers[target] = `${JSON.stringify(kept)}\n${text}`
  }
  return answers
}

const changed = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(after).filter((target) => after[target] !== before[target])

const votesOf = async (id: string) => (await node.get(`/v1/entries/${id}`)).body.votes

it('no public answer changes by a vote whose total is hidden, nor by one after the time of day', async () => {
  const before = await scan()
  await cast('hidden', 1, 7)
  await cast('hidden', 0, 2)
  await cast('daily', 2, 5)
  await publish()
  const after = await scan()
  expect(changed(before, after)).toEqual([])
  for (const id of works.hidden) expect(await votesOf(id)).toBeNull()
})

it('daily totals are those at the time of day, late voids and late votes aside', async () => {
  expect(await Promise.all(works.daily.map(votesOf))).toEqual([0, 2, 0, 0])
  const { body } = await node.get('/v1/votes/rounds/daily')
  expect(body.counts).toMatchObject({ now: 'before', before: new Date(shownAt).toISOString() })
  expect(body.totals.votes).toBe(2)
})

it('a vote whose total is shown changes its work, and nothing of the others', async () => {
  const before = await scan()
  await cast('live', 2, 3)
  await publish()
  const after = await scan()
  const seen = changed(before, after)
  expect(seen).toContain(`/v1/entries/${works.live[2]}`)
  expect(seen).toContain('/v1/votes/rounds/live')
  const others = [...works.hidden, ...works.daily].map((id) => `/v1/entries/${id}`)
  const untouched = [...others, '/v1/votes/rounds/hidden', '/v1/votes/rounds/daily']
  expect(seen.filter((target) => untouched.includes(target))).toEqual([])
  const first = (await node.get('/v1/entries?sort=votes&limit=3')).body.data
  expect(first.map(({ id, votes }: any) => [id, votes])).toContainEqual([works.live[2], 3])
  expect((await node.get('/v1/votes/rounds/live')).body.totals).toEqual({
    ...{ votes: 3, voided: 0, voidedBy: {} },
  })
})

it('after the close everyone sees them, and how many were voided and why', async () => {
  const { rows } = await scene.client.query(
    'select id from votes where round_id = $1 and number = 2 order by id limit 2',
    [rounds.hidden.id],
  )
  const made = await scene.client.query(
    `insert into vote_cases (title, round_id, class, query, reason) values ('案件', $1, 'automated', '{}', '演示') returning id`,
    [rounds.hidden.id],
  )
  for (const { id } of rows) {
    await scene.client.query(
      `insert into vote_voids (round_id, vote_id, number, class, case_id) values ($1, $2, 2, 'automated', $3)`,
      [rounds.hidden.id, id, made.rows[0].id],
    )
  }
  await publish()
  // Voids of hidden totals are hidden, too.
  const target = '/v1/votes/rounds/hidden'
  expect((await node.get(target)).body.totals).toBeNull()
  await setState(scene.client, rounds.hidden, 'closed')
  await publish()
  expect(await votesOf(works.hidden[1]!)).toBe(5)
  const { body } = await node.get(target)
  expect(body.counts).toMatchObject({ shown: 'afterClose', now: 'all', changesAt: null })
  expect(body.totals).toEqual({ votes: 8, voided: 2, voidedBy: { automated: 2 } })
})
