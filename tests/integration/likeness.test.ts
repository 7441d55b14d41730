import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nearCondition } from '../../src/database/likeness/near-pictures.ts'
import { storePrints } from '../../src/database/likeness/prints.ts'
import { differingBits, nearBits } from '../../src/domain/likeness/picture-print.ts'
import type { EntryKind } from '../../src/domain/kinds.ts'
import { sql as statement } from '../../src/database/sql.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { doJobs } from '../harness/do-jobs.ts'
import { jpeg, mp4, ownTempFolder, upload } from '../harness/files.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let storePrintsOf: (mediaId: number, hashes: bigint[]) => Promise<void>
beforeAll(async () => {
  ownTempFolder()
  campaign = await testCampaign()
  scene = await openScene(campaign)
  storePrintsOf = async (mediaId, hashes) =>
    storePrints(await createLocalReq({}, campaign.payload), {
      mediaId,
      prints: hashes.map((hash, frame) => ({ frame, hash: String(BigInt.asIntN(64, hash)) })),
    })
})
afterAll(() => campaign.close())

const compare = () => doJobs(campaign, 'likeness')
const likenesses = (kind: string, id: number, as = 'wuxi') =>
  campaign.call('GET', `/${kind}/${id}/likenesses`, { as })
const seen = async (kind: string, id: number, as = 'wuxi') =>
  (await likenesses(kind, id, as)).body.pairs.map(({ what, words, verdict }: any) => ({
    what,
    zh: words.zh,
    verdict,
  }))

let turn = 0
const own = () => `独一无二的标题${String.fromCharCode(0x4e00 + (turn += 1) * 61)}${turn * 7919}`

/** A photo of a unit with one picture, submitted unless said otherwise. */
async function photo(as: string, { hash, submit = true }: { hash?: bigint; submit?: boolean }) {
  const file = await upload(campaign, as, await jpeg())
  const title = own()
  const id = await scene.make('photos', as, { title, pictures: [file.id] })
  if (hash !== undefined) await storePrintsOf(file.id, [hash])
  if (submit) await submitted('photos', id, as)
  return { id, title, file }
}

async function submitted(kind: EntryKind, id: number, as: string) {
  const { status, body } = await scene.step(kind, id, as, 'submit')
  expect(status, JSON.stringify(body)).toBe(200)
}

async function video(as: string, hashes: bigint[]) {
  const sent = { name: 'film.mp4', type: 'video/mp4' }
  const file = await upload(campaign, as, mp4(), sent)
  const title = own()
  const id = await scene.make('videos', as, { title, video: file.id })
  await storePrintsOf(file.id, hashes)
  await submitted('videos', id, as)
  return { id, title }
}

// Sixty-four bits each, none near another.
const [sea, hill, lamp] = [0x0f1e_2d3c_4b5a_6978n, 0xf0c3_a596_3c5a_0ff0n, 0x1357_9bdf_8ace_0246n]
const frames = [
  0x9a3b_41c7_6ee2_5d10n,
  0x52e9_c80f_37a4_b16dn,
  0xc7f1_0a68_d53e_924bn,
  0x2e84_d7b3_196c_fa05n,
]

describe('pictures', () => {
  test('that look alike are put before the reviewers of both, whatever their unit', async () => {
    const first = await photo('yixing', { hash: sea })
    const second = await photo('suzhou', { hash: sea ^ 0b101n })
    await photo('suzhou', { hash: hill })
    expect(await compare()).toBeGreaterThan(0)

    const seenAbove = await likenesses('photos', second.id, 'province')
    expect(seenAbove.body).toMatchObject({ open: 1, checkedAt: expect.any(String) })
    expect(seenAbove.body.pairs[0]).toMatchObject({
      what: 'picture',
      measure: 1 - 2 / 64,
      words: { zh: `与《${first.title}》画面 97% 相似` },
      verdict: null,
      file: { url: expect.stringContaining('/api/media/file/') },
      other: { kind: 'photos', number: expect.stringMatching(/^2022-PHO-/) },
    })
    expect(seenAbove.body.pairs[0].other.seen).toMatchObject({
      id: first.id,
      title: first.title,
      unit: '宜兴市总工会',
      year: 2022,
      file: { url: expect.stringContaining('/api/media/file/') },
    })
    expect(await seen('photos', first.id, 'province')).toHaveLength(1)
  })

  test('of works out of the reader’s sight are named by their number alone', async () => {
    const [first, second] = [
      await photo('yixing', { hash: lamp }),
      await photo('suzhou', { hash: lamp }),
    ]
    await compare()
    const { body } = await likenesses('photos', second.id, 'suzhou')
    const [pair] = body.pairs
    expect(pair.other.seen).toBeUndefined()
    expect(pair.words.zh).toBe(`与另一单位的作品（${pair.other.number}）画面 100% 相似`)
    expect(JSON.stringify(body)).not.toContain(first.title)
    expect(JSON.stringify(body)).not.toContain(first.file.sizes.wide.filename)
  })

  test('of one’s own, of drafts and of flat colour are not compared', async () => {
    const one = 0x7b2d_90e4_c1f6_3a58n
    const both = await Promise.all([
      upload(campaign, 'yixing', await jpeg()),
      upload(campaign, 'yixing', await jpeg()),
    ])
    const series = await scene.make('photos', 'yixing', {
      title: own(),
      pictures: both.map(({ id }) => id),
    })
    for (const { id } of both) await storePrintsOf(id, [one])
    await submitted('photos', series, 'yixing')
    await photo('suzhou', { hash: one, submit: false })
    const black = await photo('yixing', { hash: 0n })
    await photo('suzhou', { hash: 0n })
    await compare()
    expect(await seen('photos', series)).toEqual([])
    expect(await seen('photos', black.id)).toEqual([])
  })

  test('whose prints come after the submission are compared then', async () => {
    const first = await photo('yixing', {})
    await compare()
    const hash = 0x4d96_13f8_a270_ce5bn
    const second = await photo('wuxi', { hash })
    await storePrintsOf(first.file.id, [hash ^ 1n])
    await compare()
    expect(await seen('photos', second.id)).toHaveLength(1)
    await storePrintsOf(first.file.id, [hill ^ sea])
    await compare()
    expect(await seen('photos', second.id)).toEqual([])
  })

  test('are found exactly where their hashes are near', async () => {
    const { file } = await photo('yixing', { submit: false })
    const base = 0x3c96_e15a_07bd_48f2n
    const flipped = Array.from({ length: 24 }, (_, count) =>
      Array.from({ length: count }, (_, bit) => 1n << BigInt((bit * 29 + count) % 64)).reduce(
        (a, b) => a ^ b,
        base,
      ),
    )
    await storePrintsOf(file.id, flipped)
    const { drizzle } = campaign.payload.db
    const { rows } = await drizzle.execute(
      statement`select frame from picture_prints where media_id = ${file.id} and ${nearCondition(base)} order by frame`,
    )
    const near = flipped.flatMap((hash, frame) =>
      differingBits(hash, base) <= nearBits ? [frame] : [],
    )
    expect(rows.map(({ frame }) => frame)).toEqual(near)
    expect(near).toHaveLength(9)
  })
})

describe('films', () => {
  test('that share most of their frames are alike, those with one title card are not', async () => {
    const [a, b, c, d] = frames as [bigint, bigint, bigint, bigint]
    const whole = await video('yixing', [a, b, c, d])
    const cut = await video('suzhou', [b ^ 1n, c, sea ^ lamp])
    const card = await video('suzhou', [d, hill ^ lamp, hill ^ sea ^ lamp, a ^ lamp])
    await compare()
    expect(await seen('videos', whole.id, 'province')).toEqual([
      {
        what: 'film',
        zh: expect.stringMatching(`与《${cut.title}》视频画面 6\\d% 相似`),
        verdict: null,
      },
    ])
    expect(await seen('videos', card.id, 'province')).toEqual([])
  })
})

describe('texts', () => {
  const body =
    '去年冬天，车间里来了一位新徒弟，他每天第一个到，最后一个走，把每一件零件擦得发亮。' +
    '班组长说，手艺是一锤一锤敲出来的，急不得。三个月后，他独立完成了第一套模具，误差不到一丝。'

  test('that were taken over with small changes are found across kinds, units and years', async () => {
    const first = await scene.make('commentaries', 'yixing', { title: own(), body })
    const changed = body.replace('去年冬天', '今年夏天').replaceAll('，', '，\n')
    const second = await scene.make('recitations', 'suzhou', {
      title: own(),
      originalText: changed,
    })
    const other = await scene.make('commentaries', 'suzhou', {
      title: own(),
      body: '完全不同的一段文字，讲的是码头上的清晨、吊机和潮水，工友们说笑着换班，新的一天开始了，远处的船正在靠岸。',
    })
    await submitted('commentaries', first, 'yixing')
    await submitted('recitations', second, 'suzhou')
    await submitted('commentaries', other, 'suzhou')
    await compare()
    const [pair] = (await likenesses('recitations', second, 'province')).body.pairs
    expect(pair).toMatchObject({
      what: 'text',
      other: { kind: 'commentaries', seen: { id: first, text: body } },
    })
    expect(pair.measure).toBeGreaterThan(0.7)
    expect(await seen('commentaries', other, 'province')).toEqual([])
  })

  test('and titles that say the same are found, whatever stands between the characters', async () => {
    const first = await scene.make('cases', 'yixing', { title: '让数据多跑路、让职工少跑腿' })
    const second = await scene.make('cases', 'suzhou', { title: '“让数据多跑路 让职工少跑腿”' })
    await submitted('cases', first, 'yixing')
    await submitted('cases', second, 'suzhou')
    await compare()
    expect(await seen('cases', second, 'province')).toEqual([
      { what: 'title', zh: '与《让数据多跑路、让职工少跑腿》标题相同', verdict: null },
    ])
  })

  test('that are no longer alike after an edit are no pair any more, unless somebody spoke about them', async () => {
    const title = '咱们工人的夜班食堂开张啦'
    const ids = [
      await scene.make('cases', 'yixing', { title }),
      await scene.make('cases', 'yixing', { title }),
    ]
    for (const id of ids) await submitted('cases', id, 'yixing')
    await compare()
    expect(await seen('cases', ids[0]!)).toHaveLength(1)
    const changed = { title: '新来的师傅与老机床' }
    const edit = (id: number, data: object) =>
      campaign.call('PATCH', `/cases/${id}?depth=0`, { as: 'province', body: data })
    expect((await edit(ids[0]!, changed)).status).toBe(200)
    await compare()
    expect(await seen('cases', ids[0]!)).toEqual([])
    await edit(ids[0]!, { title })
    await compare()
    const [pair] = (await likenesses('cases', ids[0]!)).body.pairs
    await say('cases', ids[0]!, pair.id, { verdict: 'different' })
    await edit(ids[0]!, changed)
    await compare()
    expect(await seen('cases', ids[1]!)).toMatchObject([{ verdict: 'different' }])
  })
})

const say = (kind: string, id: number, pair: number | string, body: object, as = 'wuxi') =>
  campaign.call('POST', `/${kind}/${id}/likenesses/${pair}`, { as, body })

describe('what a reviewer says about a pair', () => {
  const title = '江水奔流话匠心二三事'
  let ids: number[]
  let pair: number
  beforeAll(async () => {
    ids = [
      await scene.make('cases', 'yixing', { title }),
      await scene.make('cases', 'wuxi', { title }),
    ]
    for (const id of ids) await submitted('cases', id, 'wuxi')
    await compare()
    pair = (await likenesses('cases', ids[0]!)).body.pairs[0].id
  })

  test('is kept with name and time, and every time it is said', async () => {
    expect(
      (await say('cases', ids[0]!, pair, { verdict: 'same', note: ' 一稿两投 ' })).status,
    ).toBe(200)
    expect((await say('cases', ids[1]!, pair, { verdict: 'different' })).status).toBe(200)
    const { body } = await likenesses('cases', ids[0]!)
    expect(body).toMatchObject({
      open: 0,
      pairs: [
        { verdict: 'different', lookedBy: '演示·wuxi', note: null, lookedAt: expect.any(String) },
      ],
    })
    const said = await campaign.sql(
      'select verdict, note, user_name from likeness_verdicts where likeness_id = $1 order by id',
      [pair],
    )
    expect(said).toEqual([
      { verdict: 'same', note: '一稿两投', user_name: '演示·wuxi' },
      { verdict: 'different', note: null, user_name: '演示·wuxi' },
    ])
    await expect(campaign.sql('delete from likeness_verdicts')).rejects.toThrow('append-only')
  })

  test('changes nothing about where the work stands', async () => {
    expect(await scene.status('cases', ids[0]!)).toBe('submitted')
  })

  test.each([
    [{ verdict: 'perhaps' }, 400],
    [{}, 400],
    [{ verdict: 'same', note: '长'.repeat(2_001) }, 400],
    [{ verdict: 'same', note: 5 }, 400],
    [{ verdict: 'same', more: 1 }, 400],
  ])('is refused: %j', async (body, status) => {
    expect((await say('cases', ids[0]!, pair, body)).status).toBe(status)
  })

  test('is for a pair of that work alone', async () => {
    const stranger = await scene.make('cases', 'wuxi', { title: own() })
    expect((await say('cases', stranger, pair, { verdict: 'same' })).status).toBe(404)
    expect((await say('cases', ids[0]!, '0', { verdict: 'same' })).status).toBe(404)
    expect((await say('cases', ids[0]!, 'x', { verdict: 'same' })).status).toBe(404)
    expect((await say('cases', ids[0]!, '9'.repeat(15), { verdict: 'same' })).status).toBe(404)
  })

  test.each([
    [undefined, 401],
    ['judge', 404],
    ['suzhou', 404],
    ['yixing', 200],
    ['supervisor', 200],
    ['province', 200],
  ])('and what is alike is seen by those in scope: %s %i', async (as, status) => {
    const answer = await campaign.call('GET', `/cases/${ids[0]}/likenesses`, { as })
    expect(answer.status).toBe(status)
    const told = await campaign.call('POST', `/cases/${ids[0]}/likenesses/${pair}`, {
      as,
      body: { verdict: 'same' },
    })
    expect(told.status).toBe(status)
  })

  test('is not shown with a published work to those who only read it', async () => {
    const id = await scene.make('cases', 'yixing', { title: own() })
    await scene.bring('cases', id, 'published')
    await compare()
    expect((await likenesses('cases', id, 'suzhou')).status).toBe(403)
    expect((await likenesses('cases', id, 'judge')).status).toBe(403)
    const { body } = await campaign.call('GET', `/cases/${id}`)
    expect(JSON.stringify(body)).not.toContain('likeness')
  })
})
