import { createHash } from 'node:crypto'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkLocked,
  factsOf,
  handedIn,
  judgeFacts,
  lockedOf,
  lockedText,
  parseLocked,
} from '../../src/domain/judging/locked.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import {
  endRound,
  judgingTrack,
  markAll,
  openedRound,
  pairsOf,
  type JudgingTrack,
  type TestPair,
} from '../harness/judging.ts'
import { openScene, type Scene } from '../harness/scene.ts'
import { sealAll } from '../harness/seal-all.ts'
import { castVotes, unzipped } from '../harness/vote-rounds.ts'

let campaign: TestCampaign
let scene: Scene
let track: JudgingTrack

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  track = await judgingTrack(campaign, scene, { works: 6, judges: 5 })
})
afterAll(() => campaign.close())

const awards = {
  levels: [
    { key: 'first', name: '一等奖 / First prize', count: 1 },
    { key: 'second', name: '二等奖 / Second prize', count: 2 },
  ],
  ...{ reserves: 1, awardsEqual: 'by-hand' },
}

let last: number | null = null
/** A round of its own; the one before is put aside into another track, so that they are no row of rounds. */
async function round(options: Record<string, unknown> = {}): Promise<number> {
  if (last !== null) {
    await campaign.sql('update judging_rounds set track_id = $2 where id = $1', [
      ...[last, campaign.track('photography')],
    ])
  }
  last = await openedRound(campaign, { judges: track.judges, ...awards, ...options })
  return last
}

/** Hands in marks straight into the table: what the judges’ way refuses is tested with it. */
async function handIn(id: number, marksOf: (pair: TestPair, place: number) => object | boolean) {
  const order = track.works.map(({ entry }) => entry)
  for (const pair of await pairsOf(campaign, id)) {
    const given = marksOf(pair, order.indexOf(pair.entry))
    const [marks, passes] = typeof given === 'boolean' ? [null, given] : [given, null]
    await campaign.sql(
      `update judging_pairs set marks = $4, passes = $5, saved_at = now(), handed_in_at = now(), version = 1
        where round_id = $1 and entry = $2 and judge_id = $3`,
      [id, pair.entry, pair.judgeId, marks && JSON.stringify(marks), passes],
    )
  }
}

/** The first work is the best, each next one a little worse, whoever judges it. */
const falling = (_: TestPair, place: number) => ({ theme: 1900 - 100 * place, craft: 900 })

/** A round that is over and in which every mark is in. */
async function judged(options: Record<string, unknown> = {}, marks = falling): Promise<number> {
  const id = await round(options)
  await handIn(id, marks)
  await endRound(campaign, id)
  return id
}

const post = (id: number, action: string, body: object = {}, as = 'province') =>
  campaign.call('POST', `/judging-rounds/${id}/${action}`, { as, body })
const get = (id: number, what: string, as = 'province') =>
  campaign.call('GET', `/judging-rounds/${id}/${what}`, { as })
const ranking = async (id: number, as = 'province') => (await get(id, 'ranking', as)).body
const codeOf = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].data?.code,
]
async function lock(id: number, reason?: string): Promise<{ version: number; sha256: string }> {
  const asked = await post(id, 'ask-lock', reason ? { reason } : {})
  expect([asked.status, asked.body.errors]).toEqual([200, undefined])
  const locked = await post(id, 'lock', { sha256: asked.body.sha256 }, 'province2')
  expect([locked.status, locked.body.errors]).toEqual([200, undefined])
  return locked.body
}
const textOf = async (id: number): Promise<{ text: string; sha256: string }> =>
  (
    await campaign.sql(
      'select text, sha256 from judging_locks where round_id = $1 order by version desc limit 1',
      [id],
    )
  )[0]
/** All the text of a round's workbook. */
async function workbookOf(id: number): Promise<string> {
  const request = new Request(`${process.env.PUBLIC_URL}/api/judging-rounds/${id}/ranking-file`, {
    headers: { authorization: `JWT ${campaign.people.province!.token}` },
  })
  const response = await handleEndpoints({ config: campaign.config, request })
  return Object.values(await unzipped(Buffer.from(await response.arrayBuffer()))).join('\n')
}
const log = async (id: number): Promise<string[]> =>
  (await campaign.sql('select action from judging_log where round_id = $1 order by id', [id])).map(
    ({ action }) => action,
  )

describe('a ranking', () => {
  it('is what the rules make of the marks, with the names of the works', async () => {
    const id = await judged()
    const view = await ranking(id)
    expect(view).toMatchObject({ isLocked: false, version: 1, problem: null, open: [], ask: null })
    expect(
      view.works.map(({ rank, title, value, line }: any) => [rank, title, value, line?.zh]),
    ).toEqual([
      [1, '作品1号', '93', '一等奖'],
      [2, '作品2号', '90', '二等奖'],
      [3, '作品3号', '87', '二等奖'],
      [4, '作品4号', '84', '候补'],
      [5, '作品5号', '81', undefined],
      [6, '作品6号', '78', undefined],
    ])
    expect(view.works[0].unit).toMatch(/工会/)
  })

  it('leaves out what is withdrawn, what nobody marked and what too few marked', async () => {
    const id = await judged()
    const [first, second, third] = track.works.map(({ entry }) => entry)
    await campaign.sql(
      `update judging_works set gone_at = now(), gone_why = 'taken-down' where round_id = $1 and entry = $2`,
      [id, first],
    )
    await campaign.sql(
      'update judging_pairs set handed_in_at = null where round_id = $1 and entry = $2',
      [id, second],
    )
    await campaign.sql(
      `update judging_pairs p set dropped_at = now() where round_id = $1 and entry = $2 and judge_id =
        (select min(judge_id) from judging_pairs where round_id = $1 and entry = $2)`,
      [id, third],
    )
    const view = await ranking(id)
    const reasons = view.leftOut.map(({ entry, reason }: any) => [entry, reason])
    expect(new Map(reasons)).toEqual(
      new Map([
        [first, 'withdrawn'],
        [second, 'no-marks'],
        [third, 'below-quorum'],
      ]),
    )
    expect(view.works).toHaveLength(3)
    expect(codeOf(await post(id, 'ask-lock'))).toEqual([409, 'below-quorum'])
  })

  it('is explained mark by mark, on the screen and on paper, without the judges’ names', async () => {
    const levels = [awards.levels[0], { ...awards.levels[1], name: '银奖' }]
    const options = { method: 'trimmed-mean', methodDrop: 1, levels }
    const id = await judged(options, ({ judge }, place) => ({
      theme: 1900 - 100 * place + Number(judge.slice(-1)) * 5,
      craft: 900,
    }))
    const { entry } = track.works[1]!
    const { body } = await get(id, `explanation/${entry}`)
    const [{ explanation, sentences, line }] = body.works
    expect([explanation.rank, line.zh]).toEqual([2, '银奖'])
    const kept = explanation.marks.filter(({ dropped }: any) => dropped === null)
    expect(kept).toHaveLength(1)
    expect(explanation.value).toBe(String(Math.round(kept[0].points.replace('≈', '') * 100) / 100))
    expect(sentences[0].zh).toBe('第 2 名，共 6 件')
    const paper = await get(id, `explanation/${entry}/page`)
    expect(paper.headers.get('content-type')).toBe('text/html; charset=utf-8')
    // A name that a person gave is of no language, and told once.
    expect(paper.body).toContain('<dd>银奖</dd>')
    const all = await get(id, 'explanations')
    expect(String(all.body).match(/<article>/g)).toHaveLength(6)
    const names = track.judges.map((name) => campaign.people[name]!)
    for (const page of [paper.body, all.body, JSON.stringify(body)]) {
      expect(page).toContain('评委 J')
      for (const { name } of names as any[]) if (name) expect(page).not.toContain(name)
    }
    expect(codeOf(await get(id, 'explanation/2022-VID-999999'))).toEqual([404, 'not-found'])
  })

  it('adds up: every value is what its explanation says', async () => {
    let draw = 7
    const some = () => (draw = (draw * 16_807) % 2_147_483_647) % 2001
    const id = await judged({ decimals: null }, () => ({ theme: some(), craft: some() % 1001 }))
    for (const { entry, value } of (await ranking(id)).works) {
      const [{ explanation }] = (await get(id, `explanation/${entry}`)).body.works
      const points = explanation.marks.map(({ criteria }: any) =>
        criteria.reduce((sum: number, one: any) => sum + (one.marks / one.full) * one.weight, 0),
      )
      const mean = points.reduce((sum: number, one: number) => sum + one, 0) / points.length
      expect(Math.abs(Number(value.replace('≈', '')) - mean)).toBeLessThan(0.0001)
      expect(explanation.value).toBe(value)
    }
  })

  it('is a workbook, and what was exported is noted', async () => {
    const id = await judged()
    const texts = await workbookOf(id)
    expect(texts).not.toContain('更正人')
    for (const { title } of track.works) expect(texts).toContain(title)
    expect((await log(id)).at(-1)).toBe('export')
  })
})

describe('what if', () => {
  it('tells who crosses a line and changes nothing', async () => {
    const id = await judged({}, (_, place) => ({
      theme: 1900 - 100 * place,
      craft: 500 + 20 * place,
    }))
    const before = await ranking(id)
    const { body } = await post(id, 'what-if', { weights: { theme: 1, craft: 99 } }, 'supervisor')
    const best = body.changes.find(({ rank }: any) => rank.after === 1)
    expect([best.title, best.rank, best.crosses]).toEqual([
      ...['作品6号', { before: 6, after: 1 }, true],
    ])
    expect(best.line).toEqual({ before: null, after: { zh: '一等奖', en: 'First prize' } })
    const fewer = await post(id, 'what-if', { levels: awards.levels.slice(0, 1) })
    expect(fewer.body.changes.map(({ crosses }: any) => crosses)).toEqual([true, true, true])
    expect(await ranking(id)).toEqual(before)
    expect((await post(id, 'what-if')).body.changes).toEqual([])
  })

  it.each<[string, object, number, string]>([
    ['a criterion that is none', { weights: { luck: 1 } }, 400, 'criterion-unknown'],
    ['weights that are none', { weights: [1] }, 400, 'wrong-type'],
    ['a method that is none', { method: 'best' }, 422, 'round-rules'],
    ['a quorum of none', { quorum: 0 }, 422, 'round-rules'],
    ['levels that are none', { levels: 'all' }, 400, 'wrong-type'],
    ['a level without places', { levels: [{ key: 'a', name: 'A' }] }, 409, 'awards'],
    ['an option that is none', { marks: [] }, 400, 'unknown-field'],
    ['votes that were never named', { votePercent: 40, votePoints: 'some' }, 422, 'round-rules'],
  ])('is refused with %s', async (_, body, status, code) => {
    expect(codeOf(await post(last!, 'what-if', body))).toEqual([status, code])
  })
})

describe('a lock', () => {
  it('takes two people, freezes the text that was asked for, and is written down', async () => {
    const id = await judged()
    expect(codeOf(await post(id, 'lock', {}))).toEqual([409, 'lock-not-asked'])
    const { body: asked } = await post(id, 'ask-lock')
    expect((await ranking(id)).ask).toMatchObject({ own: true, isStale: false })
    expect((await ranking(id, 'province2')).may).toMatchObject({ lock: true })
    expect(codeOf(await post(id, 'lock', asked))).toEqual([400, 'unknown-field'])
    const { sha256 } = asked
    expect(codeOf(await post(id, 'lock', { sha256 }))).toEqual([403, 'second-person-needed'])
    const other = { sha256: 'f'.repeat(64) }
    expect(codeOf(await post(id, 'lock', other, 'province2'))).toEqual([409, 'result-changed'])
    expect((await post(id, 'lock', { sha256 }, 'province2')).body).toEqual({ version: 1, sha256 })

    const frozen = await textOf(id)
    expect(frozen.sha256).toBe(sha256)
    expect(createHash('sha256').update(frozen.text, 'utf8').digest('hex')).toBe(sha256)
    expect(checkLocked(frozen.text)).toEqual([])
    const view = await ranking(id)
    expect(view).toMatchObject({ isLocked: true, version: 1, sha256, pending: [], ask: null })
    expect(view.versions).toHaveLength(1)
    expect((await log(id)).slice(-2)).toEqual(['ask-lock', 'lock'])
    const [{ state }] = await campaign.sql('select state from judging_rounds where id = $1', [id])
    expect(state).toBe('locked')
    const told = await campaign.sql(
      `select distinct told from notices where event = 'round-locked' and about = $1`,
      [`round:${id}:1`],
    )
    expect(told.map((row) => row.told)).toContain('desk')
    expect(told.some((row) => row.told.startsWith('unit:'))).toBe(true)
    expect(codeOf(await post(id, 'lock', { sha256 }, 'province2'))).toEqual([409, 'round-locked'])
  })

  it('names no judge and no author', async () => {
    const { text } = await textOf(last!)
    expect(text).not.toMatch(/钱某|1380000/)
    const locked = parseLocked(text)!
    expect(new Set(locked.marks.map(({ judge }) => judge))).toEqual(
      new Set(['J1', 'J2', 'J3', 'J4', 'J5']),
    )
    expect(lockedText(lockedOf(factsOf(locked)!, judgeFacts(factsOf(locked)!)))).toBe(text)
  })

  it('is refused while judging lasts, and when what was asked for has changed', async () => {
    const id = await round()
    await handIn(id, falling)
    expect(codeOf(await post(id, 'ask-lock'))).toEqual([409, 'judging-open'])
    await endRound(campaign, id)
    const { body } = await post(id, 'ask-lock')
    await campaign.sql(
      `update judging_works set gone_at = now() where round_id = $1 and entry = $2`,
      [id, track.works[5]!.entry],
    )
    expect((await ranking(id)).ask).toMatchObject({ isStale: true })
    const answer = await post(id, 'lock', { sha256: body.sha256 }, 'province2')
    expect(codeOf(answer)).toEqual([409, 'result-changed'])
    expect((await post(id, 'withdraw-lock', {}, 'province2')).status).toBe(200)
    expect(codeOf(await post(id, 'withdraw-lock'))).toEqual([409, 'lock-not-asked'])
    expect((await ranking(id)).isLocked).toBe(false)
    await lock(id)
  })

  it('of two who confirm at once, one does', async () => {
    await scene.person('province3', 'province', null)
    const id = await judged()
    const { body } = await post(id, 'ask-lock')
    const { sha256 } = body
    const answers = await Promise.all(
      ['province2', 'province3'].map((as) => post(id, 'lock', { sha256 }, as)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const codes = answers.map((answer) => codeOf(answer)[1])
    expect(codes.filter(Boolean)).toEqual(['round-locked'])
    expect((await log(id)).filter((action) => action === 'lock')).toHaveLength(1)
  })

  it('waits for a mark that is under way, and is not what was asked for then', async () => {
    const id = await judged()
    const { body } = await post(id, 'ask-lock')
    const client = await campaign.payload.db.pool.connect()
    try {
      await client.query('begin')
      await client.query('select from judging_rounds where id = $1 for share', [id])
      await client.query(
        `update judging_pairs set marks = '{"theme": 0, "craft": 0}' where round_id = $1 and entry = $2`,
        [id, track.works[0]!.entry],
      )
      const locking = post(id, 'lock', { sha256: body.sha256 }, 'province2')
      const early = await Promise.race([locking.then(() => 'locked'), blocked(id)])
      expect(early).toBe('waits')
      await client.query('commit')
      expect(codeOf(await locking)).toEqual([409, 'result-changed'])
    } finally {
      client.release()
    }
  })

  it('leaves nothing that could change what counted', async () => {
    const id = await judged()
    await lock(id)
    const tables: [string, string][] = [
      ['marks', `update judging_pairs set marks = '{"theme": 1}' where round_id = $1`],
      ['handing in', `update judging_pairs set handed_in_at = null where round_id = $1`],
      ['recusal', `update judging_pairs set dropped_at = now() where round_id = $1`],
      ['a pair', `delete from judging_pairs where round_id = $1`],
      [
        'an order',
        `insert into judging_orders (round_id, judge_id, groups) select $1, min(id), '[]' from users`,
      ],
      [
        'the history',
        `insert into judging_history (round_id, judge_id, given) select $1, min(id), '{}' from users`,
      ],
      ['the text', `update judging_locks set text = '{}' where round_id = $1`],
      ['the lock', `delete from judging_locks where round_id = $1`],
    ]
    for (const [what, statement] of tables) {
      const wrong = await campaign.sql(statement, [id]).then(
        () => 'done',
        (error: Error) => error.message,
      )
      expect([what, wrong]).toEqual([what, expect.stringMatching(/locked|append-only/)])
    }
    expect((await post(id, 'extend', { to: '2099-01-01T00:00:00Z', reason: '补评' })).status).toBe(
      409,
    )
    expect((await post(id, 'assign')).status).toBe(409)
    expect(
      (await post(id, 'panel', { remove: [campaign.people['judge-1']!.id], reason: '离任' }))
        .status,
    ).toBe(409)
    const decisions = [{ entry: track.works[0]!.entry, goesOn: true }]
    const decided = await campaign.call('PUT', `/judging-rounds/${id}/decisions`, {
      ...{ as: 'province', body: { decisions } },
    })
    expect(decided.status).toBe(409)
  })

  it('is corrected by a new version only, which names the one before', async () => {
    const id = await judged()
    const first = await lock(id)
    const remove = [track.works[0]!.entry]
    expect(codeOf(await post(id, 'ask-lock', { reason: '更正' }))).toEqual([409, 'nothing-changed'])
    expect(codeOf(await post(id, 'correct', { remove }))).toEqual([400, 'reason-missing'])
    expect((await post(id, 'correct', { remove, reason: '作品已撤回' })).status).toBe(200)
    const between = await ranking(id)
    expect([between.version, between.works[0].title]).toEqual([1, '作品1号'])
    expect(between.pending[0]).toMatchObject({ title: '作品2号', crosses: true })
    expect(codeOf(await post(id, 'ask-lock'))).toEqual([400, 'reason-missing'])
    const second = await lock(id, '获奖作品撤回')
    expect(second.version).toBe(2)
    const locked = parseLocked((await textOf(id)).text)!
    expect(locked.replaces).toEqual({ version: 1, sha256: first.sha256 })
    expect(locked.reason).toBe('获奖作品撤回')
    expect((await ranking(id)).versions.map(({ version }: any) => version)).toEqual([2, 1])
  })

  it('counts a mark that was corrected since, and tells what the judge had handed in', async () => {
    const id = await judged()
    const { entry } = track.works[5]!
    const one = { entry, judge: 'J1', criterion: 'theme', marks: 19.5 }
    const given = await campaign.sql(
      'select entry, judge_id, marks, handed_in_at from judging_pairs where round_id = $1 order by 1, 2',
      [id],
    )
    const correct = (marks: unknown, reason: string | null = '评委录错', as = 'province') =>
      post(id, 'correct-marks', { marks, reason }, as)
    expect(codeOf(await correct([one]))).toEqual([409, 'wrong-state'])
    const first = await lock(id)
    const { text: before } = await textOf(id)
    const judge = parseLocked(before)!.marks.find(
      ({ number }) => number === parseLocked(before)!.works.find((w) => w.entry === entry)!.number,
    )!.judge
    const mark = { ...one, judge }
    expect(codeOf(await correct([mark], null))).toEqual([400, 'reason-missing'])
    expect(codeOf(await correct([]))).toEqual([400, 'wrong-type'])
    expect(codeOf(await correct([mark, mark]))).toEqual([400, 'wrong-type'])
    expect(codeOf(await correct([{ ...mark, marks: 20.5 }]))).toEqual([400, 'mark-above-full'])
    expect(codeOf(await correct([{ ...mark, criterion: 'x' }]))).toEqual([400, 'criterion-unknown'])
    expect(codeOf(await correct([{ ...mark, judge: 'J9' }]))).toEqual([422, 'no-such-mark'])
    expect(codeOf(await correct([{ ...mark, entry: '2022-VID-99999' }]))).toEqual([
      ...[422, 'no-such-mark'],
    ])
    expect(codeOf(await correct([mark], '…', 'supervisor'))).toEqual([403, 'not-yours'])
    // Said and taken back: nothing to lock.
    expect((await correct([mark])).status).toBe(200)
    expect((await correct([{ ...mark, marks: 14 }])).status).toBe(200)
    expect(codeOf(await post(id, 'ask-lock', { reason: '…' }))).toEqual([409, 'nothing-changed'])
    expect((await correct([mark], '评委书面说明录错')).status).toBe(200)
    expect((await ranking(id)).version).toBe(1)
    expect((await lock(id, '更正评分')).version).toBe(2)
    const { text } = await textOf(id)
    expect(checkLocked(text)).toEqual([])
    const locked = parseLocked(text)!
    expect(locked).toMatchObject({ format: 'ranking/2', replaces: { sha256: first.sha256 } })
    expect(locked.corrections).toMatchObject([
      { judge, criterion: 'theme', was: 1400, becomes: 1950, reason: '评委书面说明录错' },
    ])
    expect(handedIn(locked)).toEqual(handedIn(parseLocked(before)!))
    expect(
      await campaign.sql(
        'select entry, judge_id, marks, handed_in_at from judging_pairs where round_id = $1 order by 1, 2',
        [id],
      ),
    ).toEqual(given)
    const paper = String((await get(id, `explanation/${entry}/page`)).body)
    expect(paper).toContain(`评委 ${judge} 的“主题”原评 14 分，改为 19.5 分（评委书面说明录错）`)
    expect(paper).toContain(`Corrected after the lock: judge ${judge} had given 14 for`)
    const book = await workbookOf(id)
    for (const text of ['更正人', '评委书面说明录错', '更正为']) expect(book).toContain(text)
    const [{ name }] = await campaign.sql(
      'select u.name from judging_corrections c join users u on u.id = c.by_id where round_id = $1',
      [id],
    )
    expect(book).toContain(name)
    await expect(
      campaign.sql('update judging_corrections set becomes = 0 where round_id = $1', [id]),
    ).rejects.toThrow()
  })
})

describe('works that are equal at a line', () => {
  const equal = () => ({ theme: 1500, craft: 700 })

  it('wait until people choose, level by level', async () => {
    const id = await judged({ tieBreak: [] }, equal)
    const view = await ranking(id)
    expect(view.open).toHaveLength(1)
    expect(view.open[0]).toMatchObject({ level: 'first', places: 1 })
    expect(codeOf(await post(id, 'ask-lock'))).toEqual([409, 'equal-at-line'])
    const [a, b, c] = track.works.map(({ entry }) => entry)
    const put = (levels: unknown) =>
      campaign.call('PUT', `/judging-rounds/${id}/level-decisions`, {
        ...{ as: 'province', body: { levels, reason: '评委会议定' } },
      })
    expect(codeOf(await put([{ level: 'third' }]))).toEqual([422, 'level-unknown'])
    expect(codeOf(await put([{ level: 'first', vacant: 2 }]))).toEqual([422, 'too-many-vacant'])
    expect(codeOf(await put([{ level: 'first', chosen: ['x'] }]))).toEqual([
      ...[422, 'unknown-entries'],
    ])
    expect(codeOf(await put('all'))).toEqual([400, 'wrong-type'])
    await put([
      { level: 'first', chosen: [b] },
      { level: 'second', vacant: 1, chosen: [c] },
    ])
    await lock(id)
    const locked = parseLocked((await textOf(id)).text)!
    expect(locked.awards.map(({ entry, level }) => [entry, level])).toEqual([
      [b, 'first'],
      [c, 'second'],
    ])
    expect(locked.vacancies).toEqual([{ level: 'second', places: 1, why: 'by-decision' }])
    expect(locked.reserves).toEqual([a])
  })
})

describe('a round before another one', () => {
  it('lets into the next one whom its lock carries over', async () => {
    const first = await judged({ key: 'first', carryOver: 'top', carryCount: 2, levels: [] })
    expect((await ranking(first)).works.map(({ line }: any) => line?.zh ?? null)).toEqual([
      ...['晋级', '晋级', null, null, null, null],
    ])
    await campaign.sql(
      `update judging_rounds set window_from = now() - interval '9 hours',
        window_to = now() - interval '8 hours' where id = $1`,
      [first],
    )
    await lock(first)
    const next = await openedRound(campaign, { judges: track.judges, key: 'second' })
    const works = await campaign.sql('select entry from judging_works where round_id = $1', [next])
    const carried = new Set(track.works.slice(0, 2).map(({ entry }) => entry))
    expect(new Set(works.map(({ entry }) => entry))).toEqual(carried)

    // The next round has begun: whoever corrects this one is told what a new version leaves as it is.
    expect((await ranking(first)).nextRound).toBeNull()
    const gone = track.works[0]!
    await post(first, 'correct', { remove: [gone.entry], reason: '撤回参评' })
    const { nextRound } = await ranking(first)
    expect(nextRound.zh).toContain('已经开始，新版本不改变其参评作品')
    expect(nextRound.zh).toContain(`仍在下一轮的作品：${gone.title}。`)
    expect(nextRound.en).toContain('has begun')
    await lock(first, '撤回参评')
    const after = await campaign.sql('select entry from judging_works where round_id = $1', [next])
    expect(new Set(after.map(({ entry }) => entry))).toEqual(carried)
    await campaign.sql('update judging_rounds set track_id = $2 where id = $1', [
      ...[first, campaign.track('photography')],
    ])
    last = next
  })
})

describe('a round with a vote', () => {
  it('blends in what was voted once the vote is over and sealed', async () => {
    const works = track.works.map(({ entry }) => entry)
    const [{ id: campaignId }] = await campaign.sql('select min(id) as id from campaigns')
    const vote = await campaign.call('POST', '/vote-rounds?depth=0', {
      as: 'province',
      body: {
        ...{ title: '网络投票', slug: 'blend', campaign: campaignId },
        tracks: [campaign.track('micro-videos')],
        windowFrom: new Date(Date.now() - 3_600_000).toISOString(),
        windowTo: new Date(Date.now() + 3_600_000).toISOString(),
        ...{ periodKind: 'day', votesPerPeriod: 5, votesPerEntryPerPeriod: 1 },
        ...{ ballotMin: 1, ballotMax: 5, countsShown: 'afterClose', voters: 'participants' },
        candidatesFrom: 'published',
      },
    })
    const voteRound = vote.body.doc.id as number
    for (const { id } of track.works.slice(0, 3)) {
      await scene.step('videos', id, 'supervisor', 'publish')
    }
    expect(
      (await campaign.call('POST', `/vote-rounds/${voteRound}/open`, { as: 'province', body: {} }))
        .status,
    ).toBe(200)
    const candidates = await campaign.sql(
      'select number, entry from ballot_candidates where round_id = $1',
      [voteRound],
    )
    const numberOf = (place: number) =>
      candidates.find(({ entry }) => entry === works[place])!.number as number
    await castVotes(campaign.sql, {
      round: voteRound,
      votes: [2, 2, 2, 2, 1].map(numberOf),
    })
    const id = await judged({ votePercent: 50, votePoints: 'share-of-top', voteRound }, () => ({
      theme: 1500,
      craft: 700,
    }))
    expect(codeOf(await post(id, 'ask-lock'))).toEqual([409, 'vote-open'])
    expect(codeOf(await post(id, 'what-if', { votePercent: 10 }))).toEqual([409, 'vote-open'])
    await campaign.call('POST', `/vote-rounds/${voteRound}/close`, {
      ...{ as: 'province', body: { reason: '到期' } },
    })
    expect((await ranking(id)).vote).toBe('unsealed')
    expect(codeOf(await post(id, 'ask-lock'))).toEqual([409, 'vote-unsealed'])
    await seal()
    const view = await ranking(id)
    expect(
      view.works
        .slice(0, 2)
        .map(({ entry, vote, votes, value }: any) => [entry, votes, vote, value]),
    ).toEqual([
      [works[2], 4, '100', '86.5'],
      [works[1], 1, '25', '49'],
    ])
    await lock(id)
    const locked = parseLocked((await textOf(id)).text)!
    expect(locked.vote).toMatchObject({ round: 'blend', total: 5 })
    expect(locked.vote!.head!.root).toMatch(/^[0-9a-f]{64}$/)
    expect(checkLocked((await textOf(id)).text)).toEqual([])
  })
})

describe('how a round stands', () => {
  it('is told judge by judge, with the works that lack judges and why', async () => {
    const id = await round()
    const pairs = await pairsOf(campaign, id)
    const [{ judge, number }] = pairs as [TestPair]
    const marks = [
      { criterion: 'theme', marks: 15 },
      { criterion: 'craft', marks: 7 },
    ]
    const put = await campaign.call('PUT', `/judging/rounds/${id}/works/${number}`, {
      ...{ as: judge, body: { marks, handIn: true, version: 0 } },
    })
    expect(put.status).toBe(200)
    const { body } = await get(id, 'overview')
    expect([body.shown, body.works.standing, body.works.handedIn]).toEqual(['open', 6, 1])
    const panel = new Map<string, any>(body.panel.map((one: any) => [one.code, one]))
    expect([...panel.keys()]).toEqual(['J1', 'J2', 'J3', 'J4', 'J5'])
    const mine = body.panel.find((one: any) => one.judge === campaign.people[judge]!.id)
    expect(mine).toMatchObject({ handedIn: 1, mean: 73, counts: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0] })
    expect(body.lacking).toEqual([])

    for (const name of ['judge-3', 'judge-4', 'judge-5']) {
      const remove = [campaign.people[name]!.id]
      expect((await post(id, 'panel', { remove, reason: '离任' })).status).toBe(200)
    }
    const { body: later } = await get(id, 'overview')
    expect(later.lacking.length).toBeGreaterThan(0)
    const reasons = later.lacking.flatMap(({ recused }: any) =>
      recused.map(({ why }: any) => why.zh),
    )
    expect(new Set(reasons)).toEqual(new Set(['作品属评委单位的下级单位', '作品属评委所在单位']))
    expect(later.panel.filter(({ leftReason }: any) => leftReason === '离任')).toHaveLength(3)

    const plain = (await get(id, 'overview', 'wuxi')).body
    expect(plain).toMatchObject({ panel: null, lacking: null, spread: null, log: null })
    expect(codeOf(await get(id, 'overview', 'judge-1'))).toEqual([403, 'not-yours'])
  })

  it('takes no awards that are none', async () => {
    const id = last!
    const answer = await campaign.call('PATCH', `/judging-rounds/${id}?depth=0`, {
      as: 'province',
      body: { levels: [{ key: 'a', name: '一等奖', count: 0 }], awardsEqual: 'some' },
    })
    expect(codeOf(answer)).toEqual([422, 'awards'])
    const paths = answer.body.errors[0].data.errors.map(({ path }: any) => path)
    expect(paths.sort()).toEqual(['awardsEqual', 'levels.0.count'])
  })
})

describe('marks given the judges’ way', () => {
  it('are what is ranked, and are refused after the lock', async () => {
    const id = await round({ quorum: 2 })
    const order = track.works.map(({ entry }) => entry)
    await markAll(campaign, id, ({ entry }) => [19 - order.indexOf(entry), 9])
    await endRound(campaign, id)
    expect((await ranking(id)).works.map(({ entry }: any) => entry)).toEqual(order)
    await lock(id)
    await campaign.sql(
      `update judging_rounds set window_to = now() + interval '1 hour' where id = $1`,
      [id],
    )
    const [{ judge, number }] = (await pairsOf(campaign, id)) as [TestPair]
    const marks = [{ criterion: 'theme', marks: 1 }]
    const path = `/judging/rounds/${id}/works/${number}`
    const tries: [string, string, object][] = [
      ['PUT', path, { marks, handIn: false, version: 1 }],
      ['POST', `${path}/skip`, {}],
      ['POST', `${path}/recuse`, { kind: 'knows-author' }],
    ]
    for (const [method, target, body] of tries) {
      const answer = await campaign.call(method, target, { as: judge, body })
      expect([target, ...codeOf(answer)]).toEqual([target, 409, 'round-locked'])
    }
    const batch = await campaign.call('POST', '/judging/marks', {
      as: judge,
      body: { round: id, rows: [{ work: String(number), marks, handIn: false, version: 1 }] },
    })
    expect(batch.body.rows?.[0] ?? batch.body.errors[0].data).toMatchObject({
      code: 'round-locked',
    })
  })
})

describe('who may', () => {
  it('see and do what', async () => {
    const id = await judged()
    const asked: [string, string, object?][] = [
      ['GET', 'ranking'],
      ['GET', 'ranking-file'],
      ['GET', `explanation/${track.works[0]!.entry}`],
      ['GET', 'explanations'],
      ['POST', 'what-if', {}],
      ['PUT', 'level-decisions', { levels: [] }],
      ['POST', 'correct', { reason: '更正' }],
      ['POST', 'ask-lock', {}],
      ['POST', 'withdraw-lock', {}],
      ['POST', 'lock', {}],
    ]
    const answers = async (as: string | undefined) => {
      const statuses: number[] = []
      for (const [method, path, body] of asked) {
        const options = { ...(as ? { as } : {}), ...(body ? { body } : {}) }
        const answer = await campaign.call(method, `/judging-rounds/${id}/${path}`, options)
        statuses.push(answer.status)
      }
      return statuses.join(' ')
    }
    const no = (status: number) => Array(10).fill(status).join(' ')
    expect(await answers(undefined)).toBe(no(401))
    expect(await answers('judge-1')).toBe(no(403))
    expect(await answers('supervisor')).toBe('200 200 200 200 200 403 403 403 403 403')
    expect(await answers('wuxi')).toBe('404 404 404 404 403 403 403 403 403 403')
    const host = await hostOf('micro-videos')
    expect(await answers(host)).toBe('404 404 404 404 403 403 403 403 403 403')
    await lock(id)
    expect(await answers(host)).toBe('200 200 200 200 403 403 403 403 403 403')
    const seen = await ranking(id, host)
    expect(seen).toMatchObject({ isLocked: true, pending: null, ask: null, problem: null })
    expect(await answers('suzhou')).toBe('404 404 404 404 403 403 403 403 403 403')
  })
})

async function hostOf(slug: string): Promise<string> {
  const [{ name }] = await campaign.sql(
    'select n.name from tracks t join units n on n.id = t.host_id where t.slug = $1',
    [slug],
  )
  await scene.person('host', 'editor', name)
  return 'host'
}

async function seal(): Promise<void> {
  const client = await campaign.payload.db.pool.connect()
  await sealAll(client).finally(() => client.release())
}

/** Says so once a statement waits for the row of a round. */
async function blocked(_: number): Promise<string> {
  for (;;) {
    const [{ count }] = await campaign.sql(
      `select count(*)::int as count from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and query like '%judging_rounds%'`,
    )
    if (count > 0) return 'waits'
    await new Promise((done) => setTimeout(done, 20))
  }
}
