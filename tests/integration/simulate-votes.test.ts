import { afterAll, beforeAll, expect, it } from 'vitest'
import { planCrowds, type Crowd, type Person } from '../../scripts/simulate/crowds.ts'
import { enterAll, playAll, type Played } from '../../scripts/simulate/play.ts'
import { playReplays, type Trick } from '../../scripts/simulate/replays.ts'
import { makeReport, showReport, type FoundGroup } from '../../scripts/simulate/report.ts'
import { openApi, type Api } from '../../scripts/simulate/voters.ts'
import { assessRound } from '../../src/database/voting/risk/assess.ts'
import { testClient, testFieldKey } from '../harness/clients.ts'
import {
  deliveryScene,
  patient,
  until,
  type DeliveryScene,
  type Node,
} from '../harness/delivery.ts'
import { makeRound, type TestRound } from '../harness/voting.ts'

// A quarter of an hour in a second: afterwards each trace gets the time at which its ballot was due.
const lasts = 15 * 60_000
const speed = 1_000
const works = Array.from({ length: 12 }, (_, index) => `2022-PHO-${100_001 + index}`)

let scene: DeliveryScene
let node: Node
let round: TestRound
let api: Api
let crowds: Crowd[]
let played: Map<Crowd, Played>
let tricks: Trick[]
let groups: FoundGroup[]

beforeAll(async () => {
  scene = await deliveryScene()
  const sql = async (text: string, values: unknown[] = []) =>
    (await scene.client.query(text, values)).rows
  round = await makeRound(scene.client, { slug: 'simulated', entries: works })
  const client = await testClient(sql, 'simulation', {
    scopes: ['votes:write'],
    rateTier: 'high',
  })
  node = await scene.node({
    ...{ fieldKey: testFieldKey, patience: patient, uploadDir: scene.mediaDir },
    // Whoever comes in is asked for nothing but a vote.
    takingPart: { desk: {}, rights: {} } as never,
  })
  api = openApi(node.url, round.slug, (sub) => client.sign({ sub }))
  crowds = planCrowds({ works, lasts, people: 80, least: 1, seed: 7, run: 'test' })
  const peopleOf = (isHonest: boolean) =>
    crowds.filter((crowd) => crowd.isHonest === isHonest).flatMap(({ people }) => people)
  const honest = await enterAll(api, peopleOf(true))
  await sql(`update participants set created_at = now() - interval '40 days'`)
  const bought = await enterAll(api, peopleOf(false))
  const sessions = new Map([...honest, ...bought])
  played = await playAll(api, crowds, sessions, { speed })
  const taken = [...played.values()].reduce((sum, { letIn }) => sum + letIn, 0)
  await until(async () => {
    const [{ count }] = await sql('select count(*)::int from vote_traces')
    return count === taken
  })
  const plan = crowds.flatMap(({ ballots }) => ballots)
  await sql(
    `update vote_traces set at = now() + due * interval '1 ms'
     from unnest($1::int[], $2::float[]) as planned (who, due) where participant_id = who`,
    [plan.map(({ person }) => participantIn(sessions.get(person)!)), plan.map(({ at }) => at)],
  )
  await assessRound(scene.client as never, round.id)
  groups = await sql(
    `select kind, entry, worst_level as "worstLevel", votes from vote_risks r
     join ballot_candidates c on c.round_id = r.round_id and c.number = r.number`,
  )
  const replayers = Array.from({ length: 4 }, (_, index): Person => {
    return { sub: `replay-${index}`, address: `100.64.9.${index + 1}`, device: null }
  })
  tricks = await playReplays(api, replayers, {
    ballots: [[works[4]!], [works[5]!], [works[6]!], [works[7]!]],
  })
}, 120_000)
afterAll(async () => {
  // Lines that broke before anything was asked on them would hold the node up for a minute.
  node.app.server.closeAllConnections()
  await scene.close()
})

const named = (name: string) => {
  const crowd = crowds.find((one) => one.name === name)!
  return { crowd, ...played.get(crowd)! }
}

it('lets every honest ballot in, however bad the network, and counts it once', async () => {
  for (const name of ['province', 'factory', 'patchy', 'doubles']) {
    const { crowd, ballots, letIn, refused, challenged } = named(name)
    expect({ name, letIn, refused, challenged }).toEqual({
      ...{ name, letIn: ballots, refused: {}, challenged: 0 },
    })
    expect(ballots).toBe(crowd.people.length)
  }
  expect(named('patchy').unanswered).toBeGreaterThan(0)
  expect(named('doubles').replayed).toBe(named('doubles').ballots)
  const { rows } = await scene.client.query(
    `select count(*)::int as votes, count(distinct (participant_id, number))::int as places from votes`,
  )
  expect(rows[0].votes).toBe(rows[0].places)
})

it('finds scripts, devices with many identities and farms, and no honest crowd', () => {
  const report = makeReport(played, tricks, groups)
  const caught = report.crowds.filter((one) => !one.isHonest)
  expect(caught.map(({ name, caught }) => [name, caught])).toEqual([
    ['clockwork', 'review'],
    ['one-phone', 'review'],
    ['farm', 'review'],
  ])
  expect(report.wronglyCaught).toEqual([])
  const lines = showReport(report).join('\n')
  expect(lines).toMatch(/clockwork +100 +100 .* review/)
  expect(lines).toContain('wrongly caught: 0')
})

it('gives nothing to whoever sends again what was used', () => {
  expect(tricks.map(({ tried }) => tried)).toEqual(tricks.map(() => 4))
  expect(tricks.filter(({ gotThrough }) => gotThrough > 0)).toEqual([])
})

it('asks the next of a farm for a proof of work, and an honest voter for none', async () => {
  const { crowd } = named('farm')
  const factory = named('factory').crowd
  const voter = async (like: Person, sub: string) => {
    const person = { ...like, sub }
    return { person, session: (await enterAll(api, [person])).get(person)! }
  }
  const late = await voter(crowd.people[0]!, 'late-farm')
  const cast = async ({ person, session }: typeof late, work: string) =>
    (await api.cast(person, session, { entries: [work] })).kind
  await until(async () => (await cast(late, crowd.target!)) === 'challenge')
  const worker = await voter(factory.people[0]!, 'late-worker')
  expect(await cast(worker, works[3]!)).toBe('taken')
})

const participantIn = (session: string) =>
  Number(JSON.parse(Buffer.from(session.split('.')[1]!, 'base64url').toString()).sub)
