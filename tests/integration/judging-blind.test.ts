import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JobLog } from '../../src/hooks/job-handlers.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { film } from '../harness/films.ts'
import { phoneJpeg, upload } from '../harness/files.ts'
import { inHours, openedRound, pairsOf } from '../harness/judging.ts'
import { openScene, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let secrets: string[]
const fetched: { path: string; bytes: Buffer; head: string }[] = []

const author = '欧阳某某'
const workplace = '宜兴陶瓷示例厂'
const phone = '13800001234'

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  for (const name of ['judge-1', 'judge-2', 'judge-3']) await scene.person(name, 'judge', null)
})
afterAll(() => campaign.close())

/** Everything of an answer: its bytes, and its head as a text. */
async function fetchAll(
  as: string,
  path: string,
  { method = 'GET', body, headers = {} }: { method?: string; body?: object; headers?: object } = {},
) {
  const { handleEndpoints } = await import('payload')
  const request = new Request(`${process.env.PUBLIC_URL}/api${path}`, {
    method,
    headers: {
      authorization: `JWT ${campaign.people[as]!.token}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const response = await handleEndpoints({ config: campaign.config, request })
  const bytes = Buffer.from(await response.arrayBuffer())
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  fetched.push({ path: `${method} ${path}`, bytes, head })
  return { status: response.status, headers: response.headers, bytes }
}
const json = async (as: string, path: string, options?: Parameters<typeof fetchAll>[2]) => {
  const { status, bytes } = await fetchAll(as, path, options)
  return { status, body: JSON.parse(bytes.toString()) }
}

/** Works that name their author wherever they can: in texts, in the files' metadata and names. */
async function tellingWorks(): Promise<void> {
  const authors = [{ name: author, workplace, phone }]
  const texts = {
    title: `${author}的匠心`,
    summary: `${workplace} 欧阳 某某，电话 138 0000 1234，宜兴市总工会报送，见 2022-PHO-000001`,
  }
  const picture = await phoneJpeg()
  const names = { type: 'image/jpeg', name: `${author}.jpg` }
  const stored = await upload(campaign, 'yixing', picture, names)
  const cover = await upload(campaign, 'yixing', picture, { ...names, data: { alt: author } })
  const metadata = {
    title: 'film-title-somebody',
    artist: 'film-artist-somebody',
    comment: workplace,
  }
  const moving = { type: 'video/mp4', name: `${author}.mp4` }
  const video = await upload(campaign, 'yixing', await film({ seconds: 1, metadata }), moving)
  const waiting = await upload(campaign, 'yixing', await film({ seconds: 1, metadata }), moving)
  await makeReady(video.id, waiting.id)
  // One that was never made ready: its original must not stand in.
  await campaign.sql('delete from media_renditions where media_id = $1', [waiting.id])
  await campaign.sql(`update media set processing = 'failed' where id = $1`, [waiting.id])
  const photo = await scene.make('photos', 'yixing', {
    ...{ ...texts, authors, pictures: [stored.id], cover: cover.id, place: `${workplace}门口` },
  })
  await scene.bring('photos', photo, 'accepted')
  for (const file of [video, waiting]) {
    const made = await scene.make('videos', 'yixing', { ...texts, authors, video: file.id })
    await scene.bring('videos', made, 'accepted')
  }
  const rows = await campaign.sql(
    `select public_id as text from photos union select public_id from videos
      union select filename from media union select sizes_wide_filename from media
      union select sizes_card_filename from media union select sizes_thumb_filename from media
      union select file_name from media_renditions`,
  )
  secrets = [
    ...[author, workplace, phone, '138 0000 1234', '欧阳 某某', '宜兴市总工会', '无锡市总工会'],
    ...['somebody', 'Beispiel', 'Phone 1', 'GPSLatitude'],
    ...rows.flatMap(({ text }) => text ?? []),
  ]
}

async function makeReady(...ids: number[]): Promise<void> {
  const { openWorker } = await import('../../src/plugins/media-pipeline/worker.ts')
  const nothing = () => undefined
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing } as JobLog
  const worker = openWorker(campaign.payload, { log, concurrency: 1, pollSeconds: 1 })
  const waiting =
    'select count(*)::int as left from media where id = any($1) and processing in ($2, $3)'
  const left = async () => (await campaign.sql(waiting, [ids, 'waiting', 'working']))[0].left
  await expect.poll(left, { timeout: 60_000, interval: 100 }).toBe(0)
  await worker.close()
}

it(
  'no byte that a judge can fetch in a blind round names author, unit, file or public id',
  { timeout: 120_000 },
  async () => {
    await tellingWorks()
    const judges = ['judge-1', 'judge-2', 'judge-3']
    const rounds = [
      await openedRound(campaign, {
        judges,
        track: 'photography',
        quorum: 2,
        scoresShown: 'after-own',
      }),
      await openedRound(campaign, {
        judges,
        track: 'micro-videos',
        quorum: 2,
        scoresShown: 'after-own',
      }),
    ]
    let media = 0
    let pending = 0
    for (const round of rounds) {
      for (const { judge, number } of await pairsOf(campaign, round)) {
        const base = `/judging/rounds/${round}`
        const at = `${base}/works/${number}`
        for (const path of [
          '/judging/rounds',
          `${base}/works`,
          `${base}/standing`,
          `${base}/order`,
        ]) {
          await fetchAll(judge, path)
        }
        const { body } = await json(judge, at)
        expect(body.title).toContain('▇▇')
        pending += body.pending
        for (const { url, poster, preview } of body.media) {
          for (const one of [url, poster, preview]) {
            if (!one) continue
            const path = one.replace(/^\/api/, '')
            const whole = await fetchAll(judge, path)
            expect([path, whole.status]).toEqual([path, 200])
            expect(whole.headers.get('content-disposition')).toMatch(
              new RegExp(`^inline; filename="${number}-\\d+\\.(webp|mp4)"$`),
            )
            expect(whole.headers.get('cache-control')).toBe('private, no-store')
            expect([whole.headers.get('etag'), whole.headers.get('last-modified')]).toEqual([
              null,
              null,
            ])
            const part = await fetchAll(judge, path, { headers: { range: 'bytes=0-99' } })
            expect([part.status, part.bytes.length]).toEqual([206, 100])
            media += 1
          }
        }
        expect((await fetchAll(judge, `${at}/media/99`)).status).toBe(404)
        const marks = [
          { criterion: 'theme', marks: 10 },
          { criterion: 'craft', marks: 5 },
        ]
        const given = { method: 'PUT', body: { marks, handIn: true, version: 0 } }
        expect((await json(judge, at, given)).status).toBe(200)
        await json(judge, at, { ...given, body: { ...given.body, marks: marks.slice(1) } })
        await json(judge, at)
        await json(judge, `${at}/skip`, { method: 'POST', body: {} })
        const rows = [{ work: String(number), marks: [], handIn: false, version: 0 }]
        await json(judge, '/judging/marks', { method: 'POST', body: { round, rows } })
      }
      const [pair] = await pairsOf(campaign, round)
      const recuse = `/judging/rounds/${round}/works/${pair!.number}/recuse`
      await campaign.sql(`update judging_rounds set window_to = $2 where id = $1`, [
        round,
        inHours(9),
      ])
      await json(pair!.judge, recuse, { method: 'POST', body: { kind: 'knows-author' } })
      // Who knows the seed can draw the numbers again: no way leads a judge to it.
      const [{ seed }] = await campaign.sql('select seed from judging_rounds where id = $1', [
        round,
      ])
      expect(seed).toMatch(/^[0-9a-f]{32}$/)
      secrets.push(seed)
      for (const path of [`/versions`, `?where[seed][like]=${seed.slice(0, 2)}`, '/count']) {
        expect((await fetchAll('judge-1', `/judging-rounds${path}`)).status).toBeGreaterThan(399)
      }
      const asked = await scene.graphql('{ JudgingRounds { docs { title seed } } }', {
        as: 'judge-1',
      })
      expect(JSON.stringify(asked.body ?? asked)).not.toContain(seed)
      for (const path of ['', '/works', '/panel', '/log', '/decisions', '/ranking', '/overview']) {
        const { status } = await fetchAll('judge-1', `/judging-rounds/${round}${path}`)
        expect([path, status]).toEqual([path, 403])
      }
    }
    for (const path of [
      '/photos',
      '/videos',
      '/media',
      '/review-logs',
      '/users',
      '/judging-rounds',
    ]) {
      await fetchAll('judge-1', `${path}?limit=100&depth=2`)
    }
    // Each photograph has its picture and its cover, in two sizes; each film that is ready itself and a still.
    expect([media, pending]).toEqual([8 + 4, 2])
    const telling = fetched.flatMap(({ path, bytes, head }) => {
      const all = `${head}\n${bytes.toString('utf8')}\n${bytes.toString('latin1')}\n${bytes.toString('utf16le')}`
      return secrets.filter((secret) => all.includes(secret)).map((secret) => `${path}: ${secret}`)
    })
    expect(telling).toEqual([])
  },
)

it('a round that is not blind shows who made a work, and its documents', async () => {
  const authors = [{ name: author, workplace, phone }]
  const { pdf } = await import('../harness/files.ts')
  const sent = { type: 'application/pdf', name: `${author}.pdf` }
  const paper = await upload(campaign, 'nanjing', pdf(), sent)
  const id = await scene.make('cases', 'nanjing', {
    ...{ authors, attachments: [paper.id], practice: `${author}说` },
  })
  await scene.bring('cases', id, 'accepted', { submit: 'nanjing', recommend: 'headquarters' })
  const judges = ['judge-1', 'judge-2']
  const look = async (blind: boolean) => {
    const round = await openedRound(campaign, {
      ...{ judges, track: 'rights-cases', quorum: 2, blind, key: `blind-${blind}` },
      ...(blind ? { carryOver: 'none' } : {}),
    })
    const answer = await json('judge-1', `/judging/rounds/${round}/works/1`)
    const overview = await campaign.call('GET', `/judging-rounds/${round}/overview`, {
      as: 'province',
    })
    const told = overview.body.warnings.map(({ zh }: any) => zh).join()
    expect([blind, /匿名评审不显示文档附件.*这 1 件作品/.test(told)]).toEqual([blind, blind])
    await campaign.sql('update judging_rounds set track_id = $2, state = $3 where id = $1', [
      ...[round, campaign.track('recitations'), 'locked'],
    ])
    return answer.body
  }
  const blind = await look(true)
  expect([blind.withheld, blind.media, blind.authors]).toEqual([1, [], undefined])
  expect(blind.text.html).toContain('▇▇说')
  const open = await look(false)
  expect([open.withheld, open.authors]).toEqual([0, [`${author}，${workplace}`]])
  expect(open.text.html).toContain(`${author}说`)
  expect(open.media).toMatchObject([{ place: 1, type: 'document', mimeType: 'application/pdf' }])
})
