import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { JudgingLoaded } from '../../seed/demo/judging/index.ts'
import type { Loaded } from '../../seed/demo/load/index.ts'
import type { MakeFile } from '../../seed/demo/make-file.ts'
import { clientToken, type ClientKey } from '../../seed/demo/participants/token.ts'
import { planWorkers } from '../../seed/demo/participants/works.ts'
import { planDemo, type PlannedEntry } from '../../seed/demo/plan.ts'
import { entryKindList } from '../../src/domain/kinds.ts'
import { statuses } from '../../src/domain/workflow.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { setNoticeClock } from '../harness/results.ts'

// Small pictures, one clip, one sound: what is tried here is the loading.
const sizes = { photos: 12, videos: 4, commentaries: 4, recitations: 4, cases: 4, platforms: 4 }
const entries = planDemo({ now: new Date(), sizes })

// Films take the encoder half a minute.
const works = planWorkers(new Date(Date.now() - 9 * 86_400_000)).filter(
  ({ files }) => !files.some(({ make }) => make.what === 'clip'),
)
const published = works.filter(({ steps }) => steps.at(-1)?.action === 'publish')

let campaign: TestCampaign
const keys: ClientKey[] = []
let make: MakeFile
let first: Loaded
let judged: JudgingLoaded
let cutOff: { error: unknown; there: number }

beforeAll(async () => {
  campaign = await testCampaign()
  const { fileMaker } = await import('../../seed/demo/make-file.ts')
  const cacheDir = mkdtempSync(path.join(inject('workFolder'), 'demo-cache-'))
  const makeAny = fileMaker({ cacheDir, scale: 0.2 })
  make = (making) => makeAny('index' in making ? { ...making, index: 0 } : making)
  cutOff = await loadUntilItBreaks(10)
  first = await load()
  judged = await judge()
}, 600_000)
afterAll(() => campaign.close())

test('a run that was cut off leaves whole entries, and the next one completes it', async () => {
  expect(cutOff.error).toMatchObject({ message: 'The power went' })
  expect(cutOff.there).toBeGreaterThan(0)
  expect(cutOff.there).toBeLessThan(entries.length)
  expect(first).toMatchObject({ added: entries.length - cutOff.there, known: cutOff.there })
  expect(await count('media', 'entry_id is null')).toBe(0)
})

test('every kind is there, in the states of the plan, every state at least once', async () => {
  const seen = new Set<string>()
  for (const kind of entryKindList) {
    const rows = await campaign.sql(
      `select status::text from ${kind} where participant_id is null order by 1`,
    )
    const planned = entries.filter((entry) => entry.kind === kind).map(({ status }) => status)
    expect(
      rows.map(({ status }) => status),
      kind,
    ).toEqual(planned.sort())
    for (const { status } of rows) seen.add(status)
  }
  expect([...seen].sort()).toEqual([...statuses].sort())
})

test('things happened when the plan says, in the entries and in their log', async () => {
  for (const entry of entries) {
    const [row] = await campaign.sql(
      `select id, created_at, submitted_at, published_at from ${entry.kind} where title = $1
       and unit_id = (select id from units where code = $2)`,
      [entry.data.title, entry.unit],
    )
    expect(row.created_at, entry.key).toEqual(entry.createdAt)
    const times = await campaign.sql(
      'select action, created_at from review_logs where kind = $1 and entry_id = $2 order by id',
      [entry.kind, row.id],
    )
    expect(
      times.map(({ action, created_at }) => [action, created_at]),
      entry.key,
    ).toEqual(entry.steps.map(({ action, at }) => [action, at]))
    expect(row.submitted_at, entry.key).toEqual(last(entry, 'submit'))
    const published = entry.status === 'published' ? last(entry, 'publish') : null
    expect(row.published_at, entry.key).toEqual(published)
  }
})

test('the log refuses changes as before', async () => {
  await expect(campaign.sql('update review_logs set reason = null')).rejects.toThrow('append-only')
})

test('everybody sees what is published, with its files', async () => {
  const planned = entries.filter(({ kind, status }) => kind === 'photos' && status === 'published')
  const { body } = await campaign.call('GET', '/photos?depth=1&limit=100')
  expect(body.docs).toHaveLength(planned.length + 1)
  for (const { pictures } of body.docs) expect(pictures[0].url).toMatch(/\/api\/media\/file\//)
})

test('whoever tries the demo can submit and review at once', async () => {
  const { demoPassword } = await import('../../seed/demo/cast.ts')
  const login = { email: 'wuxi-a@example.org', password: demoPassword }
  const { token } = await campaign.payload.login({ collection: 'users', data: login })
  expect(token).toBeTruthy()
  const rows = await campaign.sql(
    'select 1 from tracks where windows_collect_to > now() and windows_summary_to > now()',
  )
  expect(rows).toHaveLength(6)
})

test('there are quotas with room, and articles out and in draft', async () => {
  expect(await count('quotas')).toBe(39)
  expect(await count('articles', `_status = 'published'`)).toBe(5)
  expect(await count('articles', `_status = 'draft'`)).toBe(1)
})

test('the public sees all that is published, from when it was published on', async () => {
  const { verifyShowcase } = await import('../../src/database/showcase/verify.ts')
  expect(await verifyShowcase(campaign.payload)).toEqual([])
  const ofUnits = entries.filter(({ status }) => status === 'published')
  expect(await count('showcase_entries')).toBe(ofUnits.length + published.length)
  expect(await count('showcase_documents', `type = 'article'`)).toBe(5)
})

test('workers’ works stand where the plan leads, with the files that they sent', async () => {
  const ends = { submit: 'submitted', recommend: 'recommended', accept: 'accepted' }
  const more = { publish: 'published', return: 'returned', withdraw: 'withdrawn' }
  for (const { kind, fields, files, steps, worker } of works) {
    const [row, ...others] = await campaign.sql(
      `select id, status::text, participant_id, came_from from ${kind} where title = $1`,
      [fields.title],
    )
    const last = steps.at(-1)?.action
    const status = last ? { ...ends, ...more }[last as 'submit'] : 'draft'
    expect([row.status, row.came_from], fields.title).toEqual([status, '演示·工会 App'])
    expect(others).toEqual([])
    const media = await campaign.sql(
      'select processing from media where entry_kind = $1 and entry_id = $2 and participant_id = $3',
      [kind, row.id, row.participant_id],
    )
    expect(media, worker.sub).toEqual(files.map(() => ({ processing: 'done' })))
  }
  expect(await count('participants')).toBe(new Set(works.map(({ worker }) => worker.sub)).size)
  expect(await count('entry_attention', `reason = 'consent-withdrawn'`)).toBe(1)
})

test('the client’s key is the same in every run, and signs what the door takes', async () => {
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys.map(({ kid, secret }) => `${kid} ${secret}`)).size).toBe(1)
  expect((await clientToken(keys[0]!, 'demo-worker-01')).split('.')).toHaveLength(3)
})

test('rounds were judged and locked by two people, one is being judged', async () => {
  expect(judged).toEqual({ ...nothingJudged, rounds: 4, lists: 2, objections: 2 })
  const rounds = await campaign.sql(
    `select t.slug, r.key, r.state, count(*)::int as pairs, count(p.handed_in_at)::int as handed_in
     from judging_rounds r join tracks t on t.id = r.track_id join judging_pairs p on p.round_id = r.id
     group by 1, 2, 3 order by 1, 2`,
  )
  expect(rounds.map(({ slug, key, state }) => `${slug} ${key} ${state}`)).toEqual([
    'micro-videos demo-open open',
    'photography demo-final locked',
    'photography demo-qualify locked',
    'recitations demo-final locked',
  ])
  for (const { state, pairs, handed_in } of rounds) {
    if (state === 'locked') expect(handed_in).toBe(pairs)
    else expect(handed_in).toBeLessThan(pairs)
  }
  const locks = await campaign.sql(
    `select l.text, l.asked_by, l.confirmed_by from judging_locks l join judging_rounds r on r.id = l.round_id
     join tracks t on t.id = r.track_id where t.slug = 'photography' order by r.key desc`,
  )
  const [qualify, final] = locks.map(({ text }) => JSON.parse(text))
  expect(locks.every(({ asked_by, confirmed_by }) => asked_by !== confirmed_by)).toBe(true)
  // People parted equal works at both lines, and left a place empty.
  expect(qualify.decisions.length).toBeGreaterThan(qualify.decisions.filter(goesOn).length)
  expect(final.works.map(({ entry }: any) => entry).sort()).toEqual([...qualify.goesOn].sort())
  expect(final.levelDecisions).toMatchObject([
    { level: 'second', chosen: [expect.any(String)] },
    { level: 'third', vacant: 1 },
  ])
})

test('two lists are on notice, with an objection ruled on and one that waits', async () => {
  const lists = await campaign.sql(
    `select v.public_id, v.opens_at <= now() and v.closes_at > now() as open, v.asked_by <> v.confirmed_by as two
     from result_versions v order by 1`,
  )
  expect(lists).toEqual([
    { public_id: '2022-photography', open: true, two: true },
    { public_id: '2022-recitations', open: true, two: true },
  ])
  const objections = await campaign.sql('select state from objections order by number')
  expect(objections.map(({ state }) => state)).toEqual(['dismissed', 'filed'])
})

test('a second run adds nothing', async () => {
  const judging = ['judging_rounds', 'judging_pairs', 'judging_log', 'judging_locks']
  const more = ['participants', 'consents', 'uploads', 'client_keys', 'word_lists', 'jobs']
  const tables = [
    ...[...entryKindList, 'units', 'users', 'media', 'articles', 'quotas', 'review_logs'],
    ...more,
    ...[...judging, 'results', 'result_log', 'objections', 'objection_log'],
  ]
  const counts = () => Promise.all(tables.map((table) => count(table)))
  const before = await counts()
  expect(await load()).toMatchObject({
    ...{ added: 0, known: entries.length, worksAdded: 0, worksLeft: [] },
  })
  expect(await judge()).toEqual(nothingJudged)
  expect(await counts()).toEqual(before)
}, 120_000)

test('run again once a notice is over, it makes that list final, with certificates', async () => {
  await setNoticeClock(campaign.sql, Date.now() + 30 * 3_600_000)
  const later = await judge()
  const [{ all, revoked }] = await campaign.sql(
    'select count(*)::int as all, count(revoked_at)::int as revoked from certificates',
  )
  expect(later).toEqual({ ...nothingJudged, finals: 1, certificates: all, isFinal: true })
  expect([all > 0, revoked]).toEqual([true, 1])
  expect(await judge()).toEqual({ ...nothingJudged, isFinal: true })
  const awards = await campaign.sql(`select entry from result_awards`)
  expect(awards.every(({ entry }) => entry.startsWith('2022-REC-'))).toBe(true)
  await setNoticeClock(campaign.sql, null)
})

const goesOn = (decision: { goesOn: boolean }) => decision.goesOn
const nothingJudged: JudgingLoaded = {
  ...{ rounds: 0, lists: 0, objections: 0, finals: 0, certificates: 0 },
  ...{ isFinal: false, left: [] },
}

async function judge(): Promise<JudgingLoaded> {
  const { loadJudging } = await import('../../seed/demo/judging/index.ts')
  return loadJudging(campaign.payload, { now: new Date() })
}

async function load(onEntry?: (entry: PlannedEntry) => void): Promise<Loaded> {
  const { loadDemo } = await import('../../seed/demo/load/index.ts')
  return loadDemo(campaign.payload, {
    ...{ entries, works, make, now: new Date(), onEntry },
    onKey: async (key) => void keys.push(key),
  })
}

/** Loads until so many entries are in, then fails as if somebody had pulled the plug. */
async function loadUntilItBreaks(most: number): Promise<{ error: unknown; there: number }> {
  let there = 0
  const { loadDemo } = await import('../../seed/demo/load/index.ts')
  const breaking: MakeFile = async (making) => {
    if (there >= most) throw new Error('The power went')
    return make(making)
  }
  const error: unknown = await loadDemo(campaign.payload, {
    entries,
    works,
    make: breaking,
    now: new Date(),
    onKey: async (key) => void keys.push(key),
    onEntry: () => {
      there += 1
    },
  }).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const ofUnits = entryKindList.map((kind) => count(kind, 'participant_id is null'))
  const counts = await Promise.all(ofUnits)
  return { error, there: counts.reduce((sum, one) => sum + one, 0) }
}

async function count(table: string, where = 'true'): Promise<number> {
  const [row] = await campaign.sql(`select count(*)::int as count from ${table} where ${where}`)
  return row.count
}

function last({ steps }: PlannedEntry, action: string): Date | null {
  return steps.findLast((step) => step.action === action)?.at ?? null
}
