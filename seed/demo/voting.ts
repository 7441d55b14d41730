import pg from 'pg'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction, query, sql } from '../../src/database/sql.ts'
import { openTeller, type Teller } from '../../src/database/voting/teller.ts'
import { environment } from '../../src/environment.ts'
import { takeRoundStep } from '../../src/plugins/voting/take-round-step.ts'
import { demoClient } from './participants/people.ts'
import { createRandom } from './random.ts'

/** A round of the demo: over a day that has begun, `ends` says how it is left. */
type DemoRound = {
  slug: string
  title: string
  about: string
  counts: { countsShown: string; countsAt?: string }
  voters: number
  ends: 'open' | 'closed'
}

const rounds: readonly DemoRound[] = [
  {
    slug: 'demo-semi-final',
    title: '演示·网络投票（第一轮，已结束）',
    about: '演示数据：投票人均为虚构。每人每天 5 票，每件作品每天最多 1 票。',
    counts: { countsShown: 'afterClose' },
    ...{ voters: 1_000, ends: 'closed' },
  },
  {
    slug: 'demo-final',
    title: '演示·网络投票（第二轮）',
    about: '演示数据：投票人均为虚构。每人每天 5 票，每件作品每天最多 1 票，票数实时公布。',
    counts: { countsShown: 'live' },
    ...{ voters: 300, ends: 'open' },
  },
]

const votesADay = 5
const day = 86_400_000

type Options = { /** Voters of each round; those of the demo unless given. */ voters?: number }

/**
 * One round that is over, with some thousand votes, and one that people vote in. Every ballot goes through
 * the teller, as everybody's; rounds that are there already are left alone.
 *
 * @returns how many votes were cast
 */
export async function loadVoting(
  payload: Payload,
  now: Date,
  { voters }: Options = {},
): Promise<number> {
  const { docs } = await payload.find({
    ...{ collection: 'users', where: { role: { equals: 'province' } }, sort: 'id', limit: 1 },
  })
  const user = docs[0] && { ...docs[0], collection: 'users' as const }
  const missing = await missingRounds(payload)
  if (!user || missing.length === 0) return 0
  const { databaseUrl, payloadSecret: secret } = environment()
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  const log = { warn: (details: object, text: string) => payload.logger.warn(details, text) }
  const teller = openTeller({ pool, secret, log } as never)
  let cast = 0
  try {
    for (const round of missing) {
      const req = await createLocalReq({ user: user as never }, payload)
      const own = { ...round, voters: voters ?? round.voters }
      cast += await loadRound(req, { round: own, teller, now, by: user.id })
    }
  } finally {
    await teller.close()
    await pool.end()
  }
  return cast
}

async function missingRounds(payload: Payload): Promise<DemoRound[]> {
  const { docs } = await payload.find({
    ...{ collection: 'vote-rounds', depth: 0, limit: 100 },
    where: { slug: { in: rounds.map(({ slug }) => slug) } },
  })
  return rounds.filter(({ slug }) => !docs.some((doc) => doc.slug === slug))
}

type Loading = { round: DemoRound; teller: Teller; now: Date; by: number }

async function loadRound(
  req: PayloadRequest,
  { round: { slug, title, about, counts, voters, ends }, teller, now, by }: Loading,
): Promise<number> {
  const { payload } = req
  const [campaign] = await query<{ id: number }>(
    req,
    sql`select id from campaigns order by year, id limit 1`,
  )
  const begins = Math.floor((now.getTime() + day / 3) / day) * day - day / 3
  const { id } = await payload.create({
    collection: 'vote-rounds',
    data: {
      ...{ slug, title, about, campaign: campaign!.id, candidatesFrom: 'published', ...counts },
      ...{ windowFrom: new Date(begins).toISOString(), periodKind: 'day', voters: 'participants' },
      windowTo: new Date(begins + 14 * day).toISOString(),
      ...{ votesPerPeriod: votesADay, votesPerEntryPerPeriod: 1, ballotMin: 1 },
      ballotMax: votesADay,
    },
    req,
  })
  const step = (action: 'open' | 'close', reason?: string) =>
    inTransaction(req, () => takeRoundStep(req, { id, action, by, reason }))
  const works = await query<{ entry: string }>(
    req,
    sql`select entry from ballot_candidates where round_id = ${id} order by number`,
  )
  if (works.length === 0) return 0
  await step('open')
  const cast = await castBallots(req, {
    ...{ slug, teller, voters, works: works.map(({ entry }) => entry) },
  })
  if (ends === 'closed') await step('close', '演示：第一轮投票结束')
  return cast
}

type Casting = { slug: string; teller: Teller; voters: number; works: readonly string[] }

// Some works are liked by many, most by a few.
async function castBallots(req: PayloadRequest, { slug, teller, voters, works }: Casting) {
  const random = createRandom(slug)
  const liked = works.flatMap((entry, index) =>
    Array.from({ length: Math.ceil(40 / (index + 1)) }, () => entry),
  )
  const [client] = await query<{ id: number }>(
    req,
    sql`select id from api_clients where client_id = ${demoClient.clientId}`,
  )
  const people = await query<{ id: number }>(
    req,
    sql`insert into participants (member, created_at)
      select true, now() - interval '30 days' from generate_series(1, ${voters}::int) returning id`,
  )
  const answers = await Promise.all(
    people.map(({ id }) => {
      const entries = [...new Set(random.sample(liked, random.integer(1, votesADay)))]
      return teller.cast({ round: slug, participant: id, client: client?.id ?? 0, entries })
    }),
  )
  return answers.reduce((sum, answer) => sum + (answer.ok ? answer.accepted.length : 0), 0)
}
