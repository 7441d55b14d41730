import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testCampaign, type Answer, type TestCampaign } from '../harness/campaign.ts'
import {
  endRound,
  inHours,
  judgingTrack,
  makeRound,
  openedRound,
  pairsOf,
  type JudgingTrack,
} from '../harness/judging.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let track: JudgingTrack

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  track = await judgingTrack(campaign, scene, { works: 6, judges: 6 })
})
afterAll(() => campaign.close())

// One round of the track at a time: those before are laid aside with their works.
beforeEach(async () => {
  await campaign.sql(
    `update judging_rounds set track_id = $1, state = replace(state, 'open', 'locked') where track_id = $2`,
    [campaign.track('photography'), campaign.track('micro-videos')],
  )
  await campaign.sql('delete from judging_conflicts')
})

const act = (id: number, path: string, body?: object, as = 'province', method = 'POST') =>
  campaign.call(method, `/judging-rounds/${id}/${path}`, { as, body: body ?? {} })
const read = (id: number, path: string, as = 'province') =>
  campaign.call('GET', `/judging-rounds/${id}/${path}`, { as })
const change = (id: number, body: object, as = 'province') =>
  campaign.call('PATCH', `/judging-rounds/${id}?depth=0`, { as, body })
const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0].data?.code]
const ids = (...names: string[]) => names.map((name) => campaign.people[name]!.id)
const five = () => track.judges.slice(0, 5)
const logged = async (id: number): Promise<string[]> =>
  (await campaign.sql('select action from judging_log where round_id = $1 order by id', [id])).map(
    ({ action }) => action,
  )
const loadsOf = async (id: number): Promise<Record<string, number>> => {
  const loads: Record<string, number> = {}
  for (const { judge } of await pairsOf(campaign, id)) loads[judge] = (loads[judge] ?? 0) + 1
  return loads
}
const judgesOf = async (id: number, entry: string) =>
  (await pairsOf(campaign, id)).filter((pair) => pair.entry === entry).map(({ judge }) => judge)
const mark = async (id: number, judge: string, handIn = true) => {
  const pair = (await pairsOf(campaign, id)).find((one) => one.judge === judge)!
  const marks = [
    { criterion: 'theme', marks: 15 },
    { criterion: 'craft', marks: 5 },
  ]
  const path = `/judging/rounds/${id}/works/${pair.number}`
  const answer = await campaign.call('PUT', path, {
    as: judge,
    body: { marks, handIn, version: 0 },
  })
  expect([answer.status, answer.body.errors]).toEqual([200, undefined])
  return pair
}

describe('a draft', () => {
  it.each<[string, object, string[]]>([
    ['a window that ends before it begins', { windowTo: inHours(-2) }, ['windowFrom', 'windowTo']],
    ['no criterion', { criteria: [] }, ['criteria']],
    ['a quorum of none', { quorum: 0 }, ['quorum']],
    ['an unknown method', { method: 'vibes' }, ['method']],
    ['a trim that leaves nothing', { method: 'trimmed-mean', methodDrop: 2 }, ['methodDrop']],
    ['a carry-over without a count', { carryOver: 'top' }, ['carryCount']],
  ])('is refused with %s, at its field', async (_what, data, [field]) => {
    const body = { ...usual(), ...data }
    const answer = await campaign.call('POST', '/judging-rounds?depth=0', { as: 'province', body })
    expect(codeOf(answer)).toEqual([422, 'round-rules'])
    const paths = answer.body.errors[0].data.errors.map(({ path }: any) => path)
    expect(paths.some((path: string) => path.startsWith(field!.slice(0, 6)))).toBe(true)
  })

  it('takes a vote of its own campaign only, and needs one where it counts', async () => {
    const made = (data: object) =>
      campaign.call('POST', '/judging-rounds?depth=0', {
        as: 'province',
        body: { ...usual(), votePercent: 30, ...data },
      })
    expect(codeOf(await made({}))).toEqual([422, 'vote-round'])
  })

  it('may go with what was prepared for it; a round that was opened stays', async () => {
    const id = await makeRound(campaign, { judges: five() })
    await act(id, 'works', { remove: [track.works[0]!.entry] })
    const gone = await campaign.call('DELETE', `/judging-rounds/${id}`, { as: 'province' })
    expect(gone.status).toBe(200)
    const opened = await openedRound(campaign, { judges: five() })
    const stays = await campaign.call('DELETE', `/judging-rounds/${opened}`, { as: 'province' })
    expect(codeOf(stays)).toEqual([409, 'wrong-state'])
  })

  const usual = () => ({
    ...{ title: '评审', key: 'x', kind: 'score', track: campaign.track('micro-videos'), quorum: 3 },
    ...{ windowFrom: inHours(-1), windowTo: inHours(5), method: 'mean', carryOver: 'none' },
    criteria: [{ key: 'theme', name: '主题', full: 20, weight: 1 }],
  })
})

describe('opening', () => {
  it('takes in the works of the track and gives each its judges, evenly, none of an own unit', async () => {
    const id = await openedRound(campaign, { judges: track.judges })
    const pairs = await pairsOf(campaign, id)
    expect(pairs.length).toBe(18)
    expect(new Set(pairs.map(({ number }) => number))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    for (const { entry } of track.works) expect((await judgesOf(id, entry)).length).toBe(3)
    // Wuxi's judge gets no work of Wuxi's counties, Suzhou's none of Suzhou.
    const of = (sender: number) => track.works.filter((_, index) => index % 4 === sender)
    for (const { entry } of [...of(0), ...of(2)]) {
      expect(await judgesOf(id, entry)).not.toContain('judge-1')
    }
    for (const { entry } of of(1)) expect(await judgesOf(id, entry)).not.toContain('judge-2')
    const loads = Object.values(await loadsOf(id))
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    expect(await logged(id)).toEqual(['open'])
    expect(codeOf(await act(id, 'open'))).toEqual([409, 'wrong-state'])
  })

  it('is refused with the names of the works that too few judges may see, and changes nothing', async () => {
    const id = await makeRound(campaign, { judges: ['judge-1', 'judge-2', 'judge-3'], quorum: 3 })
    const answer = await act(id, 'open')
    expect(codeOf(answer)).toEqual([409, 'uncovered'])
    const { works } = answer.body.errors[0].data
    expect(works.length).toBe(6)
    expect(works[0]).toMatchObject({ needs: 3, has: 2 })
    expect(works[0].recused[0].reason).toBe('unit-above')
    expect(answer.body.errors[0].message).toContain(track.works[0]!.title)
    const [row] = await campaign.sql('select state, seed from judging_rounds where id = $1', [id])
    expect(row).toEqual({ state: 'draft', seed: null })
    expect(await pairsOf(campaign, id)).toEqual([])
  })

  it('is refused without judges, without works, after its window, for editors', async () => {
    const none = await makeRound(campaign)
    expect(codeOf(await act(none, 'open'))).toEqual([409, 'no-judges'])
    expect(codeOf(await act(none, 'open', {}, 'wuxi'))).toEqual([403, 'not-yours'])
    expect(codeOf(await act(999_999, 'open'))).toEqual([404, 'not-found'])
    const empty = await makeRound(campaign, { track: 'recitations', judges: five() })
    expect(codeOf(await act(empty, 'open'))).toEqual([409, 'no-works'])
    await change(none, { windowFrom: inHours(-5), windowTo: inHours(-4) })
    expect(codeOf(await act(none, 'open'))).toEqual([409, 'window-over'])
  })

  it('leaves out what was taken out by hand, and what was taken down', async () => {
    const id = await makeRound(campaign, { judges: five() })
    await act(id, 'works', { remove: [track.works[0]!.entry] })
    await act(id, 'open')
    const works = new Set((await pairsOf(campaign, id)).map(({ entry }) => entry))
    expect(works).toEqual(new Set(track.works.slice(1).map(({ entry }) => entry)))
  })

  it('of a later round waits for the lock of the one before, and takes in who goes on', async () => {
    const first = await openedRound(campaign, {
      ...{ judges: five(), key: 'first', carryOver: 'top', carryCount: 2 },
    })
    const second = await makeRound(campaign, {
      ...{ judges: five(), key: 'second', windowFrom: inHours(72), windowTo: inHours(96) },
    })
    expect(codeOf(await act(second, 'open'))).toEqual([409, 'round-before'])
    const goesOn = track.works.slice(1, 3).map(({ entry }) => entry)
    await campaign.sql(
      `insert into judging_locks (round_id, version, text, sha256, asked_by, asked_at, confirmed_by)
        values ($1, 1, $2, 'x', $3, now(), $4)`,
      [first, JSON.stringify({ goesOn }), ...ids('province', 'province2')],
    )
    expect((await act(second, 'open')).body).toMatchObject({ works: 2, pairs: 6 })
    const works = new Set((await pairsOf(campaign, second)).map(({ entry }) => entry))
    expect(works).toEqual(new Set(goesOn))
  })

  it('is refused where the rounds of a track overlap', async () => {
    await openedRound(campaign, { judges: five(), key: 'a', carryOver: 'by-hand' })
    const id = await makeRound(campaign, { judges: five(), key: 'b', windowFrom: inHours(5) })
    expect(codeOf(await act(id, 'open'))).toEqual([422, 'round-rules'])
  })
})

describe('a panel', () => {
  it('takes judges only, each once', async () => {
    const id = await makeRound(campaign)
    const add = ids('judge-3', 'judge-3', 'judge-4')
    expect((await act(id, 'panel', { add })).body.panel.length).toBe(2)
    expect(codeOf(await act(id, 'panel', { add: ids('wuxi') }))).toEqual([422, 'not-a-judge'])
    expect(codeOf(await act(id, 'panel', { add: 'all' }))).toEqual([400, 'wrong-type'])
    expect((await act(id, 'panel', { remove: ids('judge-3') })).body.panel.length).toBe(1)
    expect(codeOf(await act(id, 'panel', { add: [] }, 'supervisor'))).toEqual([403, 'not-yours'])
    expect((await read(id, 'panel', 'supervisor')).status).toBe(200)
  })

  it('lets a judge go in the middle: what was handed in stays, all else goes to others', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const kept = await mark(id, 'judge-3')
    expect(codeOf(await act(id, 'panel', { remove: ids('judge-3') }))).toEqual([
      400,
      'reason-missing',
    ])
    const { body } = await act(id, 'panel', { remove: ids('judge-3'), reason: '生病' })
    expect(body.filled.uncovered).toEqual([])
    const left = (await pairsOf(campaign, id)).filter(({ judge }) => judge === 'judge-3')
    expect(left.map(({ entry }) => entry)).toEqual([kept.entry])
    for (const { entry } of track.works) expect((await judgesOf(id, entry)).length).toBe(3)
    const again = await campaign.call('PUT', `/judging/rounds/${id}/works/${kept.number}`, {
      ...{ as: 'judge-3', body: { handIn: false, version: 1 } },
    })
    expect(codeOf(again)).toEqual([403, 'judge-left'])
    const rounds = await campaign.call('GET', '/judging/rounds', { as: 'judge-3' })
    expect(rounds.body.rounds.map((one: any) => one.id)).not.toContain(id)
    expect(await logged(id)).toEqual(['open', 'panel'])
  })

  it('takes a judge in the middle, who gets an even share where asked for; marked works stay', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const kept = await mark(id, 'judge-3', false)
    await act(id, 'panel', { add: ids('judge-6') })
    expect((await loadsOf(id))['judge-6']).toBeUndefined()
    const { body } = await act(id, 'assign', { even: true })
    expect(body.loads.length).toBe(6)
    const loads = await loadsOf(id)
    expect(Math.max(...Object.values(loads)) - Math.min(...Object.values(loads))).toBeLessThan(2)
    expect(await judgesOf(id, kept.entry)).toContain('judge-3')
  })

  it('that is too small afterwards says which works lack judges; assigning is refused until it is not', async () => {
    const id = await openedRound(campaign, { judges: ['judge-3', 'judge-4', 'judge-5'] })
    const { body } = await act(id, 'panel', { remove: ids('judge-5'), reason: '出差' })
    expect(body.filled.uncovered.length).toBe(6)
    expect(codeOf(await act(id, 'assign'))).toEqual([409, 'uncovered'])
    const back = await act(id, 'panel', { add: ids('judge-6') })
    expect(back.body.filled).toMatchObject({ added: 6, uncovered: [] })
    expect((await act(id, 'assign')).status).toBe(200)
  })

  it('of one judge alone judges all', async () => {
    const id = await openedRound(campaign, { judges: ['judge-3'], quorum: 1 })
    expect(await loadsOf(id)).toEqual({ 'judge-3': 6 })
  })
})

describe('invitations', () => {
  it('go to whom was not invited yet, with a way to a first password; reminders to who is late', async () => {
    const id = await openedRound(campaign, { judges: ['judge-3', 'judge-4', 'judge-5'] })
    await campaign.sql('delete from users_sessions where _parent_id = $1', [ids('judge-5')[0]])
    await campaign.sql('alter table judging_history disable trigger all')
    await campaign.sql('delete from judging_history')
    await campaign.sql('alter table judging_history enable trigger all')
    expect((await act(id, 'invite')).body).toEqual({ invited: 3 })
    const mails = await campaign.sql(
      `select user_id, "values" ->> 'link' as link from notices where event = 'judge-invited' and about = $1`,
      [`round:${id}`],
    )
    expect(mails.map(({ user_id: user }) => user)).toEqual(ids('judge-3', 'judge-4', 'judge-5'))
    expect(mails[2]!.link).toMatch(/\/admin\/reset\/[0-9a-f]{40}$/)
    expect((await act(id, 'invite')).body).toEqual({ invited: 0 })
    expect((await act(id, 'invite', { judges: ids('judge-4') })).body).toEqual({ invited: 1 })
    expect(codeOf(await act(id, 'invite', { judges: ids('judge-6') }))).toEqual([
      422,
      'not-a-judge',
    ])
    const rows = await campaign.sql(
      'select reset_password_token as token, reset_password_expiration as until from users where id = $1',
      ids('judge-5'),
    )
    expect(rows[0].token).toMatch(/^[0-9a-f]{40}$/)
    expect(rows[0].until > new Date()).toBe(true)
    const pairs = (await pairsOf(campaign, id)).filter(({ judge }) => judge === 'judge-3')
    for (const { number } of pairs) {
      const marks = [
        { criterion: 'theme', marks: 1 },
        { criterion: 'craft', marks: 1 },
      ]
      await campaign.call('PUT', `/judging/rounds/${id}/works/${number}`, {
        ...{ as: 'judge-3', body: { marks, handIn: true, version: 0 } },
      })
    }
    expect((await act(id, 'remind')).body).toEqual({ reminded: 2 })
    expect((await act(id, 'remind')).body).toEqual({ reminded: 0 })
    const first = await campaign.call('POST', '/users/reset-password', {
      body: { token: rows[0].token, password: 'a first one 7' },
    })
    expect([first.status, first.body.user?.id]).toEqual([200, ids('judge-5')[0]])
  })
})

describe('works that come and go', () => {
  const withdrawn = async (id: number) =>
    (
      await campaign.sql(
        'select entry, gone_why from judging_works where round_id = $1 and gone_at is not null',
        [id],
      )
    ).map(({ entry, gone_why: why }) => [entry, why])

  it('late: put in by hand with a reason, under the next number, with judges', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const [late] = (await judgingTrack(campaign, scene, { works: 1 })).works
    const { works, late: waiting } = (await read(id, 'works')).body
    expect([works.length, waiting]).toEqual([6, [{ entry: late!.entry, title: late!.title }]])
    expect(codeOf(await act(id, 'works', { add: [late!.entry] }))).toEqual([400, 'reason-missing'])
    const answer = await act(id, 'works', { add: [late!.entry], reason: '系统故障补报' })
    expect(answer.body.works.at(-1)).toMatchObject({ entry: late!.entry, number: 7 })
    expect((await judgesOf(id, late!.entry)).length).toBe(3)
    const unknown = await act(id, 'works', { add: ['2022-VID-999999'], reason: '…' })
    expect(codeOf(unknown)).toEqual([422, 'unknown-entries'])
    track.works.push(late!)
  })

  it('withdrawn: out with their marks, and back under the same number', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const { entry, id: video } = track.works[0]!
    const before = await judgesOf(id, entry)
    const step = (action: string, as: string) =>
      scene.step('videos', video, as, action as never, { reason: '…' })
    expect((await step('withdraw', 'yixing')).status).toBe(200)
    expect(await withdrawn(id)).toEqual([[entry, 'withdrawn']])
    const own = await campaign.call('GET', `/judging/rounds/${id}/works`, { as: before[0]! })
    expect(own.body.works.filter(({ state }: any) => state === 'withdrawn').length).toBe(1)
    expect((await step('reopen', 'yixing')).status).toBe(200)
    await scene.bring('videos', video, 'accepted', { recommend: 'headquarters' })
    expect(await withdrawn(id)).toEqual([])
    expect(await judgesOf(id, entry)).toEqual(before)
    expect(await logged(id)).toEqual(['open', 'work-gone', 'work-back'])
  })

  it('withdrawn while a round is opened: in it or not, but never standing', async () => {
    const [late] = (await judgingTrack(campaign, scene, { works: 1 })).works
    const id = await makeRound(campaign, { judges: five() })
    await act(id, 'works', { add: [late!.entry] })
    const [step, open] = await Promise.all([
      scene.step('videos', late!.id, 'yixing', 'withdraw', { reason: '…' }),
      act(id, 'open'),
    ])
    expect([step.status, open.status]).toEqual([200, 200])
    const stands = await campaign.sql(
      'select entry from judging_works where round_id = $1 and entry = $2 and gone_at is null',
      [id, late!.entry],
    )
    expect(stands).toEqual([])
  })

  it('taken down: out; published again: back', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const { entry, id: video } = track.works[1]!
    await scene.step('videos', video, 'supervisor', 'publish')
    expect(await withdrawn(id)).toEqual([])
    await scene.step('videos', video, 'supervisor', 'takeDown', { reason: '…' })
    expect(await withdrawn(id)).toEqual([[entry, 'taken-down']])
    const fresh = await makeRound(campaign, { key: 'fresh', judges: five() })
    expect((await read(fresh, 'works')).body.late.map((one: any) => one.entry)).not.toContain(entry)
    await scene.step('videos', video, 'supervisor', 'publish')
    expect(await withdrawn(id)).toEqual([])
  })

  it('changed since: the judges, the desk and the explanation say so, with the marks from before', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const { entry, id: video } = track.works[3]!
    const [judge] = await judgesOf(id, entry)
    const [{ number }] = await campaign.sql(
      'select number from judging_works where round_id = $1 and entry = $2',
      [id, entry],
    )
    const shown = async () => {
      const own = await campaign.call('GET', `/judging/rounds/${id}/works`, { as: judge! })
      const one = await campaign.call('GET', `/judging/rounds/${id}/works/${number}`, {
        as: judge!,
      })
      const listed = own.body.works.find(({ work }: any) => work === String(number)).changedAt
      return [listed, one.body.changedAt]
    }
    const told = async () => (await read(id, 'overview')).body.changed
    const marks = [
      { criterion: 'theme', marks: 10 },
      { criterion: 'craft', marks: 5 },
    ]
    const at = `/judging/rounds/${id}/works/${number}`
    const body = { marks, handIn: true, version: 0 }
    expect((await campaign.call('PUT', at, { as: judge!, body })).status).toBe(200)
    await scene.step('videos', video, 'supervisor', 'publish')
    const edit = async (data: object) =>
      (await campaign.call('PATCH', `/videos/${video}`, { as: 'province', body: data })).status
    // What judges of a blind round do not see is no change to them.
    const authors = [{ name: '钱某丁', workplace: '某厂', phone: '13800001111' }]
    expect(await edit({ authors })).toBe(200)
    expect([await shown(), await told()]).toEqual([[null, null], []])
    await scene.step('videos', video, 'supervisor', 'publish')
    expect(await edit({ summary: '改过的简介' })).toBe(200)
    const [listed, one] = await shown()
    expect(Date.now() - Date.parse(listed)).toBeLessThan(60_000)
    expect(one).toBe(listed)
    expect(await told()).toMatchObject([{ entry, at: listed, marksBefore: 1 }])
    const explained = JSON.stringify((await read(id, `explanation/${entry}`)).body)
    expect(explained).toContain('作品在评选开始后有改动')
    expect(explained).toContain('1 份评分在改动之前')
  })

  it('taken out by hand stay out, whatever becomes of them', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const { entry, id: video } = track.works[2]!
    await act(id, 'works', { remove: [entry], reason: '不符合要求' })
    await scene.step('videos', video, 'supervisor', 'publish')
    expect(await withdrawn(id)).toEqual([[entry, 'by-hand']])
  })
})

describe('a round that runs', () => {
  it('keeps what judges were told; how it is counted may change and is written down', async () => {
    const id = await openedRound(campaign, { judges: five() })
    for (const body of [
      { blind: false },
      { quorum: 2 },
      { windowTo: inHours(90) },
      { key: 'other' },
    ]) {
      expect(codeOf(await change(id, body))).toEqual([409, 'round-opened'])
    }
    expect(codeOf(await change(id, { method: 'median', state: 'draft' }))).toEqual([200, undefined])
    const [{ state, method }] = await campaign.sql(
      'select state, method from judging_rounds where id = $1',
      [id],
    )
    expect([state, method]).toEqual(['open', 'median'])
    const { log } = (await read(id, 'log')).body
    expect(log[0]).toMatchObject({ action: 'change' })
    expect(Object.keys(log[0].detail)).toEqual(['method'])
  })

  it('is extended with a reason, later only, and not once judges saw the marks of others', async () => {
    const id = await openedRound(campaign, { judges: five(), scoresShown: 'after-close' })
    const extend = (to: unknown, reason?: string) => act(id, 'extend', { to, reason })
    expect(codeOf(await extend(inHours(72)))).toEqual([400, 'reason-missing'])
    expect(codeOf(await extend(inHours(24), '…'))).toEqual([409, 'not-an-extension'])
    expect(codeOf(await extend('tomorrow', '…'))).toEqual([400, 'wrong-type'])
    expect((await extend(inHours(72), '评委请求')).status).toBe(200)
    await endRound(campaign, id)
    expect(codeOf(await extend(inHours(99), '…'))).toEqual([409, 'marks-shown'])
  })

  it('takes decisions for the lock, and takes them back', async () => {
    const id = await openedRound(campaign, { judges: five() })
    const [a, b] = track.works.map(({ entry }) => entry)
    const decide = (decisions: unknown, as = 'province') =>
      act(id, 'decisions', { decisions }, as, 'PUT')
    const first = await decide([
      { entry: a, goesOn: true, reason: '…' },
      { entry: b, goesOn: false },
    ])
    expect(first.body.decisions.map((one: any) => [one.entry, one.goesOn])).toEqual(
      [
        [a, true],
        [b, false],
      ].sort(),
    )
    const second = await decide([{ entry: b, goesOn: null }])
    expect(second.body.decisions.map((one: any) => one.entry)).toEqual([a])
    expect(codeOf(await decide([{ entry: 'x', goesOn: true }]))).toEqual([422, 'unknown-entries'])
    expect(codeOf(await decide([{ entry: a, goesOn: 'yes' }]))).toEqual([400, 'wrong-type'])
    expect(
      codeOf(
        await decide([
          { entry: a, goesOn: true },
          { entry: a, goesOn: true },
        ]),
      ),
    ).toEqual([400, 'work-twice'])
    expect(codeOf(await decide([], 'supervisor'))).toEqual([403, 'not-yours'])
  })
})
