import type { TestCampaign } from './campaign.ts'
import { done, refused } from './matrix-entries.ts'
import { everybody, province, type Who } from './matrix.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

/** A list that nobody asked to freeze, what a second one needs, and an objection that was ruled on. */
export type ResultsSpare = {
  result: number
  /** A round and its track that has no list yet. */
  resultRound: number
  resultTrack: number
  objection: number
}

/** Lists of results and an objection, on tracks that nothing else of the stage deletes. */
export async function makeResultsSpare({ sql, track }: TestCampaign): Promise<ResultsSpare> {
  const one = async (text: string, values: unknown[]) =>
    (await sql(`${text} returning id`, values))[0].id as number
  const round = (slug: string) =>
    one(
      `insert into judging_rounds (title, track_id, key, window_from, window_to, state)
       values ('备用终评', $1, 'spare-results', now(), now() + interval '1 hour', 'locked')`,
      [track(slug)],
    )
  const listOf = async (slug: string) =>
    one(
      `insert into results (title, track_id, round_id, notice_from, notice_to, contact, state)
       values ('备用结果', $1, $2, now() + interval '1 day', now() + interval '8 days', '办公室', 'draft')`,
      [track(slug), await round(slug)],
    )
  const [result, objected] = [await listOf('micro-videos'), await listOf('photography')]
  const objection = await one(
    `insert into objections (number, result_id, ground, objector_kind, state, filed_at)
     values ('Y-9999', $1, '理由', 'participant', 'dismissed', now())`,
    [objected],
  )
  const resultRound = await round('recitations')
  return { result, objection, resultRound, resultTrack: track('recitations') }
}

type Asked = {
  method: 'GET' | 'POST'
  path: (spare: ResultsSpare) => string
  by: readonly Who[]
  body?: object
  /** What whoever may is told: what stands against it. */
  told?: number
}

const centre: readonly Who[] = ['supervisor', 'province']
const editors = everybody.filter(
  (who) => !['anonymous', 'switchedOff', 'unitless', 'judge', ...centre].includes(who),
)
const ofList = (name: string) => (spare: ResultsSpare) => `/results/${spare.result}/${name}`
const ofObjection = (name: string) => (spare: ResultsSpare) =>
  `/objections/${spare.objection}/${name}`
const reason = { reason: '理由' }

const asked: readonly Asked[] = [
  { method: 'GET', path: ofList('desk'), by: centre },
  { method: 'POST', path: ofList('freeze'), by: province, body: {}, told: 409 },
  { method: 'POST', path: ofList('correct'), by: province, body: reason, told: 409 },
  { method: 'POST', path: ofList('finish'), by: province, body: {}, told: 409 },
  { method: 'POST', path: ofList('confirm'), by: province, body: { sha256: 'x' }, told: 409 },
  { method: 'POST', path: ofList('withdraw'), by: province, body: {}, told: 409 },
  { method: 'GET', path: ofList('certificates'), by: centre },
  { method: 'GET', path: ofList('certificates/zip'), by: centre },
  { method: 'POST', path: ofList('certificates'), by: province, body: {}, told: 400 },
  ...['confirm', 'withdraw', 'names'].map((step): Asked => {
    return { method: 'POST', path: ofList(`certificates/${step}`), by: province, told: 409 }
  }),
  { method: 'GET', path: () => '/certificates', by: [...centre, ...editors] },
  { method: 'GET', path: () => '/certificates/zip', by: [...centre, ...editors] },
  { method: 'GET', path: ofObjection('desk'), by: centre },
  { method: 'POST', path: ofObjection('accept'), by: centre, body: {}, told: 409 },
  { method: 'POST', path: ofObjection('decline'), by: centre, body: reason, told: 409 },
  {
    ...{ method: 'POST', path: ofObjection('uphold'), by: centre, told: 409 },
    body: { ...reason, effect: 'keep' },
  },
  { method: 'POST', path: ofObjection('dismiss'), by: centre, body: reason, told: 409 },
  { method: 'POST', path: ofObjection('objector'), by: centre, body: {}, told: 400 },
  { method: 'GET', path: () => '/objections/open', by: editors },
  { method: 'GET', path: () => '/objections/mine', by: editors },
  {
    ...{ method: 'POST', path: () => '/objections/file', by: editors, told: 404 },
    body: { result: 'none', name: '演示', contact: '12345', ground: '理由' },
  },
  {
    ...{ method: 'POST', path: () => '/objections/take-back', by: editors, told: 404 },
    body: { number: 'Y-9999' },
  },
]

/** Lists of results and objections: every question about one, and every act on it, by everybody. */
export async function runResults(stage: Stage, { cell }: Tally): Promise<void> {
  const { campaign, as, spare, unchanged } = stage
  const tables = ['results', 'result_versions', 'result_log', 'objections', 'objection_log']
  for (const { method, path, by, body, told = 200 } of asked) {
    const address = path(spare)
    for (const who of everybody) {
      const may = by.includes(who)
      const answer = await campaign.call(method, address, { as: as(who), body })
      const { status } = answer
      const got = method === 'GET' ? done(status) : status === told
      const same = await unchanged(...tables)
      const name = `${who} ${may ? 'may' : 'may not'} ${method} ${address.replace(/\d+/g, ':id')}`
      cell(name, (may ? got : refused(status)) && same, { ...answer, same })
    }
  }
}
