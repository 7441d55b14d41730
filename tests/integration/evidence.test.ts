import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { readZip } from '../../scripts/evidence/read-zip.ts'
import { verify } from '../../scripts/evidence/verify.ts'
import { ledgerBytes } from '../../scripts/ledger/verify.ts'
import { checkPack, checkPackLedger } from '../../src/database/certificates/check-pack.ts'
import { resultKeys } from '../../src/database/results/keys.ts'
import { ledgerFile } from '../../src/database/voting/seal.ts'
import { canonicalJson } from '../../src/domain/results/canonical.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { finalResult } from '../harness/certificates.ts'
import { until } from '../harness/delivery.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { endRound, judgingTrack, markAll, openedRound } from '../harness/judging.ts'
import { testKeys, voidVotes } from '../harness/ledger.ts'
import { noticeIn, setNoticeClock } from '../harness/results.ts'
import { openScene, type Scene } from '../harness/scene.ts'
import { sealAll } from '../harness/seal-all.ts'
import { castVotes } from '../harness/vote-rounds.ts'

type Pack = Map<string, Uint8Array>

let campaign: TestCampaign
let scene: Scene
let result: number
let pack: Pack
let names: string[]

const fieldKey = () => Buffer.from(process.env.FIELD_KEY!, 'base64')
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  const { judges, works } = await judgingTrack(campaign, scene, { works: 5, judges: 4 })
  const order = works.map(({ entry }) => entry)
  const round = await openedRound(campaign, {
    judges,
    levels: [
      { key: 'first', name: '一等奖 / First prize', count: 1 },
      { key: 'second', name: '二等奖 / Second prize', count: 2 },
    ],
    ...{ reserves: 1, awardsEqual: 'by-hand', quorum: 2 },
  })
  await markAll(campaign, round, ({ entry }) => [19 - order.indexOf(entry), 9])
  await endRound(campaign, round)
  const post = (step: string, as: string, body: object = {}) =>
    campaign.call('POST', `/judging-rounds/${round}/${step}`, { as, body })
  const asked = await post('ask-lock', 'province')
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  const locked = await post('lock', 'province2', { sha256: asked.body.sha256 })
  expect(locked.status, JSON.stringify(locked.body)).toBe(200)
  result = await finalResult(campaign, { track: 'micro-videos', round, title: '微视频评选结果' })
  const [{ id }] = await campaign.sql(
    `select campaign_id as id from tracks where slug = 'micro-videos'`,
  )
  const made = await campaign.call('POST', '/certificate-templates', {
    as: 'province',
    body: {
      ...{ name: '通用模板', campaign: id, title: '荣誉证书', body: '{{姓名}}：\n# {{奖项}}' },
      ...{ issuers: '演示总工会', date: '{{日期}}' },
    },
  })
  await campaign.call('POST', `/results/${result}/certificates`, {
    ...{ as: 'province', body: { template: made.body.doc.id } },
  })
  await doJobs(campaign, 'certificates')
  const people = await campaign.sql('select name from users where role = $1', ['judge'])
  names = people.map(({ name }) => name)
  pack = await fetched('supervisor')
}, 120_000)
afterAll(() => campaign?.close())

async function asked(as: string, of: number): Promise<Response> {
  const request = new Request(`${process.env.PUBLIC_URL}/api/results/${of}/evidence`, {
    headers: { authorization: `JWT ${campaign.people[as]!.token}` },
  })
  const answer = await handleEndpoints({ config: campaign.config, request })
  expect(answer.status).toBe(200)
  return answer
}
async function fetched(as: string, of = result): Promise<Pack> {
  return readZip(Buffer.from(await (await asked(as, of)).arrayBuffer()))
}

const textOf = (of: Pack, name: string) => Buffer.from(of.get(name)!).toString('utf8')

/** A pack in which one file is another one; `sealed`: by somebody who signs the manifest anew, too. */
function changed(
  name: string,
  change: (text: string) => string,
  { sealed = true, of = pack } = {},
): Pack {
  const other: Pack = new Map(of)
  const text = change(textOf(of, name))
  expect(text).not.toBe(textOf(of, name))
  other.set(name, Buffer.from(text))
  return sealed ? sealedAnew(other) : other
}

function sealedAnew(other: Pack): Pack {
  const manifest = JSON.parse(textOf(other, 'manifest.json'))
  manifest.files = [...other.keys()]
    .filter((name) => !name.startsWith('manifest.'))
    .map((name) => ({ name, sha256: sha(other.get(name)!), bytes: other.get(name)!.length }))
  const text = canonicalJson(manifest)
  const keys = resultKeys(fieldKey())
  other.set('manifest.json', Buffer.from(text))
  other.set(
    'manifest.sig.json',
    Buffer.from(JSON.stringify({ key: keys.id, signature: keys.sign(text) })),
  )
  return other
}

const edit = (change: (value: any) => void) => (text: string) => {
  const value = JSON.parse(text)
  change(value)
  return JSON.stringify(value)
}
const said = (faults: { file: string; what: string }[]) =>
  faults.map(({ file, what }) => `${file}: ${what}`).join('\n')

describe('a pack of evidence', () => {
  it('holds everything that a result was made of, and nothing wrong', () => {
    expect([...pack.keys()].sort()).toEqual(
      [
        ...[
          'README.md',
          'certificates.json',
          'judging/score.json',
          'keys.json',
          'lists/index.json',
        ],
        ...['lists/v1.json', 'log.json', 'manifest.json', 'manifest.sig.json', 'objections.json'],
        ...['rankings/index.json', 'rankings/score-v1.json', 'reviews.json', 'votes.json'],
      ].sort(),
    )
    expect(said(checkPack(pack))).toBe('')
    expect(said(checkPack(pack, [resultKeys(fieldKey()).publicKey]))).toBe('')
    expect(JSON.parse(textOf(pack, 'certificates.json'))).toHaveLength(3)
    expect(JSON.parse(textOf(pack, 'judging/score.json')).panel).toHaveLength(4)
    expect(JSON.parse(textOf(pack, 'reviews.json')).length).toBeGreaterThan(3)
  })

  it('names no judge and nobody’s telephone', () => {
    const all = [...pack.keys()].map((name) => textOf(pack, name)).join('\n')
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(all).not.toContain(name)
    expect(all).not.toContain('13800001111')
  })

  it('holds up no transaction while somebody fetches it slowly, and leaves nothing behind', async () => {
    const answer = await asked('province', result)
    const open = await campaign.sql(
      `select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    expect(open).toEqual([])
    // That of another test is gone in a moment, too.
    await until(() => !readdirSync(os.tmpdir()).some((name) => name.startsWith('evidence-pack-')))
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(String(bytes.length)).toBe(answer.headers.get('content-length'))
    expect(said(checkPack(await readZip(bytes)))).toBe('')
  })

  it('is for the province and the supervisor', async () => {
    for (const as of ['wuxi', 'judge', 'judge-1']) {
      const { status } = await campaign.call('GET', `/results/${result}/evidence`, { as })
      expect(status, as).toBe(403)
    }
    expect((await campaign.call('GET', `/results/${result}/evidence`)).status).toBe(401)
    expect((await campaign.call('GET', '/results/999/evidence', { as: 'province' })).status).toBe(
      404,
    )
    const log = await campaign.sql(`select action from certificate_log where action = 'evidence'`)
    expect(log).toHaveLength(2)
  })
})

describe('whoever changes a pack is found out', () => {
  it.each(['lists/v1.json', 'rankings/score-v1.json', 'reviews.json', 'README.md', 'log.json'])(
    'a byte of %s',
    (name) => {
      const other = changed(name, (text) => text.replace(/[a-z]/, 'X'), { sealed: false })
      expect(said(checkPack(other))).toContain(`${name}: was changed`)
    },
  )

  it('a file left out, a file slipped in', () => {
    const less: Pack = new Map(pack)
    less.delete('judging/score.json')
    expect(said(checkPack(less))).toContain('judging/score.json: is missing')
    const more: Pack = new Map(pack).set('extra.json', Buffer.from('{}'))
    expect(said(checkPack(more))).toContain('extra.json: is not in the manifest')
  })

  it('a manifest that somebody else signed', () => {
    const other: Pack = new Map(pack)
    const keys = resultKeys(Buffer.alloc(32, 9))
    const text = textOf(pack, 'manifest.json')
    const seal = { key: keys.id, signature: keys.sign(text) }
    other.set('manifest.sig.json', Buffer.from(JSON.stringify(seal)))
    expect(said(checkPack(other))).toContain('manifest.json: is not signed')
    expect(said(checkPack(pack, [keys.publicKey]))).toContain('lists/v1.json: is not signed')
  })

  // By somebody who holds the key and writes the manifest anew: only counting again finds it.
  it.each([
    [
      'a mark in the ranking',
      'rankings/score-v1.json',
      edit((locked) => (locked.marks[0].marks.theme -= 100)),
      'rankings/score-v1.json: its rules do not make this of its marks',
    ],
    [
      'two ranks that changed places',
      'rankings/score-v1.json',
      edit(({ works }) => ([works[0].entry, works[1].entry] = [works[1].entry, works[0].entry])),
      'rankings/score-v1.json: its rules do not make this of its marks',
    ],
    [
      'an award on the list',
      'lists/v1.json',
      edit(({ awards }) => (awards[1].level = 'first')),
      'lists/v1.json: its awards are not those of the ranking',
    ],
    [
      'a name on the list',
      'lists/v1.json',
      edit(({ awards }) => (awards[0].authors = ['别人'])),
      'lists/v1.json: is no sound version of the list: hash',
    ],
    [
      'a list from another ranking',
      'lists/v1.json',
      edit(({ basis }) => (basis.ranking = 'f'.repeat(64))),
      'lists/v1.json: comes from a ranking that is not in the pack',
    ],
    [
      'a mark as the judge gave it',
      'judging/score.json',
      edit(({ assignment }) => (assignment.find((one: any) => one.handedIn).marks.craft = 1)),
      'judging/score.json: has other marks of J',
    ],
    [
      'a mark that nobody assigned',
      'judging/score.json',
      edit((judging) => judging.assignment.splice(0, 1)),
      'that nobody assigned',
    ],
    [
      'a recusal of who gave marks',
      'judging/score.json',
      edit(({ assignment, recusals }) =>
        recusals.push({ ...assignment.find((one: any) => one.handedIn), kind: 'declared', at: '' }),
      ),
      'recused',
    ],
    [
      'a judge on the panel',
      'judging/score.json',
      edit(({ panel }) => panel.pop()),
      'its panel has another number of judges',
    ],
    [
      'a certificate for somebody else',
      'certificates.json',
      edit((all) => (all[0].name = '别人')),
      'certifies what the list does not say',
    ],
    [
      'a certificate’s number',
      'certificates.json',
      edit((all) => (all[0].number = '2022-VID-00001-0')),
      'is no number',
    ],
    [
      'a ruling that was made up',
      'lists/index.json',
      edit(([line]) => line.rulings.push('Y-0001')),
      'objections.json: lacks the upheld objection Y-0001',
    ],
    [
      'the signature of a list',
      'lists/index.json',
      edit(
        ([line]) =>
          (line.signature = line.signature.replace(/^./, (a: string) => (a === 'A' ? 'B' : 'A'))),
      ),
      'lists/v1.json: is not signed',
    ],
    [
      'votes that nobody cast',
      'votes.json',
      () => JSON.stringify([{ round: 'x', total: 3, entries: [], voids: {}, head: null }]),
      'votes.json: its entries add up to 0, not 3',
    ],
    ['a part that is no JSON', 'certificates.json', () => '{', 'certificates.json: is no JSON'],
    ['a part of another shape', 'judging/score.json', () => '[]', 'the pack cannot be read'],
  ])('%s', (_, name, change, expected) => {
    expect(said(checkPack(changed(name, change)))).toContain(expected)
  })
})

const folder = mkdtempSync(path.join(os.tmpdir(), 'evidence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(of: Pack, ...args: string[]) {
  const zip = new ZipFile()
  for (const [name, bytes] of of) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  const file = path.join(folder, 'pack.zip')
  writeFileSync(file, Buffer.concat(chunks))
  const lines: string[] = []
  const code = await verify([file, ...args], (line) => void lines.push(line))
  return { code, text: lines.join('\n') }
}

describe('npm run evidence:verify', () => {
  it('says that all is well, or what is not, and ends so', async () => {
    expect(await run(pack)).toMatchObject({
      code: 0,
      text: expect.stringContaining('counted again'),
    })
    const key = resultKeys(fieldKey()).publicKey.toString('base64')
    expect((await run(pack, '--key', key)).text).not.toContain('own keys')
    const other = changed(
      'certificates.json',
      edit((all) => (all[0].name = '别人')),
    )
    const { code, text } = await run(other)
    expect([code, text]).toEqual([1, expect.stringContaining('✗ certificates.json')])
    const lines: string[] = []
    expect(await verify([path.join(folder, 'none.zip')], (line) => void lines.push(line))).toBe(1)
    expect(await verify([], (line) => void lines.push(line))).toBe(1)
    expect(lines.at(-1)).toContain('evidence:verify -- FILE')
  })
})

describe('of a list with a vote, objections and corrections', () => {
  let whole: Pack
  /** Before the last correction: an objection was upheld and is in no version yet. */
  let between: Pack
  let ledger: string
  /** By rank, the best first. */
  let order: string[]
  const hour = 3_600_000

  beforeAll(async () => {
    const { judges, works } = await judgingTrack(campaign, scene, {
      ...{ kind: 'photos' as const, works: 6, judges: 4 },
    })
    const made = await listOfVotes(judges, works)
    whole = made.whole
    between = made.between
    ledger = made.ledger
    order = made.order
  }, 120_000)

  async function post(path: string, as: string, body: object = {}): Promise<any> {
    const answer = await campaign.call('POST', path, { as, body })
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
    return answer.body
  }

  const theme = { criterion: 'theme', marks: 10.5 }
  async function judgeOf(round: number, entry: string): Promise<string> {
    const [{ marks, works }] = (
      await campaign.sql('select text from judging_locks where round_id = $1', [round])
    ).map(({ text }) => JSON.parse(text))
    const { number } = works.find((work: any) => work.entry === entry)
    return marks.find((mark: any) => mark.number === number).judge
  }

  async function listOfVotes(judges: string[], works: { entry: string; id: number }[]) {
    const { sql } = campaign
    const client = await campaign.payload.db.pool.connect()
    for (const { id } of works) await scene.step('photos', id, 'supervisor', 'publish')
    const [{ id: of }] = await sql('select min(id) as id from campaigns')
    const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString()
    const vote = await post('/vote-rounds?depth=0', 'province', {
      ...{
        title: '网络投票',
        slug: 'blend',
        campaign: of,
        tracks: [campaign.track('photography')],
      },
      ...{ windowFrom: inHours(-1), windowTo: inHours(1), periodKind: 'day', votesPerPeriod: 5 },
      ...{ votesPerEntryPerPeriod: 1, ballotMin: 1, ballotMax: 5, countsShown: 'afterClose' },
      ...{ voters: 'participants', candidatesFrom: 'published' },
    })
    const voteRound = vote.doc.id as number
    await post(`/vote-rounds/${voteRound}/open`, 'province')
    const numbers = await sql('select number, entry from ballot_candidates where round_id = $1', [
      voteRound,
    ])
    const numberOf = (place: number) =>
      numbers.find(({ entry }) => entry === works[place]!.entry)!.number as number
    const votes = [5, 5, 5, 5, 4, 4, 4, 3, 3].map(numberOf)
    await castVotes(sql, { round: voteRound, votes })
    const cast = (
      await sql('select id from votes where round_id = $1 order by id', [voteRound])
    ).map(({ id }) => id as string)
    await voidVotes(client, voteRound, [cast[0]!])
    const round = await openedRound(campaign, {
      ...{ judges, track: 'photography', voteRound, votePercent: 50, votePoints: 'share-of-top' },
      levels: [
        { key: 'first', name: '一等奖 / First prize', count: 1 },
        { key: 'second', name: '二等奖 / Second prize', count: 2 },
      ],
      ...{ reserves: 2, awardsEqual: 'by-hand', quorum: 2 },
    })
    const entries = works.map(({ entry }) => entry)
    await markAll(campaign, round, ({ entry }) => [10 + entries.indexOf(entry), 9])
    await endRound(campaign, round)
    await post(`/vote-rounds/${voteRound}/close`, 'province', { reason: '到期' })
    await sealAll(client)
    const lock = async (body: object = {}) => {
      const { sha256 } = await post(`/judging-rounds/${round}/ask-lock`, 'province', body)
      await post(`/judging-rounds/${round}/lock`, 'province2', { sha256 })
    }
    await lock()
    // What is voided after the lock is under a later head: the first version still counts it, the second not.
    await voidVotes(client, voteRound, [cast[1]!])
    await sealAll(client)
    await post(`/judging-rounds/${round}/correct-marks`, 'province', {
      marks: [{ entry: entries[0], judge: await judgeOf(round, entries[0]!), ...theme }],
      reason: '评委书面说明录错',
    })
    await lock({ reason: '剔除刷票' })

    const { from, to } = noticeIn(1)
    const { doc } = await post('/results', 'province', {
      ...{ title: '摄影评选结果', track: campaign.track('photography'), round },
      ...{ noticeFrom: from, noticeTo: to, contact: '活动办公室' },
    })
    const list = `/results/${doc.id}`
    const confirm = async () => {
      const [{ pending }] = await sql('select pending from results where id = $1', [doc.id])
      await post(`${list}/confirm`, 'province2', { sha256: pending.sha256 })
    }
    await post(`${list}/freeze`, 'province')
    await confirm()
    const opens = Date.parse(from)
    const at = (hours: number) => setNoticeClock(sql, opens + hours * hour)
    const awards = JSON.parse(
      (await sql('select text from result_versions where result_id = $1', [doc.id]))[0].text,
    ).awards.map((one: any) => one.entry)
    const object = async (by: string, entry: string | null, step: string, effect?: string) => {
      const { objection } = await post('/objections/file', by, {
        ...{ result: '2022-photography', entry, name: '演示·联络员', contact: 'desk@example.org' },
        ...{ ground: '该作品此前已公开发表', evidence: [{ link: 'https://example.org/2020' }] },
      })
      const [{ id }] = await sql('select id from objections where number = $1', [objection.number])
      await post(`/objections/${id}/accept`, 'province')
      await post(`/objections/${id}/${step}`, 'province', { reason: '经核实', effect })
    }
    const correct = async (hours: number, reason: string) => {
      const notice = { from: opens + hours * hour, to: opens + (hours + 7 * 24) * hour }
      await post(`${list}/correct`, 'province', {
        ...{ reason, from: new Date(notice.from).toISOString() },
        to: new Date(notice.to).toISOString(),
      })
      await confirm()
    }
    await at(1)
    await object('nanjing', awards[0], 'uphold', 'move-up')
    await object('nanjing', awards[1], 'uphold', 'keep')
    await object('nanjing', null, 'dismiss')
    await at(2)
    await correct(3, '异议成立，递补')
    await at(4)
    await object('nanjing', awards[2], 'uphold', 'drop')
    const some = await fetched('province', doc.id)
    await at(5)
    await correct(6, '再次更正')
    await at(6 + 7 * 24 + 1)
    await post(`${list}/finish`, 'province')
    await confirm()
    await setNoticeClock(sql, null)
    const pieces: Buffer[] = []
    for await (const piece of ledgerFile({ client, keys: testKeys })) pieces.push(piece)
    client.release()
    const file = path.join(folder, 'ledger.jsonl')
    writeFileSync(file, Buffer.concat(pieces))
    return {
      ...{ whole: await fetched('supervisor', doc.id), between: some, ledger: file },
      order: awards as string[],
    }
  }

  it('holds all of it, adds up, and agrees with the ledger', async () => {
    expect(said(checkPack(whole))).toBe('')
    expect(
      [...whole.keys()].filter((name) => /^(lists|rankings)\/.*v\d/.test(name)).sort(),
    ).toEqual([
      ...['lists/v1.json', 'lists/v2.json', 'lists/v3.json'],
      ...['rankings/score-v1.json', 'rankings/score-v2.json'],
    ])
    const rankings = [1, 2].map((v) => JSON.parse(textOf(whole, `rankings/score-v${v}.json`)))
    expect(rankings.map(({ format }) => format)).toEqual(['ranking/1', 'ranking/2'])
    expect(rankings[1].corrections).toMatchObject([
      { criterion: 'theme', was: 1000, becomes: 1050, reason: '评委书面说明录错' },
    ])
    const counts = JSON.parse(textOf(whole, 'votes.json'))
    expect(counts.map(({ total, voids }: any) => [total, voids])).toEqual([
      [8, { automated: 1 }],
      [7, { automated: 2 }],
    ])
    expect(counts[0].head.number).toBeLessThan(counts[1].head.number)
    const lists = [1, 2, 3].map((version) => JSON.parse(textOf(whole, `lists/v${version}.json`)))
    const names = (list: any) => list.awards.map(({ entry }: any) => entry)
    expect(names(lists[1])).not.toContain(order[0])
    expect(names(lists[2])).not.toContain(order[2])
    expect(lists[2].vacancies).toHaveLength(1)
    const key = [resultKeys(fieldKey()).publicKey, testKeys.publicKey].flatMap((one) => [
      ...['--key', Buffer.from(one).toString('base64')],
    ])
    const checked = await run(whole, '--ledger', ledger, ...key)
    expect(checked).toEqual({ code: 0, text: expect.stringContaining('as the ledger has them') })
    expect(checked.text).not.toContain('…')
    // Under keys that are not the ledger's, nothing that it signed is believed.
    const { code, text } = await run(whole, '--ledger', ledger, ...key.slice(0, 2))
    expect([code, text]).toEqual([1, expect.stringContaining('votes.json: its head is not signed')])
  })

  it('says what is still to be done before the list is final', async () => {
    const { code, text } = await run(between)
    expect(code).toBe(0)
    expect(text).toContain('… version 2 is not final')
    expect(text).toContain('Y-0004 was upheld and waits for a correction')
  })

  it.each<[string, string, (value: any) => void, string]>([
    [
      'an objection that was upheld and is not applied',
      'objections.json',
      (all) =>
        Object.assign(
          all.find((one: any) => one.state === 'dismissed'),
          { state: 'upheld', effect: null },
        ),
      'lists/v3.json: became final without Y-0003',
    ],
    [
      'an objection on which nobody ruled',
      'objections.json',
      (all) => Object.assign(all[2], { state: 'accepted', ruledAt: null }),
      'lists/v3.json: became final before anybody ruled on Y-0003',
    ],
    [
      'a ruling that a later version forgets',
      'lists/index.json',
      (lines) => lines[2].rulings.splice(0, 1),
      'lists/v3.json: leaves out the ruling on Y-0001',
    ],
    [
      'a ruling that is said to be in another version',
      'objections.json',
      (all) => (all[0].appliedIn = 3),
      'Y-0001 is said to be applied in version 3, and is first in version 2',
    ],
    [
      'a ruling that came after the list',
      'objections.json',
      (all) => (all[0].ruledAt = '2099-01-01T00:00:00.000Z'),
      'lists/v2.json: applies Y-0001, on which nobody had ruled yet',
    ],
    [
      'a list that was final too soon',
      'lists/index.json',
      (lines) => (lines[2].finalAt = lines[2].at),
      'lists/v3.json: became final before its notice was over',
    ],
    [
      'votes that were added',
      'votes.json',
      ([count]) => {
        count.entries[0].total += 1
        count.total += 1
      },
      'votes.json: counts 9 votes, rankings/score-v1.json 8',
    ],
    [
      'a vote that was left out',
      'votes.json',
      (counts) => counts.shift(),
      'votes.json: lacks the vote blend up to the head that rankings/score-v1.json counts',
    ],
    [
      'voids of another class',
      'votes.json',
      ([count]) => (count.voids.purchased = 1),
      'votes.json: 1 votes are voided, by class 2',
    ],
    [
      'a head that is another one',
      'votes.json',
      ([count]) => (count.head.size += 1),
      'votes.json: its head is not signed',
    ],
    [
      'a corrected mark that is another one',
      'rankings/score-v2.json',
      (locked) => (markOf(locked).marks.theme = 1100),
      'rankings/score-v2.json: its rules do not make this of its marks: ',
    ],
    [
      'a corrected mark that was never handed in so',
      'rankings/score-v2.json',
      ({ corrections: [one] }) => (one.was = 900),
      'judging/score.json: has other marks of J',
    ],
    [
      'a corrected mark of which the judge’s own is changed',
      'judging/score.json',
      ({ assignment }) =>
        (assignment.find((one: any) => one.marks?.theme === 1000).marks.theme = 1050),
      'judging/score.json: has other marks of J',
    ],
    [
      'a correction that nobody tells',
      'rankings/score-v2.json',
      (locked) => {
        locked.format = 'ranking/1'
        delete locked.corrections
      },
      'judging/score.json: has other marks of J',
    ],
    [
      'a correction without its reason',
      'rankings/score-v2.json',
      ({ corrections: [one] }) => delete one.reason,
      'rankings/score-v2.json: its rules do not make this of its marks: format',
    ],
    [
      'a correction with another reason',
      'rankings/score-v2.json',
      ({ corrections: [one] }) => (one.reason = '另一理由'),
      'rankings/score-v2.json: hashes to something else than was locked',
    ],
    [
      'a correction of which the version before is left out',
      'rankings/index.json',
      (lines) => lines.shift(),
      'rankings/score-v2.json: does not name the version that it replaces',
    ],
  ])('names %s', (_, name, change, expected) => {
    expect(said(checkPack(changed(name, edit(change), { of: whole })))).toContain(expected)
  })

  const markOf = ({ marks, corrections: [one] }: any) =>
    marks.find((mark: any) => mark.number === one.number && mark.judge === one.judge)

  it('names a version that does not replace the one before, though its key signed it anew', () => {
    const other: Pack = new Map(whole)
    const keys = resultKeys(fieldKey())
    const text = textOf(whole, 'lists/v1.json').replace('活动办公室', '另一办公室')
    const lines = JSON.parse(textOf(whole, 'lists/index.json'))
    Object.assign(lines[0], { sha256: sha(text), signature: keys.sign(text), key: keys.id })
    other.set('lists/v1.json', Buffer.from(text))
    other.set('lists/index.json', Buffer.from(JSON.stringify(lines)))
    expect(said(checkPack(sealedAnew(other)))).toBe(
      'lists/v2.json: is no sound version of the list: replaces ' +
        '(it does not name the version before by number, hash and reason)',
    )
  })

  it('names votes that are not those of the ledger, and a ledger that is not sound', async () => {
    const other = changed(
      'votes.json',
      edit(([count]) => {
        const [less, more] = count.entries.filter(({ total }: any) => total > 0)
        less.total -= 1
        more.total += 1
        count.voids = { purchased: 1 }
      }),
      { of: whole },
    )
    const faults = said(await checkPackLedger(other, ledgerBytes(ledger)))
    expect(faults).toMatch(/has \d votes for 2022-PHO-\d+, the ledger \d/)
    expect(faults).toContain('votes.json: has 1 voided as purchased, the ledger 0')
    const cut = path.join(folder, 'cut.jsonl')
    const lines = readFileSync(ledger, 'utf8').split('\n')
    writeFileSync(cut, lines.filter((_, index) => index !== 3).join('\n'))
    expect(await run(whole, '--ledger', cut)).toEqual({
      ...{ code: 1, text: expect.stringContaining('✗ ledger: ') },
    })
    expect((await run(whole, '--ledger', path.join(folder, 'none'))).code).toBe(1)
  })
})
