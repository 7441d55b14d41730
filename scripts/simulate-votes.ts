/**
 * `npm run simulate:votes -- --url URL [--round SLUG] [--minutes 5] [--people 200] [--key FILE]
 * [--staff EMAIL] [--json]`: plays honest crowds, scripts, bought identities and replays against a
 * started server, and prints what was let in, caught and wrongly caught. Never against a real vote: what
 * it casts counts.
 *
 * The key is that of a client with the scope `votes:write`, as JSON `{ "iss", "kid", "secret" }`; without
 * one it is the demo’s. The password of `--staff` (province or supervisor) is read from STAFF_PASSWORD.
 * The server must believe the addresses that it is told (TRUST_PROXY=1), or all comes from one network,
 * and must let so many come from one machine (RATE_LIMIT_SCALE).
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { clientToken, keptKey, type ClientKey } from '../seed/demo/participants/token.ts'
import { dataFolder } from '../src/start/with-database.ts'
import { planCrowds, type Person } from './simulate/crowds.ts'
import { enterAll, playAll } from './simulate/play.ts'
import { playReplays } from './simulate/replays.ts'
import { makeReport, showReport, type FoundGroup } from './simulate/report.ts'
import { openApi } from './simulate/voters.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    round: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    people: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    key: { type: 'string' },
    staff: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const url = values.url.replace(/\/$/, '')
const minutes = Number(values.minutes)
const people = Number(values.people)
if (!(minutes >= 0.1 && minutes <= 24 * 60) || !(people >= 20 && people <= 100_000)) {
  fail('--minutes is 0.1 to 1440, --people 20 to 100000')
}
const say = (line: string) =>
  void (values.json ? process.stderr : process.stdout).write(`${line}\n`)

const key = values.key
  ? (JSON.parse(await readFile(values.key, 'utf8')) as ClientKey)
  : await keptKey(dataFolder())
if (!key) fail('No key: give --key FILE, or run npm run demo first')
const round = await findRound()
const works = await findWorks()
if (works.length < 8) fail(`Round ${round.slug} has ${works.length} works; it takes 8 at least`)

const api = openApi(url, round.slug, (sub) => clientToken(key, sub))
const run = Date.now().toString(36)
const { min: least } = round.policy.ballot
const lasts = minutes * 60_000
const crowds = planCrowds({ works, lasts, people, least, seed: Number(values.seed), run })
const total = crowds.reduce((sum, { ballots }) => sum + ballots.length, 0)
say(`${round.title}: ${total} ballots in ${minutes} minutes for ${works.length} works`)
const sessions = await enterAll(
  api,
  crowds.flatMap((crowd) => crowd.people),
)
say(`${sessions.size} people came in`)
let sent = 0
const ticker = setInterval(() => say(`${sent} of ${total} ballots`), 30_000)
const played = await playAll(api, crowds, sessions, { onBallot: () => void (sent += 1) })
clearInterval(ticker)
const open = works.slice(3)
const ballot = (from: number) => open.slice(from * least, (from + 1) * least)
const tricks = await playReplays(api, replayers(), {
  ballots: [ballot(0), ballot(1), ballot(2), ballot(3)],
})
const report = makeReport(played, tricks, await askDesk())
for (const line of showReport(report)) say(line)
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`)

function replayers(): Person[] {
  return Array.from({ length: 10 }, (_, index) => ({
    ...{ sub: `sim-${run}-replay-${index}`, address: `100.64.0.${index + 1}` },
    device: `device-${run}-replay-${index}`,
  }))
}

type Round = {
  id: number
  slug: string
  title: string
  state: string
  policy: { ballot: { min: number } }
}

async function findRound(): Promise<Round> {
  const { data } = await get<{ data: Round[] }>('/v1/votes/rounds?limit=100')
  const found = values.round
    ? data.find(({ slug }) => slug === values.round)
    : data.find(({ state }) => state === 'open')
  if (found?.state !== 'open') fail('There is no such open round')
  return found
}

async function findWorks(): Promise<string[]> {
  const found: string[] = []
  let cursor: string | null = ''
  while (cursor !== null && found.length < 500) {
    const more: string = cursor ? `&cursor=${cursor}` : ''
    const page: { data: { id: string }[]; page: { next: string | null } } = await get(
      `/v1/votes/rounds/${round.slug}/candidates?limit=100&seed=simulation${more}`,
    )
    found.push(...page.data.map(({ id }) => id))
    cursor = page.page.next
  }
  return found
}

/** What the fraud desk found; it looks each minute. */
async function askDesk(): Promise<FoundGroup[] | null> {
  if (!values.staff) return null
  const login = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: values.staff, password: process.env.STAFF_PASSWORD ?? '' }),
  })
  if (!login.ok) fail('The account is not let in: --staff and STAFF_PASSWORD')
  const { token } = (await login.json()) as { token: string }
  const headers = { authorization: `JWT ${token}` }
  say('waiting for the next look at new votes')
  await new Promise((resolve) => setTimeout(resolve, 75_000))
  const where = `where[slug][equals]=${round.slug}&depth=0`
  const { docs } = await get<{ docs: { id: number }[] }>(`/api/vote-rounds?${where}`, headers)
  const { risks } = await get<{ risks: FoundGroup[] }>(
    `/api/vote-cases/risks?round=${docs[0]?.id}`,
    headers,
  )
  return risks
}

async function get<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(url + path, { headers })
  if (!answer.ok) fail(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

function fail(why: string): never {
  console.error(why)
  process.exit(1)
}
