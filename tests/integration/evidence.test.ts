import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { readZip } from '../../scripts/evidence/read-zip.ts'
import { verify } from '../../scripts/evidence/verify.ts'
import { checkPack } from '../../src/database/certificates/check-pack.ts'
import { resultKeys } from '../../src/database/results/keys.ts'
import { canonicalJson } from '../../src/domain/results/canonical.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { finalResult } from '../harness/certificates.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { endRound, judgingTrack, markAll, openedRound } from '../harness/judging.ts'
import { openScene, type Scene } from '../harness/scene.ts'

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

async function fetched(as: string): Promise<Pack> {
  const request = new Request(`${process.env.PUBLIC_URL}/api/results/${result}/evidence`, {
    headers: { authorization: `JWT ${campaign.people[as]!.token}` },
  })
  const answer = await handleEndpoints({ config: campaign.config, request })
  expect(answer.status).toBe(200)
  return readZip(Buffer.from(await answer.arrayBuffer()))
}

const textOf = (of: Pack, name: string) => Buffer.from(of.get(name)!).toString('utf8')

/** A pack in which one file is another one; `sealed`: by somebody who signs the manifest anew, too. */
function changed(name: string, change: (text: string) => string, { sealed = true } = {}): Pack {
  const other: Pack = new Map(pack)
  const text = change(textOf(pack, name))
  expect(text).not.toBe(textOf(pack, name))
  other.set(name, Buffer.from(text))
  return sealed ? sealedAnew(other) : other
}

function sealedAnew(other: Pack): Pack {
  const manifest = JSON.parse(textOf(pack, 'manifest.json'))
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
    expect(log).toHaveLength(1)
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
      () => JSON.stringify({ round: 'x', total: 3, entries: [], voids: {}, head: null }),
      'votes.json: its entries add up to 0, not 3',
    ],
    ['a part that is no JSON', 'certificates.json', () => '{', 'certificates.json: is no JSON'],
    ['a part of another shape', 'judging/score.json', () => '[]', 'the pack cannot be read'],
  ])('%s', (_, name, change, expected) => {
    expect(said(checkPack(changed(name, change)))).toContain(expected)
  })
})

describe('npm run evidence:verify', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evidence-'))
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
