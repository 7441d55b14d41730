import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCampaign, type Answer, type TestCampaign } from '../harness/campaign.ts'
import {
  endRound,
  inHours,
  judgingTrack,
  openedRound,
  pairsOf,
  type JudgingTrack,
  type TestPair,
} from '../harness/judging.ts'
import { openScene } from '../harness/scene.ts'

let campaign: TestCampaign
let track: JudgingTrack
/** The usual round, for what changes nothing of it. */
let round: number

beforeAll(async () => {
  campaign = await testCampaign()
  const scene = await openScene(campaign)
  track = await judgingTrack(campaign, scene, { works: 8, judges: 5 })
  round = await opened()
})
afterAll(() => campaign.close())

let made = 0
const opened = async (data: object = {}): Promise<number> => {
  // One round of a track at a time: those before this one are out of its way.
  await campaign.sql(
    `update judging_rounds set window_from = '2020-01-01', window_to = '2020-01-02', state = 'locked'
      where state = 'open'`,
  )
  await campaign.sql(`update judging_rounds set track_id = $1 where state = 'locked'`, [
    campaign.track('photography'),
  ])
  made += 1
  const id = await openedRound(campaign, { judges: track.judges, key: `round-${made}`, ...data })
  return id
}
const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0].data?.code]
const get = (as: string, path: string) => campaign.call('GET', `/judging${path}`, { as })
const put = (pair: TestPair, body: object, id = round) =>
  campaign.call('PUT', `/judging/rounds/${id}/works/${pair.number}`, {
    ...{ as: pair.judge, body: { handIn: false, version: 0, ...body } },
  })
const both = (theme: unknown, craft: unknown) => ({
  marks: [
    { criterion: 'theme', marks: theme },
    { criterion: 'craft', marks: craft },
  ],
})
const stored = async (pair: TestPair, id = round) =>
  (
    await campaign.sql(
      `select marks, passes, note, version, saved_at, handed_in_at, skipped_at, dropped_why from judging_pairs
        where round_id = $1 and entry = $2 and judge_id = $3`,
      [id, pair.entry, pair.judgeId],
    )
  )[0]
const history = async (id = round) =>
  Number(
    (await campaign.sql('select count(*) from judging_history where round_id = $1', [id]))[0].count,
  )
const pairs = (id = round) => pairsOf(campaign, id)

describe('what a judge reads', () => {
  it('is the rounds whose panel has the judge, with what there is to do', async () => {
    const { body } = await get('judge-3', '/rounds')
    const [one] = body.rounds
    expect(one).toMatchObject({ id: round, kind: 'score', state: 'open', blind: true })
    expect(one.criteria[0]).toMatchObject({
      key: 'theme',
      full: 20,
      name: { zh: '主题', en: 'Theme' },
    })
    expect(one.criteria[0].anchors[0]).toEqual({ marks: 18, meaning: { zh: '突出', en: '突出' } })
    expect(one.progress).toEqual({ total: expect.any(Number), handedIn: 0, started: 0, skipped: 0 })
    expect((await get('judge', '/rounds')).body.rounds).toEqual([])
  })

  it('is the own works, calibration first, in an order of the judge’s own that stays', async () => {
    const mine = (await pairs()).filter(({ judge }) => judge === 'judge-3')
    const { body } = await get('judge-3', `/rounds/${round}/works`)
    const numbers = body.works.map(({ work }: any) => Number(work))
    expect([...numbers].sort((a, b) => a - b)).toEqual(mine.map(({ number }) => number))
    expect(numbers.slice(0, 3)).toEqual(mine.slice(0, 3).map(({ number }) => number))
    expect(body.works.map(({ calibrates }: any) => calibrates).slice(0, 4)).toEqual([
      true,
      true,
      true,
      ...(numbers.length > 3 ? [false] : []),
    ])
    expect((await get('judge-3', `/rounds/${round}/works`)).body).toEqual(body)
  })

  it('is one work without a word of author or unit', async () => {
    const [pair] = await pairs()
    const { status, body } = await get(pair!.judge, `/rounds/${round}/works/${pair!.number}`)
    expect([status, body.work, body.others]).toEqual([200, String(pair!.number), null])
    expect(body.mine).toMatchObject({ marks: [], version: 0, savedAt: null })
    expect(JSON.stringify(body)).not.toMatch(/钱某|总工会|1380000|2022-/)
  })

  it('is nothing of a work or a round that is not the judge’s', async () => {
    const all = await pairs()
    const other = all.find(
      ({ number }) => !all.some((one) => one.number === number && one.judge === 'judge-3'),
    )!
    expect(codeOf(await get('judge-3', `/rounds/${round}/works/${other.number}`))).toEqual([
      ...[404, 'not-found'],
    ])
    for (const work of ['0', '999', 'x', other.entry]) {
      expect(codeOf(await get('judge-3', `/rounds/${round}/works/${work}`))[0]).toBe(404)
    }
    expect(codeOf(await get('judge', `/rounds/${round}/works`))).toEqual([404, 'not-found'])
    expect(codeOf(await get('province', `/rounds/${round}/works`))).toEqual([403, 'not-yours'])
    expect((await campaign.call('GET', `/judging/rounds/${round}/works`)).status).toBe(401)
  })
})

describe('marks', () => {
  it('are saved one by one, with a row of the history each, and handed in whole', async () => {
    const [pair] = await pairs()
    const before = await history()
    const first = await put(pair!, { marks: [{ criterion: 'theme', marks: 18.25 }], note: '好' })
    expect([first.status, first.body.version, first.body.handedInAt]).toEqual([200, 1, null])
    expect(first.body.savedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(first.body.progress).toMatchObject({ started: 1, handedIn: 0 })
    const early = await put(pair!, { handIn: true, version: 1 })
    expect(codeOf(early)).toEqual([400, 'criterion-missing'])
    const second = await put(pair!, { ...both(18.25, 7.5), handIn: true, version: 1 })
    expect([second.status, second.body.version]).toEqual([200, 2])
    expect(second.body.progress.handedIn).toBe(1)
    expect(await stored(pair!)).toMatchObject({
      ...{ marks: { theme: 1825, craft: 750 }, note: '好', version: 2 },
    })
    expect(await history()).toBe(before + 2)
    const { body } = await get(pair!.judge, `/rounds/${round}/standing`)
    expect(body).toMatchObject({ handedIn: 1, passes: { yes: 0, no: 0 } })
    expect(body.criteria[0]).toEqual({ key: 'theme', marks: [{ marks: 18.25, count: 1 }] })
    // 18.25 of 20 by 60 and 7.5 of 10 by 40: 84.75.
    expect(body.totals[8]).toEqual({ from: 80, to: 90, count: 1 })
  })

  it('are taken once, whoever asks again; what is stale is refused with what stands', async () => {
    const pair = (await pairs())[4]!
    const body = { ...both(10, 5), handIn: true }
    const [a, b] = await Promise.all([put(pair, body), put(pair, body)])
    expect([a.status, b.status, a.body.version, b.body.version]).toEqual([200, 200, 1, 1])
    const again = await put(pair, body)
    expect([again.status, again.body.version]).toEqual([200, 1])
    const stale = await put(pair, both(11, 5))
    expect(codeOf(stale)).toEqual([409, 'version-stale'])
    expect(stale.body.errors[0].data.stands).toMatchObject({ ...both(10, 5), version: 1 })
    const races = await Promise.all(
      [12, 13, 14].map((mark) => put(pair, { ...both(mark, 5), version: 1 })),
    )
    expect(races.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await stored(pair)).version).toBe(2)
  })

  it.each<[string, object, string]>([
    ['below 0', both(-0.5, 5), 'mark-below-zero'],
    ['above full', both(20.01, 5), 'mark-above-full'],
    ['texts', both('8', 5), 'mark-not-a-number'],
    ['nothing', both(null, 5), 'mark-not-a-number'],
    ['of three decimals', both(8.125, 5), 'mark-too-fine'],
    ['of an unknown criterion', { marks: [{ criterion: 'style', marks: 1 }] }, 'criterion-unknown'],
    [
      'twice for a criterion',
      { marks: [...both(8, 5).marks, { criterion: 'theme', marks: 9 }] },
      'criterion-twice',
    ],
    ['missing when handed in', { marks: [both(8, 5).marks[0]], handIn: true }, 'criterion-missing'],
    ['that are no list', { marks: { theme: 8 } }, 'not-a-list'],
    ['with a yes', { ...both(8, 5), passes: true }, 'out-of-place'],
    ['without a version', { ...both(8, 5), version: '0' }, 'wrong-type'],
    ['without a word whether it is handed in', { ...both(8, 5), handIn: 'no' }, 'wrong-type'],
    ['with a field that nobody knows', { ...both(8, 5), total: 100 }, 'unknown-field'],
    ['with a note that is none', { ...both(8, 5), note: { a: 1 } }, 'wrong-type'],
    ['with a NUL in the note', { ...both(8, 5), note: 'a\u0000b' }, 'bad-text'],
  ])('%s are refused, and nothing is saved', async (_what, body, code) => {
    const pair = (await pairs())[8]!
    const before = [await stored(pair), await history()]
    expect(codeOf(await put(pair, body))).toEqual([400, code])
    expect([await stored(pair), await history()]).toEqual(before)
  })

  it('of several works come in one request, each taken or refused by itself', async () => {
    const mine = (await pairs()).filter(({ judge }) => judge === 'judge-5').slice(0, 3)
    const [a, b, c] = mine.map(({ number }) => String(number))
    const ask = (rows: unknown) =>
      campaign.call('POST', '/judging/marks', { as: 'judge-5', body: { round, rows } })
    const given = { handIn: false, version: 0 }
    const { status, body } = await ask([
      { work: a, ...both(9, 9), ...given },
      { work: b, ...both(9, 99), ...given },
      { work: '4000', ...both(9, 9), ...given },
      { work: c, ...both(9, 9), ...given, total: 1 },
    ])
    expect(status).toBe(200)
    expect(body.rows.map(({ ok, code, version }: any) => [ok, code ?? version])).toEqual([
      ...[
        [true, 1],
        [false, 'mark-above-full'],
        [false, 'work-not-assigned'],
      ],
      [false, 'unknown-field'],
    ])
    expect(body.progress.started).toBe(1)
    expect((await stored(mine[1]!)).version).toBe(0)
    const twice = await ask([
      { work: b, ...given },
      { work: b, ...given },
    ])
    expect(codeOf(twice)).toEqual([400, 'work-twice'])
    expect(codeOf(await ask('all'))).toEqual([400, 'not-a-list'])
    expect((await stored(mine[1]!)).version).toBe(0)
  })

  it('are not taken for a work that is not assigned, before and after the window, after the lock', async () => {
    const all = await pairs()
    const other = all.find(
      ({ number }) => !all.some((one) => one.number === number && one.judge === 'judge-3'),
    )!
    expect(codeOf(await put({ ...other, judge: 'judge-3' }, both(8, 5)))).toEqual([
      ...[403, 'work-not-assigned'],
    ])
    const id = await opened({ windowFrom: inHours(1) })
    const [pair] = await pairs(id)
    expect(codeOf(await put(pair!, both(8, 5), id))).toEqual([409, 'judging-not-open'])
    expect(codeOf(await get(pair!.judge, `/rounds/${id}/works`))).toEqual([409, 'judging-not-open'])
    await endRound(campaign, id)
    expect(codeOf(await put(pair!, both(8, 5), id))).toEqual([409, 'judging-closed'])
    await campaign.sql(`update judging_rounds set state = 'locked' where id = $1`, [id])
    expect(codeOf(await put(pair!, both(8, 5), id))).toEqual([409, 'round-locked'])
    expect(await history(id)).toBe(0)
    round = await opened()
  })

  it('are not taken while the round is paused; judges read why, and it is locked by nobody', async () => {
    const id = await opened()
    const [pair] = await pairs(id)
    const step = (action: string, body: object, as = 'province') =>
      campaign.call('POST', `/judging-rounds/${id}/${action}`, { as, body })
    const shown = async () => {
      const { rounds } = (await get(pair!.judge, '/rounds')).body
      const { state, pause } = rounds.find((one: any) => one.id === id)
      return [state, pause?.reason]
    }
    expect(codeOf(await step('pause', {}))).toEqual([400, 'reason-missing'])
    expect(codeOf(await step('resume', {}))).toEqual([409, 'wrong-state'])
    expect(codeOf(await step('pause', { reason: '…' }, 'supervisor'))).toEqual([403, 'not-yours'])
    expect((await step('pause', { reason: '系统检修' })).status).toBe(200)
    expect(codeOf(await step('pause', { reason: '再次' }))).toEqual([409, 'wrong-state'])
    expect(await shown()).toEqual(['paused', '系统检修'])
    const refused = await put(pair!, { ...both(18, 9), handIn: true }, id)
    expect(codeOf(refused)).toEqual([409, 'judging-paused'])
    expect(refused.body.errors[0].message).toContain('系统检修')
    const look = await get(pair!.judge, `/rounds/${id}/works/${pair!.number}`)
    expect(look.status).toBe(200)
    const overview = await campaign.call('GET', `/judging-rounds/${id}/overview`, {
      as: 'province',
    })
    expect(overview.body).toMatchObject({ shown: 'paused', may: { pause: false, resume: true } })
    expect((await step('resume', { reason: '检修完成' })).status).toBe(200)
    expect(await shown()).toEqual(['open', undefined])
    for (const own of await pairs(id)) {
      expect((await put(own, { ...both(18, 9), handIn: true }, id)).status).toBe(200)
    }
    await step('pause', { reason: '核查' })
    await endRound(campaign, id)
    expect(codeOf(await step('ask-lock', {}))).toEqual([409, 'judging-paused'])
    await step('resume', {})
    expect(codeOf(await step('pause', { reason: '…' }))).toEqual([409, 'judging-closed'])
    expect((await step('ask-lock', {})).status).toBe(200)
    const log = await campaign.call('GET', `/judging-rounds/${id}/log`, { as: 'supervisor' })
    expect(log.body.log.map((one: any) => [one.action, one.reason])).toEqual(
      expect.arrayContaining([
        ['pause', '系统检修'],
        ['resume', '检修完成'],
      ]),
    )
    round = await opened()
  })

  it('of a work whose unit has come to be the judge’s own are refused, and it goes to another judge', async () => {
    const judge = 'judge-4'
    const pair = (await pairs()).find((one) => one.judge === judge)!
    await put(pair, both(8, 5))
    const move = (unit: string | null) =>
      campaign.sql(
        `update users set unit_id = $2, unit_path = (select path from units where id = $2) where id = $1`,
        [pair.judgeId, unit],
      )
    const [{ unit_id: unit }] = await campaign.sql(
      'select unit_id from videos where public_id = $1',
      [pair.entry],
    )
    await move(unit)
    expect(codeOf(await get(judge, `/rounds/${round}/works/${pair.number}`))).toEqual([
      403,
      'judge-recused',
    ])
    expect(codeOf(await put(pair, { ...both(9, 5), version: 1 }))).toEqual([403, 'judge-recused'])
    expect(await stored(pair)).toMatchObject({
      dropped_why: 'unit-same',
      marks: { theme: 800, craft: 500 },
    })
    const now = (await pairs()).filter(({ entry }) => entry === pair.entry)
    expect([now.length, now.some((one) => one.judge === judge)]).toEqual([3, false])
    await move(null)
  })
})

describe('a work put aside', () => {
  it('is skipped and taken up again, until it is handed in', async () => {
    const pair = (await pairs()).find(({ judge }) => judge === 'judge-3')!
    const act = (action: string) =>
      campaign.call('POST', `/judging/rounds/${round}/works/${pair.number}/${action}`, {
        ...{ as: pair.judge, body: {} },
      })
    expect((await act('skip')).body.progress.skipped).toBe(1)
    expect((await act('unskip')).body.progress.skipped).toBe(0)
    await act('skip')
    await put(pair, { ...both(9, 5), handIn: true })
    expect((await stored(pair)).skipped_at).toBeNull()
    expect(codeOf(await act('skip'))).toEqual([409, 'already-handed-in'])
  })
})

describe('a judge who knows the author', () => {
  it('says so, and the work goes to another in the same moment; marks given count no more', async () => {
    const id = (round = await opened())
    const pair = (await pairs()).find(({ judge }) => judge === 'judge-3')!
    await put(pair, { ...both(9, 5), handIn: true })
    const { status, body } = await campaign.call(
      ...(['POST', `/judging/rounds/${id}/works/${pair.number}/recuse`] as const),
      { as: pair.judge, body: { kind: 'knows-author', note: '同学' } },
    )
    expect([status, body.progress.handedIn]).toEqual([200, 0])
    const now = (await pairs()).filter(({ entry }) => entry === pair.entry)
    expect([now.length, now.some(({ judge }) => judge === pair.judge)]).toEqual([3, false])
    expect((await stored(pair)).dropped_why).toBe('knows-author')
    expect(codeOf(await put(pair, { ...both(9, 5), version: 1 }))).toEqual([
      403,
      'work-not-assigned',
    ])
    const [log] = await campaign.sql(
      'select action, reason, actor_id from judging_log where round_id = $1 order by id desc limit 1',
      [id],
    )
    expect(log).toEqual({ action: 'recuse', reason: '同学', actor_id: pair.judgeId })
    const wrong = await campaign.call('POST', `/judging/rounds/${id}/works/${pair.number}/recuse`, {
      ...{ as: pair.judge, body: { kind: 'dislikes' } },
    })
    expect(codeOf(wrong)).toEqual([400, 'wrong-type'])
    await campaign.sql('delete from judging_conflicts')
  })
})

describe('marks of others', () => {
  it.each([
    ['never', false, false, false],
    ['after-own', false, true, true],
    ['after-close', false, false, true],
  ] as const)('shown %s', async (scoresShown, early, afterOwn, afterClose) => {
    const id = await opened({ scoresShown })
    const [a, b] = await pairs(id)
    expect(a!.number).toBe(b!.number)
    await put(b!, { ...both(20, 5), handIn: true }, id)
    const others = async () => (await get(a!.judge, `/rounds/${id}/works/${a!.number}`)).body.others
    expect((await others()) !== null).toBe(early)
    await put(a!, { ...both(10, 5), handIn: true }, id)
    const shown = await others()
    expect(shown !== null).toBe(afterOwn)
    if (shown) {
      expect(shown).toEqual([
        { judge: expect.stringMatching(/^J\d$/), ...both(20, 5), passes: null, total: 80 },
      ])
      const changed = await put(a!, { ...both(11, 5), handIn: true, version: 1 }, id)
      expect(codeOf(changed)).toEqual([409, 'already-handed-in'])
    }
    await endRound(campaign, id)
    expect((await others()) !== null).toBe(afterClose)
  })
})

describe('a round of yes and no, and one of places', () => {
  it('takes a yes or a no', async () => {
    const id = await opened({ kind: 'qualify', criteria: [], tieBreak: [] })
    const [pair] = await pairs(id)
    expect(codeOf(await put(pair!, { handIn: true }, id))).toEqual([400, 'not-yes-or-no'])
    expect(codeOf(await put(pair!, { passes: 'yes' }, id))).toEqual([400, 'not-yes-or-no'])
    expect(codeOf(await put(pair!, both(1, 1), id))).toEqual([400, 'out-of-place'])
    expect((await put(pair!, { passes: false, handIn: true }, id)).status).toBe(200)
    expect(await stored(pair!, id)).toMatchObject({ passes: false, marks: null, version: 1 })
    const { body } = await get(pair!.judge, `/rounds/${id}/standing`)
    expect(body.passes).toEqual({ yes: 0, no: 1 })
  })

  it('takes an order of all works, by their numbers', async () => {
    const id = await opened({ kind: 'rank', criteria: [], tieBreak: [{ by: 'lot' }], quorum: 2 })
    const mine = (await pairs(id)).filter(({ judge }) => judge === 'judge-3')
    const numbers = mine.map(({ number }) => String(number))
    const order = (body: object) =>
      campaign.call('PUT', `/judging/rounds/${id}/order`, {
        ...{ as: 'judge-3', body: { handIn: false, version: 0, ...body } },
      })
    expect(codeOf(await order({ order: [numbers[0], '4000'] }))).toEqual([400, 'work-unknown'])
    expect(codeOf(await order({ order: [numbers[0], numbers[0]] }))).toEqual([400, 'work-twice'])
    expect(codeOf(await order({ order: [numbers[0]], handIn: true }))).toEqual([
      400,
      'work-missing',
    ])
    const first = await order({ order: [[numbers[1]]] })
    expect([first.status, first.body.version, first.body.progress.started]).toEqual([200, 1, 1])
    const [best, ...rest] = numbers
    const whole = { order: [rest, [best]], handIn: true, version: 1 }
    const { body } = await order(whole)
    expect([body.version, body.progress.handedIn]).toEqual([2, numbers.length])
    expect((await order(whole)).body.version).toBe(2)
    expect(codeOf(await order({ ...whole, order: [[best], rest] }))).toEqual([409, 'version-stale'])
    expect((await get('judge-3', `/rounds/${id}/order`)).body.order).toEqual([rest, [best]])
    const [row] = await campaign.sql(
      'select groups, version from judging_orders where round_id = $1',
      [id],
    )
    expect(row.groups.at(-1)).toEqual([mine[0]!.entry])
    expect(codeOf(await put(mine[0]!, { handIn: true }, id))).toEqual([200, undefined])
  })
})
