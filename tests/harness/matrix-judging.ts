import type { TestCampaign } from './campaign.ts'
import { done, refused } from './matrix-entries.ts'
import { everybody, province, type Who } from './matrix.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

export type JudgingSpare = {
  /** A draft without works and judges, and a round in which the cast's judge has one of two works. */
  judgingDraft: number
  judgingRound: number
}

/** Rounds of judging, by SQL: work 1 is the cast's judge's, work 2 another one's. */
export async function makeJudgingSpare({ sql, people }: TestCampaign): Promise<JudgingSpare> {
  const round = async (key: string, state: string) =>
    (
      await sql(
        `insert into judging_rounds (title, track_id, key, window_from, window_to, quorum, state, seed, carry_over)
          select '备用', t.id, '${key}', now() - interval '1 hour', now() + interval '1 day', 1, '${state}',
            ${state === 'draft' ? 'null' : `'seed'`}, 'none' from tracks t where t.slug = 'micro-videos' returning id`,
      )
    )[0].id as number
  const [judgingDraft, judgingRound] = [await round('draft', 'draft'), await round('open', 'open')]
  for (const id of [judgingDraft, judgingRound]) {
    await sql(
      `insert into judging_rounds_criteria (_order, _parent_id, id, key, name, "full", weight)
        values (1, $1, 'criterion-${id}', 'theme', '主题', 20, 1)`,
      [id],
    )
  }
  const [{ id: other }] = await sql(
    `insert into users (name, email, role, active) values ('演示·另一评委', 'other-judge@example.org', 'judge', true) returning id`,
  )
  for (const [index, judge] of [people.judge!.id, other].entries()) {
    await sql('insert into judging_panel (round_id, judge_id) values ($1, $2)', [
      judgingRound,
      judge,
    ])
    await sql(
      `insert into judging_works (round_id, entry, kind, entry_id, number)
        select $1, public_id, 'videos', id, $2 from videos where title = $3`,
      [judgingRound, index + 1, `${index === 0 ? 'wuxi' : 'nantong'} videos accepted`],
    )
    await sql(
      `insert into judging_pairs (round_id, entry, judge_id)
        select $1, entry, $3 from judging_works where round_id = $1 and number = $2`,
      [judgingRound, index + 1, judge],
    )
  }
  return { judgingDraft, judgingRound }
}

type Asked = { method: string; path: string; by: readonly Who[]; body?: object }

const seesAll: readonly Who[] = ['supervisor', 'province']
const reason = '理由'

// What is asked of a draft: who may, gets as far as being told what stands against it.
const ofDraft: readonly Asked[] = [
  { method: 'POST', path: 'open', by: province, body: {} },
  { method: 'POST', path: 'assign', by: province, body: {} },
  { method: 'POST', path: 'extend', by: province, body: { to: '2040-01-01T00:00:00Z', reason } },
  { method: 'POST', path: 'pause', by: province, body: { reason } },
  { method: 'POST', path: 'resume', by: province, body: {} },
  { method: 'POST', path: 'correct-marks', by: province, body: { marks: [], reason } },
  { method: 'POST', path: 'panel', by: province, body: { add: [], remove: [] } },
  { method: 'POST', path: 'works', by: province, body: { add: [], remove: [] } },
  { method: 'PUT', path: 'decisions', by: province, body: { decisions: [] } },
  { method: 'POST', path: 'invite', by: province, body: { judges: [999_999] } },
  { method: 'POST', path: 'remind', by: province, body: {} },
  { method: 'GET', path: 'panel', by: seesAll },
  { method: 'GET', path: 'works', by: seesAll },
  { method: 'GET', path: 'decisions', by: seesAll },
  { method: 'GET', path: 'log', by: seesAll },
]

const judge: readonly Who[] = ['judge']
const marks = [{ criterion: 'theme', marks: 8 }]
const given = { marks, handIn: true, version: 0 }

// `own`: a work of the judge's. Nobody gets the other one, nor a work of a draft.
const ofJudges = (round: number, own: boolean): readonly Asked[] => {
  const [work, by] = own ? ['1', judge] : ['2', []]
  const at = `rounds/${round}/works/${work}`
  return [
    { method: 'GET', path: at, by },
    { method: 'PUT', path: at, by, body: given },
    { method: 'POST', path: `${at}/skip`, by, body: {} },
    { method: 'POST', path: `${at}/unskip`, by, body: {} },
    { method: 'POST', path: `${at}/recuse`, by, body: { kind: 'declared' } },
    { method: 'GET', path: `${at}/media/1`, by: [] },
    { method: 'GET', path: `${at}/media/1/preview`, by: [] },
    { method: 'GET', path: `${at}/media/1/poster`, by: [] },
  ]
}

const ofRound = (round: number): readonly Asked[] => [
  { method: 'GET', path: 'rounds', by: judge },
  { method: 'GET', path: `rounds/${round}/works`, by: judge },
  { method: 'GET', path: `rounds/${round}/standing`, by: judge },
  { method: 'POST', path: 'marks', by: judge, body: { round, rows: [{ work: '1', ...given }] } },
  // It is no round that ranks: the judge is told so.
  { method: 'GET', path: `rounds/${round}/order`, by: judge },
  { method: 'PUT', path: `rounds/${round}/order`, by: judge, body: { order: [], handIn: false } },
]

const tables = [
  ...['judging_rounds', 'judging_panel', 'judging_works', 'judging_pairs', 'judging_history'],
  ...[
    'judging_conflicts',
    'judging_decisions',
    'judging_orders',
    'judging_log',
    'users',
    'notices',
  ],
]

/** Rounds of judging: what staff ask of one and do to one, and what only its judges may, by everybody. */
export async function runJudging(stage: Stage, { cell }: Tally): Promise<void> {
  const { campaign, as, spare, unchanged, restore } = stage
  const { judgingDraft, judgingRound } = spare
  // Sections before this one have logged people in and told them of steps.
  await restore(...tables)
  for (const { method, path, by, body } of ofDraft) {
    for (const who of everybody) {
      const may = by.includes(who)
      const target = `/judging-rounds/${judgingDraft}/${path}`
      const answer = await campaign.call(method, target, { ...{ as: as(who), body } })
      const { status } = answer
      const got = done(status) || status === 409 || status === 422
      const same = await unchanged(...tables)
      const name = `${who} ${may ? 'may' : 'may not'} ${method} ${path} of a round of judging`
      cell(name, (may ? got : refused(status)) && same, { ...answer, same })
      if (!same) await restore(...tables)
    }
  }
  const asked = [
    ...[
      ...ofRound(judgingRound),
      ...ofJudges(judgingRound, true),
      ...ofJudges(judgingRound, false),
    ],
    ...[...ofJudges(judgingDraft, false), ...ofJudges(999_999, false)],
  ]
  for (const { method, path, by, body } of asked) {
    for (const who of everybody) {
      const may = by.includes(who)
      const answer = await campaign.call(method, `/judging/${path}`, { ...{ as: as(who), body } })
      const { status } = answer
      const got = done(status) || status === 400 || status === 409
      const same = await unchanged(...tables)
      const name = `${who} ${may ? 'may' : 'may not'} ${method} /judging/${path}`
      cell(name, may ? got : refused(status) && same, { ...answer, same })
      if (!same) await restore(...tables)
    }
  }
}
