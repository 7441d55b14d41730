import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mergeParticipants } from '../../src/delivery/taking-part/identity/merge.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { jpeg, send } from '../harness/files.ts'
import { ownScene, type Ask, type OwnScene } from '../harness/own-entries.ts'
import { lockedRound, noticeIn, setNoticeClock } from '../harness/results.ts'

let own: OwnScene
let call: OwnScene['campaign']['call']
let sql: OwnScene['campaign']['sql']
/** Public ids, the best first: 1, 2 and 3 have awards, 4 and 5 stand by. */
let works: string[]
let result: number
let objector: { id: number; ask: Ask }
/** Milliseconds: the notice, and where its clock stands. */
let opens: number
let closes: number
const list = '2022-photography'
const hour = 3_600_000
const secret = { name: '演示·实名人', contact: '138 0000 7654' }
const body = (more: object = {}) => ({
  ...{ entry: works[0], ...secret, ground: '该作品此前已公开发表' },
  ...{ evidence: [{ link: 'https://example.org/2020/photo' }], ...more },
})
const scopes = ['objections:write', 'entries:write'] as const
const someone = () => own.participant(undefined, [...scopes])
const file = (ask: Ask, given: object = body(), headers: Record<string, string> = {}) =>
  ask('POST', `/results/${list}/objections`, { body: given, headers })
const staff = (path: string, as: string | undefined, given: object = {}) =>
  call('POST', `/objections/${path}`, { as, body: given })
const idOf = async (number: string): Promise<number> =>
  (await sql('select id from objections where number = $1', [number]))[0].id
const code = ({ body: { errors } }: { body: any }) => errors[0].data.code

beforeAll(async () => {
  own = await ownScene()
  call = own.campaign.call
  sql = own.campaign.sql
  works = []
  // The third one is of another city; the rest of a county of Wuxi.
  for (const [index, title] of ['其一', '其二', '其三', '其四', '其五'].entries()) {
    const made = await own.scene.make('photos', index === 2 ? 'nanjing' : 'yixing', {
      title: `作品${title}`,
    })
    const by = index === 2 ? { submit: 'nanjing', recommend: 'province' } : {}
    await own.scene.bring('photos', made, 'accepted', by)
    works.push((await sql('select public_id from photos where id = $1', [made]))[0].public_id)
  }
  const { province, province2 } = own.campaign.people
  const track = own.campaign.track('photography')
  const { round } = await lockedRound(sql, { track, works, by: [province!.id, province2!.id] })
  const { from, to } = noticeIn(1)
  opens = Date.parse(from)
  closes = Date.parse(to)
  const made = await call('POST', '/results', {
    as: 'province',
    body: {
      ...{ title: '摄影作品评选结果', track, round, noticeFrom: from, noticeTo: to },
      contact: '活动办公室',
    },
  })
  result = made.body.doc.id
  await call('POST', `/results/${result}/freeze`, { as: 'province', body: {} })
  await confirm('province2')
  objector = await someone()
}, 60_000)
afterAll(() => own?.close())

async function confirm(as: string) {
  const [{ pending }] = await sql('select pending from results where id = $1', [result])
  const done = await call('POST', `/results/${result}/confirm`, {
    as,
    body: { sha256: pending?.sha256 },
  })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
}

describe('an objection', () => {
  it('is not taken before the notice opens, where there is no list to be known of', async () => {
    const { status, body: answer } = await file(objector.ask)
    expect([status, answer.code]).toEqual([404, 'not-found'])
    expect((await file(own.stranger)).status).toBe(401)
    const noScope = await own.participant()
    expect((await file(noScope.ask)).body.code).toBe('scope-missing')
  })

  it.each<[string, object, number, string]>([
    ['without a name', { name: '' }, 403, 'objector-not-named'],
    ['with a sign for a name', { name: '**' }, 403, 'objector-not-named'],
    ['without a contact', { contact: ' ' }, 403, 'objector-not-named'],
    ['without ground', { ground: '  ' }, 400, 'ground-missing'],
    ['with too much of it', { ground: '长'.repeat(2001) }, 400, 'ground-too-long'],
    ['without evidence', { evidence: [] }, 400, 'evidence-missing'],
    [
      'with what is no evidence',
      { evidence: [{ link: 'javascript:alert(1)' }] },
      400,
      'invalid-parameter',
    ],
    [
      'with both at once',
      { evidence: [{ file: 1, link: 'https://a.example' }] },
      400,
      'invalid-parameter',
    ],
    ['with a file of somebody else', { evidence: [{ file: 999_999 }] }, 400, 'bad-value'],
    [
      'with too many',
      { evidence: Array(11).fill({ link: 'https://a.example/x' }) },
      400,
      'invalid-parameter',
    ],
    [
      'against a work that is not on the list',
      { entry: '2022-PHO-999999' },
      400,
      'entry-not-listed',
    ],
    ['with a field that is none', { extra: 1 }, 400, 'invalid-parameter'],
    ['with half a character', { ground: 'x\ud800' }, 400, 'ground-unfit'],
    ['with NUL in the name', { name: '张\u0000三' }, 400, 'invalid-parameter'],
  ])('is refused %s', async (_, more, status, expected) => {
    await setNoticeClock(sql, opens + hour)
    const answer = await file(objector.ask, body(more))
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    if (expected !== 'invalid-parameter') expect(answer.body.code).toBe(expected)
    expect((await sql('select count(*)::int as n from objections'))[0].n).toBe(0)
  })

  it('is filed once, however often it is sent, with its file kept and its deadline', async () => {
    const evidence = await own.file(objector.id, 'application/pdf')
    const given = body({ evidence: [{ file: evidence }, { link: 'https://example.org/a' }] })
    const key = { 'idempotency-key': 'objection-1' }
    const first = await file(objector.ask, given, key)
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    expect(first.body).toMatchObject({
      number: 'Y-0001',
      state: 'filed',
      entry: works[0],
      ruling: null,
    })
    expect(new Date(first.body.dueAt).getTime()).toBeGreaterThan(opens + hour)
    const again = await file(objector.ask, given, key)
    expect([again.status, again.body.number]).toEqual([201, 'Y-0001'])
    const twice = await file(objector.ask)
    expect([twice.status, twice.body.code]).toEqual([409, 'objection-twice'])
    const [media] = await sql('select entry_kind, open, unit_path from media where id = $1', [
      evidence,
    ])
    expect(media).toEqual({ entry_kind: 'objections', open: false, unit_path: null })
    for (const as of ['province', 'supervisor']) {
      expect((await call('GET', `/media/${evidence}`, { as })).status).toBe(200)
    }
    for (const as of ['yixing', 'wuxi', 'nantong', 'judge', undefined]) {
      expect((await call('GET', `/media/${evidence}`, { as })).status).not.toBe(200)
    }
    // Numbers go on behind the last one of four digits.
    await sql(`select setval('objection_numbers', 9999)`)
    const races = await Promise.all([1, 2, 3].map(() => file(objector.ask, body({ entry: null }))))
    expect(races.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(races.find(({ status }) => status === 201)?.body.number).toBe('Y-10000')
  })

  it('is told to the desk by its number and deadline alone', async () => {
    expect(await doJobs(own.campaign, 'objection-filed')).toBeGreaterThan(0)
    const sent = await sql(
      `select told, "values" from notices where event = 'objection-filed' order by seq`,
    )
    expect(sent.map(({ told }) => told)).toContain('desk')
    const held = await sql(
      `select id from notice_batches where event = 'objection-filed' and not goes`,
    )
    expect(held).toEqual([])
    expect(sent[0].values).toEqual({
      objection: 'Y-0001',
      until: expect.stringMatching(/^\d{4}年\d+月\d+日 24:00$/),
    })
  })

  it('stands in the public line, and nothing else of it is public', async () => {
    const { body: shown } = await own.stranger('GET', `/results/${list}`)
    expect(shown.objections.text.zh).toBe('收到异议 2 件，已处理 0 件')
    expect(JSON.stringify(shown)).not.toContain('公开发表')
  })

  it('is its objector’s to read and to take back, and nobody else’s', async () => {
    const { body: mine } = await objector.ask('GET', '/me/objections')
    expect(mine.data.map((one: any) => one.number).sort()).toHaveLength(2)
    const whole = mine.data.find((one: any) => one.entry === null)
    const other = await someone()
    expect((await other.ask('GET', '/me/objections')).body.data).toEqual([])
    expect((await other.ask('GET', `/me/objections/${whole.number}`)).status).toBe(404)
    expect((await other.ask('POST', `/me/objections/${whole.number}/withdraw`)).status).toBe(404)
    const back = await objector.ask('POST', `/me/objections/${whole.number}/withdraw`)
    expect([back.status, back.body.state]).toEqual([200, 'withdrawn'])
    const twice = await objector.ask('POST', `/me/objections/${whole.number}/withdraw`)
    expect([twice.status, twice.body.code]).toEqual([409, 'wrong-state'])
    const { body: shown } = await own.stranger('GET', `/results/${list}`)
    expect(shown.objections.text.zh).toBe('收到异议 2 件，已处理 1 件')
  })

  it('is not made against a work of one’s own', async () => {
    await sql('update photos set participant_id = $1 where public_id = $2', [objector.id, works[1]])
    const answer = await file(objector.ask, body({ entry: works[1] }))
    expect([answer.status, answer.body.code]).toEqual([409, 'own-entry'])
    await sql('update photos set participant_id = null where public_id = $1', [works[1]])
  })

  it('keeps its owner when people turn out to be one', async () => {
    const other = await someone()
    expect((await file(other.ask, body({ entry: works[2] }))).status).toBe(201)
    const client = await own.campaign.payload.db.pool.connect()
    await client.query('begin')
    await mergeParticipants(client as never, [objector.id, other.id])
    await client.query('commit')
    client.release()
    const { body: mine } = await objector.ask('GET', '/me/objections')
    expect(mine.data.map((one: any) => one.entry)).toContain(works[2])
  })
})

describe('a unit', () => {
  it('objects through its editors, not to its own works, and reads its own', async () => {
    const given = {
      result: list,
      ...body({ entry: works[2], ground: '作者并非本单位职工' }),
      ...{ name: '演示·联络员', contact: 'desk@example.org' },
    }
    const own1 = await staff('file', 'yixing', { ...given, entry: works[0] })
    expect([own1.status, code(own1)]).toEqual([409, 'own-entry'])
    // A city above the work's county, too: it is within its own.
    expect(code(await staff('file', 'wuxi', { ...given, entry: works[0] }))).toBe('own-entry')
    for (const as of ['province', 'supervisor', 'judge']) {
      expect((await staff('file', as, given)).status).toBe(403)
    }
    expect((await staff('file', undefined, given)).status).toBe(401)
    const filed = await staff('file', 'yixing', given)
    expect(filed.status, JSON.stringify(filed.body)).toBe(201)
    expect(code(await staff('file', 'yixing', given))).toBe('objection-twice')
    const mine = await call('GET', '/objections/mine', { as: 'yixing' })
    expect(mine.body.filed.map((one: any) => one.number)).toEqual([filed.body.objection.number])
    expect(mine.body.titles).toEqual({ [list]: '摄影作品评选结果' })
    const others = await call('GET', '/objections/mine', { as: 'nanjing' })
    expect(others.body.filed).toEqual([])
    expect(JSON.stringify(others.body)).not.toContain('作者并非')
    const back = await staff('take-back', 'yixing', { number: filed.body.objection.number })
    expect(back.body.objection.state).toBe('withdrawn')
    expect(
      (await staff('take-back', 'nanjing', { number: filed.body.objection.number })).status,
    ).toBe(404)
  })
})

describe('a unit’s page', () => {
  const open = (as: string | undefined) => call('GET', '/objections/open', { as })

  it('offers the lists on notice, and says which works are the reader’s own', async () => {
    const { body: seen } = await open('yixing')
    expect(seen.lists).toHaveLength(1)
    expect(seen.lists[0]).toMatchObject({
      ...{ id: list, title: '摄影作品评选结果', needsEvidence: true },
      to: new Date(closes).toISOString(),
    })
    const own1 = (as: any) => as.body.lists[0].awards.map((one: any) => one.isOwn)
    expect(seen.lists[0].awards[0].level.zh).toBe('一等奖')
    expect(own1({ body: seen })).toEqual([true, true, false])
    expect(own1(await open('nanjing'))).toEqual([false, false, true])
    expect(own1(await open('suzhou'))).toEqual([false, false, false])
    await setNoticeClock(sql, opens - hour)
    expect((await open('yixing')).body.lists).toEqual([])
    await setNoticeClock(sql, closes)
    expect((await open('yixing')).body.lists).toEqual([])
    await setNoticeClock(sql, opens + hour)
    for (const as of ['province', 'supervisor', 'judge']) expect((await open(as)).status).toBe(403)
    expect((await open(undefined)).status).toBe(401)
  })

  it('takes a file that its editor sent as evidence, which nobody else of a unit sees', async () => {
    const sent = await send(own.campaign, 'nantong', await jpeg(), { name: '证据.jpg', data: {} })
    expect(sent.status, JSON.stringify(sent.body)).toBe(201)
    const given = { result: list, ...body({ entry: works[1] }) }
    const file = sent.body.doc.id as number
    const stolen = await staff('file', 'suzhou', { ...given, evidence: [{ file }] })
    expect([stolen.status, code(stolen)]).toEqual([400, 'bad-value'])
    const filed = await staff('file', 'nantong', { ...given, evidence: [{ file }] })
    expect(filed.body.objection.evidence).toEqual([{ file, name: '证据.jpg' }])
    for (const as of ['suzhou', 'wuxi', 'yixing', 'judge', undefined]) {
      expect((await call('GET', `/media/${file}`, { as })).status, String(as)).not.toBe(200)
    }
    for (const as of ['province', 'supervisor']) {
      expect((await call('GET', `/media/${file}`, { as })).status).toBe(200)
    }
    const { number } = filed.body.objection
    expect((await staff('take-back', 'nantong', { number })).status).toBe(200)
  })
})

describe('who objects', () => {
  const hidden = () => [secret.name, '7654', '138 0000', '公开发表']

  it('is told to nobody of the objected, by no answer', async () => {
    const [{ id }] = await sql(`select id from objections where number = 'Y-0001'`)
    for (const as of ['yixing', 'wuxi', 'nanjing', 'judge', undefined]) {
      const answers = [
        ...[
          await call('GET', '/objections', { as }),
          await call('GET', `/objections/${id}`, { as }),
        ],
        ...[
          await call('GET', '/objections/mine', { as }),
          await call('GET', `/objections/${id}/desk`, { as }),
        ],
        await staff(`${id}/objector`, as, { reason: '想知道' }),
        await own.scene.graphql('{ Objections { docs { number ground } } }', { as }),
        await call('GET', `/media?limit=100`, { as }),
      ]
      const text = JSON.stringify(answers.map(({ body: one }) => one))
      for (const word of hidden()) expect(text, String(as)).not.toContain(word)
      expect(text).not.toContain('"entryKind":"objections"')
    }
  })

  it('is sealed in the database and in no answer to the desk; a look is noted with its reason', async () => {
    const [row] = await sql(`select * from objections where number = 'Y-0001'`)
    expect(row.objector_name).toMatch(/^sealed:/)
    expect(row.objector_contact).toMatch(/^sealed:/)
    for (const as of ['province', 'supervisor']) {
      const desk = await call('GET', `/objections/${row.id}/desk`, { as })
      expect(desk.status).toBe(200)
      expect(desk.body.about).toEqual({ list: '摄影作品评选结果', work: '作品其一' })
      const read = await call('GET', `/objections/${row.id}?depth=2`, { as })
      const text = JSON.stringify([desk.body, read.body])
      for (const word of [secret.name, '7654', 'sealed:', 'participantId']) {
        expect(text).not.toContain(word)
      }
    }
    expect((await staff(`${row.id}/objector`, 'province', {})).status).toBe(400)
    const seen = await staff(`${row.id}/objector`, 'province', { reason: '核实身份' })
    expect(seen.body).toEqual({ ...secret, unit: null })
    const log = await sql(
      `select action, reason, actor_id from objection_log where action = 'unmask'`,
    )
    expect(log).toEqual([
      { action: 'unmask', reason: '核实身份', actor_id: own.campaign.people.province!.id },
    ])
    await expect(sql('delete from objection_log')).rejects.toThrow(/append-only/)
    expect(
      (await call('PATCH', `/objections/${row.id}`, { as: 'province', body: { state: 'upheld' } }))
        .status,
    ).toBe(403)
    expect((await call('DELETE', `/objections/${row.id}`, { as: 'province' })).status).toBe(403)
  })

  it('whoever is of the objected work’s unit finds nothing, whatever their office', async () => {
    await own.scene.person('province-of-yixing', 'province', '宜兴市总工会')
    const id = await idOf('Y-0001')
    const as = 'province-of-yixing'
    expect((await call('GET', `/objections/${id}`, { as })).status).toBe(404)
    expect((await call('GET', `/objections/${id}/desk`, { as })).status).toBe(404)
    const listed = await call('GET', '/objections?limit=100', { as })
    expect(listed.body.docs.map((one: any) => one.number)).not.toContain('Y-0001')
    expect(code(await staff(`${id}/accept`, as))).toBe('recused')
    expect(code(await staff(`${id}/objector`, as, { reason: '想知道' }))).toBe('recused')
  })
})

describe('the desk', () => {
  it('takes the steps of its table, with reasons, by its own people alone', async () => {
    const id = await idOf('Y-0001')
    for (const as of ['wuxi', 'judge']) expect((await staff(`${id}/accept`, as)).status).toBe(403)
    expect((await staff(`${id}/accept`, undefined)).status).toBe(401)
    expect(code(await staff(`${id}/uphold`, 'province', { reason: '属实', effect: 'drop' }))).toBe(
      'wrong-state',
    )
    const accepted = await staff(`${id}/accept`, 'province', { expectedState: 'filed' })
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    expect(accepted.body).toMatchObject({
      doc: { state: 'accepted' },
      isLate: false,
      steps: ['uphold', 'dismiss'],
    })
    expect(accepted.body.previews['move-up']).toEqual([
      { entry: works[0], before: 'first', after: null },
      { entry: works[1], before: 'second', after: 'first' },
      { entry: works[3], before: null, after: 'second' },
    ])
    expect(code(await staff(`${id}/accept`, 'province2', { expectedState: 'filed' }))).toBe(
      'stale-state',
    )
    expect(code(await staff(`${id}/uphold`, 'province', { effect: 'drop' }))).toBe('reason-missing')
    expect(code(await staff(`${id}/uphold`, 'province', { reason: '属实' }))).toBe('effect-missing')
    expect(code(await staff(`${id}/dismiss`, 'province', { reason: '查无', effect: 'keep' }))).toBe(
      'effect-not-due',
    )
  })

  it('is late when its term has passed', async () => {
    const id = await idOf('Y-0001')
    const [{ due_at: due }] = await sql('select due_at from objections where id = $1', [id])
    await setNoticeClock(sql, due)
    expect((await call('GET', `/objections/${id}/desk`, { as: 'province' })).body.isLate).toBe(true)
    await setNoticeClock(sql, opens + hour)
  })

  it('is reminded before the term ends and when it has, each of it at once', async () => {
    const [{ due_at: due }] = await sql(`select due_at from objections where number = 'Y-0001'`)
    const [{ desk }] = await sql(
      `select count(*)::int as desk from users where role = 'province' and active is not false`,
    )
    expect(desk).toBeGreaterThan(1)
    const remind = async (at: number) => {
      await setNoticeClock(sql, at)
      await sql(
        `insert into jobs (kind, key, data) values ('remind-objections', 'remind-objections', '{}') on conflict do nothing`,
      )
      await doJobs(own.campaign, 'remind-objections')
      const rows = await sql(
        `select n."values" ->> 'state' as state, b.size, b.goes from notices n join notice_batches b on b.id = n.batch_id
          where n.event = 'objection-due' and n.about = 'objection:Y-0001' order by n.seq`,
      )
      for (const { size, goes } of rows) expect([size, goes]).toEqual([1, true])
      return rows.map(({ state }) => state)
    }
    const each = (state: string) => Array(desk).fill(state)
    const at = new Date(due).getTime()
    expect(await remind(at - 49 * hour)).toEqual([])
    expect(await remind(at - 47 * hour)).toEqual(each('即将到期'))
    expect(await remind(at - 24 * hour)).toEqual(each('即将到期'))
    expect(await remind(at)).toEqual([...each('即将到期'), ...each('已超期')])
    const id = await idOf('Y-0001')
    const seen = await call('GET', `/objections/${id}/desk`, { as: 'province' })
    expect(seen.body.log.map(({ action }: any) => action).slice(-2)).toEqual(['remind', 'remind'])
    await setNoticeClock(sql, opens + hour)
  })

  it('rules once, of two at the same time; the objector reads the ruling', async () => {
    const id = await idOf('Y-0001')
    const reason = '经核实，该作品曾公开发表'
    const answers = await Promise.all([
      staff(`${id}/uphold`, 'province', { reason, effect: 'move-up' }),
      staff(`${id}/uphold`, 'province2', { reason, effect: 'move-up' }),
      staff(`${id}/uphold`, 'supervisor', { reason, effect: 'move-up' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const log = await sql(
      `select count(*)::int as n from objection_log where objection_id = $1 and action = 'uphold'`,
      [id],
    )
    expect(log[0].n).toBe(1)
    const { body: mine } = await objector.ask('GET', '/me/objections/Y-0001')
    expect(mine).toMatchObject({
      ...{ state: 'upheld', ruling: reason, effect: 'move-up', dueAt: null },
    })
    const told = await sql(`select kind, "values" from notices where event = 'objection-ruled'`)
    for (const { kind } of told) expect(kind).toBe('objector')
  })

  it('tells the objected how it ends, and never why somebody objected', async () => {
    const { body: seen } = await call('GET', '/objections/mine', { as: 'yixing' })
    const against = seen.against.find((one: any) => one.id === 'Y-0001')
    expect(Object.keys(against).sort()).toEqual(['entry', 'id', 'ruling', 'state', 'stateText'])
  })
})

describe('rulings', () => {
  it('keep a list from becoming final until they are in it, and open objections do, too', async () => {
    await setNoticeClock(sql, closes + hour)
    const finish = () => call('POST', `/results/${result}/finish`, { as: 'province', body: {} })
    expect(code(await finish())).toBe('objections-open')
    const [{ id }] = await sql(`select id from objections where state = 'filed'`)
    await staff(`${id}/decline`, 'province', { reason: '证据与作品无关' })
    expect(code(await finish())).toBe('rulings-unapplied')
  })

  it('come into the list by a correction that moves others up', async () => {
    const from = closes + 2 * hour
    const asked = await call('POST', `/results/${result}/correct`, {
      as: 'province',
      body: {
        reason: '异议成立，递补',
        from: new Date(from).toISOString(),
        to: new Date(from + 6 * 24 * hour).toISOString(),
      },
    })
    expect(asked.status, JSON.stringify(asked.body)).toBe(200)
    await confirm('province2')
    await setNoticeClock(sql, from)
    const { body: shown } = await own.stranger('GET', `/results/${list}`)
    expect(shown.awards.map((one: any) => [one.entry, one.level])).toEqual([
      [works[1], 'first'],
      [works[2], 'second'],
      [works[3], 'second'],
    ])
    expect(shown.objections).toMatchObject({ received: 5, handled: 5 })
    const [row] = await sql(`select applied_in::int as v from objections where number = 'Y-0001'`)
    expect(row.v).toBe(2)
    await setNoticeClock(sql, from + 7 * 24 * hour)
    const asked2 = await call('POST', `/results/${result}/finish`, { as: 'province', body: {} })
    expect(asked2.status, JSON.stringify(asked2.body)).toBe(200)
    await confirm('province2')
    expect((await file(objector.ask)).body.code).toBe('notice-closed')
  })
})

it('forgets who objected when they leave', async () => {
  expect((await objector.ask('DELETE', '/me')).status).toBe(200)
  const rows = await sql(
    `select objector_name, objector_contact from objections where participant_id = $1`,
    [objector.id],
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toEqual({ objector_name: null, objector_contact: null })
})
