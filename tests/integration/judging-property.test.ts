import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { judgingTrack, openedRound, pairsOf, type JudgingTrack } from '../harness/judging.ts'
import { openScene } from '../harness/scene.ts'

// Whatever happens to a panel while a round runs: quorum, balance and recusal hold by the tables.
let campaign: TestCampaign
let track: JudgingTrack
let made = 0

beforeAll(async () => {
  campaign = await testCampaign()
  const scene = await openScene(campaign)
  track = await judgingTrack(campaign, scene, { works: 7, judges: 7 })
})
afterAll(() => campaign.close())

type Happening =
  | { what: 'leaves' | 'joins' | 'evens'; judge: number }
  | { what: 'recuses' | 'marks'; judge: number; work: number }

const judge = fc.nat(6)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constantFrom('leaves' as const, 'joins' as const, 'evens' as const),
    judge,
  }),
  fc.record({
    what: fc.constantFrom('recuses' as const, 'marks' as const),
    ...{ judge, work: fc.nat(6) },
  }),
)

const call = (id: number, path: string, body: object) =>
  campaign.call('POST', `/judging-rounds/${id}/${path}`, { as: 'province', body })
const nameOf = (index: number) => `judge-${index + 1}`
const idOf = (index: number) => campaign.people[nameOf(index)]!.id

async function happen(id: number, one: Happening): Promise<number> {
  if (one.what === 'evens') return (await call(id, 'assign', { even: true })).status
  if (one.what === 'leaves') {
    return (await call(id, 'panel', { remove: [idOf(one.judge)], reason: '…' })).status
  }
  if (!('work' in one)) return (await call(id, 'panel', { add: [idOf(one.judge)] })).status
  const as = nameOf(one.judge)
  const mine = (await pairsOf(campaign, id)).filter((pair) => pair.judge === as)
  const pair = mine[one.work % Math.max(1, mine.length)]
  if (!pair) return 200
  const base = `/judging/rounds/${id}/works/${pair.number}`
  if (one.what === 'recuses') {
    const body = { kind: 'knows-author' }
    return (await campaign.call('POST', `${base}/recuse`, { as, body })).status
  }
  const marks = [
    { criterion: 'theme', marks: 1 },
    { criterion: 'craft', marks: 1 },
  ]
  const body = { marks, handIn: true, version: 0 }
  return (await campaign.call('PUT', base, { as, body })).status
}

/** Who may judge what, told from the tables alone, not by the rule that assigns. */
async function allowedIn(id: number): Promise<Map<string, Set<number>>> {
  const rows = await campaign.sql(
    `select w.entry, u.id as judge from judging_works w join videos e on e.id = w.entry_id
      join judging_panel p on p.round_id = w.round_id and p.left_at is null join users u on u.id = p.judge_id
      where w.round_id = $1 and w.gone_at is null
        and (u.unit_path is null or not (starts_with(e.unit_path, u.unit_path) or starts_with(u.unit_path, e.unit_path)))
        and not exists (select from judging_conflicts c where c.judge_id = u.id and c.entry = w.entry)`,
    [id],
  )
  const allowed = new Map(track.works.map(({ entry }) => [entry, new Set<number>()]))
  for (const row of rows) allowed.get(row.entry)!.add(row.judge)
  return allowed
}

async function check(id: number, quorum: number): Promise<void> {
  const allowed = await allowedIn(id)
  const pairs = await campaign.sql(
    `select p.entry, p.judge_id as judge, p.handed_in_at is not null as done, q.left_at is null as active
      from judging_pairs p join judging_panel q on q.round_id = p.round_id and q.judge_id = p.judge_id
      where p.round_id = $1 and p.dropped_at is null`,
    [id],
  )
  for (const [entry, may] of allowed) {
    const own = pairs.filter((pair) => pair.entry === entry)
    for (const { judge: who, active, done } of own) expect(active ? may.has(who) : done).toBe(true)
    const others = [...may].filter((who) => !own.some((pair) => pair.judge === who))
    // As many as there can be.
    expect(own.length >= quorum || others.length === 0).toBe(true)
  }
}

it(
  'panels that change while a round runs keep quorum and recusal, and even loads where asked for',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(judge, { minLength: 4, maxLength: 7 }),
        fc.integer({ min: 1, max: 2 }),
        fc.array(happening, { minLength: 1, maxLength: 10 }),
        async (panel, quorum, happenings) => {
          await campaign.sql('delete from judging_conflicts')
          await campaign.sql(
            `update judging_rounds set state = 'locked', track_id = $1 where state in ('open', 'draft')`,
            [campaign.track('photography')],
          )
          made += 1
          const judges = panel.map(nameOf)
          const id = await openedRound(campaign, { judges, quorum, key: `property-${made}` })
          await check(id, quorum)
          for (const one of happenings) {
            const status = await happen(id, one)
            expect([one, status < 500]).toEqual([one, true])
            await check(id, quorum)
          }
          const before = await pairsOf(campaign, id)
          const { status, body } = await call(id, 'assign', { even: true })
          if (status === 409) {
            expect(body.errors[0].data.code).toBe('uncovered')
            expect(await pairsOf(campaign, id)).toEqual(before)
            return
          }
          await check(id, quorum)
          await checkEven(id)
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 8) },
    )
  },
)

// Nobody has two works more than another who could take one that is not begun.
async function checkEven(id: number): Promise<void> {
  const allowed = await allowedIn(id)
  const pairs = await campaign.sql(
    `select p.entry, p.judge_id as judge, p.saved_at is not null as begun from judging_pairs p
      where p.round_id = $1 and p.dropped_at is null`,
    [id],
  )
  const active = (
    await campaign.sql(
      'select judge_id as judge from judging_panel where round_id = $1 and left_at is null',
      [id],
    )
  ).map((row) => row.judge as number)
  const load = (who: number) => pairs.filter((pair) => pair.judge === who).length
  for (const heavy of active) {
    for (const light of active) {
      if (load(heavy) - load(light) < 2) continue
      const movable = pairs.filter(
        ({ entry, judge: who, begun }) =>
          who === heavy &&
          !begun &&
          allowed.get(entry)!.has(light) &&
          !pairs.some((pair) => pair.entry === entry && pair.judge === light),
      )
      expect(movable).toEqual([])
    }
  }
}
