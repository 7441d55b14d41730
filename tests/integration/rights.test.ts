import { existsSync } from 'node:fs'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fromBuffer } from 'yauzl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asParticipant } from '../../src/access/person.ts'
import type { EntryKind } from '../../src/domain/kinds.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'
import { testClient, testFieldKey, type TestClient } from '../harness/clients.ts'
import { nodeFor, type Node } from '../harness/delivery.ts'
import { openScene, trackOf, type Scene } from '../harness/scene.ts'

let campaign: TestCampaign
let scene: Scene
let node: Node
let app: TestClient

beforeAll(async () => {
  campaign = await testCampaign()
  scene = await openScene(campaign)
  app = await testClient(campaign.sql, 'union-app', { name: '演示 App' })
  node = await nodeFor(campaign, { fieldKey: testFieldKey })
  await scene.person('yixing2', 'editor', '宜兴市总工会')
})
afterAll(async () => {
  await node.close()
  await campaign.close()
})

const call = (token: string, method: string, target: string) =>
  node.get(target, { method, headers: { authorization: `Bearer ${token}` } })

type Person = { token: string; id: number; claims: Record<string, unknown> }

async function person(claims: Record<string, unknown> = {}): Promise<Person> {
  const sub = `worker-${Math.random()}`
  const given = { sub, unionid: `u-${sub}`, member: `m-${sub}`, ...claims }
  const { status, body, text } = await node.get('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: await app.sign(given) }),
  })
  if (status !== 201) throw new Error(text)
  const [{ id }] = await campaign.sql('select max(id)::int as id from participants')
  return { token: body.token, id, claims: given }
}

async function work(kind: EntryKind, { id }: Person, data: Record<string, unknown> = {}) {
  const user = asParticipant({ id, cameFrom: '演示 App' })
  const made = await campaign.payload.create({
    collection: kind as 'photos',
    data: {
      ...{ track: campaign.track(trackOf[kind]), unit: campaign.unit('宜兴市总工会') },
      ...{ title: '匠心绝活', status: 'draft' },
      authors: [{ name: '演示·作者', workplace: '演示公司', phone: '13800001234' }],
      ageGroup: 'adult',
      ...data,
    } as never,
    overrideAccess: false,
    user: user as never,
  })
  for (const purpose of ['takePart', 'publishName', 'publishPortrait']) {
    await campaign.sql(
      `insert into consents (participant_id, client_id, kind, entry_id, purpose, granted) values ($1, $2, $3, $4, $5, true)`,
      [id, app.id, kind, made.id, purpose],
    )
  }
  return made.id
}

const staff = { submit: 'yixing', recommend: 'yixing2' }
const status = (kind: EntryKind, id: number) => scene.status(kind, id)

async function file({ id }: Person, used?: { kind: EntryKind; entry: number }): Promise<string> {
  const name = `${Math.random().toString(36).slice(2)}.jpg`
  mkdirSync(process.env.MEDIA_DIR!, { recursive: true })
  writeFileSync(path.join(process.env.MEDIA_DIR!, name), `the bytes of ${name}`)
  await campaign.sql(
    `insert into media (filename, original_name, mime_type, filesize, participant_id, entry_kind, entry_id, entry_field,
       status, unit_path, updated_at, created_at)
     values ($1, '我的/照片.jpg', 'image/jpeg', 10, $2, $3::varchar, $4::numeric, 'pictures',
       (select status::text from photos where id = $4 and $3 = 'photos'),
       (select unit_path from photos where id = $4 and $3 = 'photos'), now(), now())`,
    [name, id, used?.kind ?? null, used?.entry ?? null],
  )
  return name
}

async function unzipped(response: Response): Promise<Map<string, Buffer>> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const files = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks))
            zip.readEntry()
          })
        })
      })
      zip.on('end', resolve)
      zip.on('error', reject)
      zip.readEntry()
    })
  })
  return files
}

const archive = async ({ token }: Person) => {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${node.url}/v1/me/data`, { headers })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(response.headers.get('cache-control')).toBe('no-store')
  const files = await unzipped(response)
  const json = (name: string) => JSON.parse(files.get(name)!.toString())
  return { files, json }
}

describe('who I am', () => {
  it('says since when, and how my works stand', async () => {
    const me = await person()
    await work('photos', me)
    const sent = await work('videos', me)
    await scene.bring('videos', sent, 'submitted', staff)
    const { status, body } = await call(me.token, 'GET', '/v1/me')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ member: true, client: '演示 App' },
      entries: { drafts: 1, underReview: 1, published: 0, other: 0 },
    })
    expect(Date.parse(body.since)).toBeLessThanOrEqual(Date.now())
  })
})

describe('my data', () => {
  it('is one zip of everything I gave, files too, and nothing of anybody else', async () => {
    const me = await person()
    const stranger = await person()
    const mine = await work('photos', me, { title: '我的作品' })
    await work('photos', stranger, { title: '别人的作品' })
    const [used, unused] = [await file(me, { kind: 'photos', entry: mine }), await file(me)]
    await file(stranger)
    const taken = { takenAt: '2022-07-01T04:00:00', camera: '演示相机' }
    const facts = JSON.stringify(taken)
    await campaign.sql(`update media set facts = '${facts}' where filename = '${used}'`)
    await scene.bring('photos', mine, 'submitted', staff)
    const note = await campaign.call('POST', `/photos/${mine}/notes`, {
      as: 'yixing',
      body: { text: '内部意见' },
    })
    expect(note.status).toBeLessThan(300)
    const { files, json } = await archive(me)

    expect(json('me.json').identities.map((one: any) => [one.kind, one.by])).toEqual([
      ['client', '演示 App'],
      ['unionid', 'campaign'],
      ['member', 'campaign'],
    ])
    const [entry] = json('entries.json')
    expect(json('entries.json')).toHaveLength(1)
    expect(entry).toMatchObject({ kind: 'photos', title: '我的作品', status: 'submitted' })
    expect(entry.authors[0]).toMatchObject({ name: '演示·作者', phone: '13800001234' })
    expect(json('steps.json').map((one: any) => one.action)).toEqual(['submit'])
    expect(json('consents.json')).toHaveLength(3)
    const listed = json('files.json')
    expect(listed).toHaveLength(2)
    expect(listed.map(({ facts: one }: any) => one)).toContainEqual(taken)
    const bytes = listed.map(({ name }: any) => files.get(name)!.toString()).sort()
    expect(bytes).toEqual([`the bytes of ${used}`, `the bytes of ${unused}`].sort())
    expect([...files.keys()].every((name) => !name.includes('..') && !name.includes('\\'))).toBe(
      true,
    )
    const everything = [...files.values()].join('\n')
    expect(everything).not.toMatch(/别人的作品|内部意见|sealed:|worker-/)
  })

  it('lists a file that is not there any more, and sends the rest', async () => {
    const me = await person()
    await file(me)
    await campaign.sql(`update media set filename = 'nowhere.jpg' where participant_id = $1`, [
      me.id,
    ])
    const { json } = await archive(me)
    expect(json('files.json')).toMatchObject([{ name: null, bytes: null }])
    await campaign.sql('delete from media where participant_id = $1', [me.id])
  })
})

describe('leaving', () => {
  it('deletes drafts, withdraws what is under review, leaves published works to the province', async () => {
    const me = await person()
    const draft = await work('photos', me)
    const [submitted, recommended, accepted, returned] = [
      await work('photos', me),
      await work('videos', me),
      await work('photos', me),
      await work('cases', me),
    ]
    const published = await work('photos', me)
    await scene.bring('photos', submitted, 'submitted', staff)
    await scene.bring('videos', recommended, 'recommended', staff)
    await scene.bring('photos', accepted, 'accepted', staff)
    await scene.bring('cases', returned, 'submitted', staff)
    await scene.step('cases', returned, 'wuxi', 'return', { reason: '补充材料' })
    await scene.bring('photos', published, 'published', staff)
    const unused = await file(me)
    const used = await file(me, { kind: 'photos', entry: published })

    const { status: answered, body } = await call(me.token, 'DELETE', '/v1/me')

    expect([answered, body]).toEqual([200, { deleted: 1, withdrawn: 4, left: 1 }])
    expect(await status('photos', draft)).toBeUndefined()
    for (const [kind, id] of [
      ['photos', submitted],
      ['videos', recommended],
      ['photos', accepted],
      ['cases', returned],
    ] as const) {
      expect([kind, await status(kind, id)]).toEqual([kind, 'withdrawn'])
    }
    expect(await status('photos', published)).toBe('published')
    const logs = await scene.logs('photos', submitted)
    expect(logs.at(-1)).toMatchObject({ action: 'withdraw', to: 'withdrawn', actor_id: null })
    expect(logs.at(-1)!.reason).toMatch(/注销/)
    const [waiting] = await campaign.sql(
      `select reason, said from entry_attention where kind = 'photos' and entry_id = $1 and settled_at is null`,
      [published],
    )
    expect(waiting).toMatchObject({ reason: 'participant-left' })

    const phones = await campaign.sql(
      `select a.phone from photos_authors a join photos p on p.id = a._parent_id where p.participant_id = $1 and a.phone is not null`,
      [me.id],
    )
    expect(phones).toEqual([])
    const identities = await campaign.sql(
      'select 1 from participant_identities where participant_id = $1',
      [me.id],
    )
    expect(identities).toEqual([])
    const consents = await campaign.sql(
      'select count(*)::int as n from consents where participant_id = $1',
      [me.id],
    )
    expect(consents).toEqual([{ n: 18 }])

    const files = await campaign.sql('select filename from media where participant_id = $1', [
      me.id,
    ])
    expect(files).toEqual([{ filename: used }])
    const [job] = await campaign.sql(`select data from jobs where key = $1`, [
      `participant:${me.id}`,
    ])
    expect(job.data.media).toEqual([unused])
    const { removeFiles } = await import('../../src/plugins/participation/remove-files.ts')
    await removeFiles({ data: job.data } as never)
    const lies = (name: string) => existsSync(path.join(process.env.MEDIA_DIR!, name))
    expect([lies(unused), lies(used)]).toEqual([false, true])
    await campaign.sql('delete from media where participant_id = $1', [me.id])
  })

  it('takes along what was kept while they were known as two, and uploads under way', async () => {
    const older = await person()
    const younger = await person()
    const draft = await work('photos', younger)
    await campaign.sql(
      `insert into uploads (id, participant_id, client_id, "group", file_name, bytes, expires_at)
       values ($1, $2, $3, 'image', '照片.jpg', 10, now() + interval '1 day')`,
      ['a'.repeat(32), younger.id, app.id],
    )
    // The younger's number, said by the older's client: they are one.
    const { body } = await node.get('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token: await app.sign({ ...older.claims, member: younger.claims.member }),
      }),
    })
    const { json } = await archive({ ...older, token: body.token })
    expect(json('entries.json').map(({ id }: any) => id)).toEqual([draft])
    expect(json('consents.json')).toHaveLength(3)
    expect(json('uploads.json')).toMatchObject([{ fileName: '照片.jpg' }])

    const answer = await call(body.token, 'DELETE', '/v1/me')
    expect(answer.body).toEqual({ deleted: 1, withdrawn: 0, left: 0 })
    const rows = await campaign.sql(
      'select erased_at is not null as erased, member from participants where id = any($1)',
      [[older.id, younger.id]],
    )
    expect(rows).toEqual([
      { erased: true, member: false },
      { erased: true, member: false },
    ])
    const uploads = await campaign.sql('select id from uploads where id = $1', ['a'.repeat(32)])
    expect(uploads).toEqual([])
    const [job] = await campaign.sql('select data from jobs where key = $1', [
      `participant:${older.id}`,
    ])
    expect(job.data.uploads).toEqual(['a'.repeat(32)])
  })

  it('ends every session at once; whoever comes back is somebody new', async () => {
    const me = await person()
    const before = await call(me.token, 'GET', '/v1/me')
    expect((await call(me.token, 'DELETE', '/v1/me')).status).toBe(200)
    for (const method of ['GET', 'DELETE']) {
      expect((await call(me.token, method, '/v1/me')).status).toBe(401)
    }
    const again = await person(me.claims)
    expect(again.id).not.toBe(me.id)
    const after = await call(again.token, 'GET', '/v1/me')
    expect(after.body.id).not.toBe(before.body.id)
  })

  it('is done once, however often it is asked for at the same time', async () => {
    const me = await person()
    await work('photos', me)
    const { rights } = campaign.payload.config.custom.takingPart(campaign.payload)
    const asking = { participant: me.id, cameFrom: '演示 App' }
    const all = await Promise.all([1, 2, 3].map(() => rights.erase(asking)))
    expect(all.map(({ deleted }) => deleted).sort()).toEqual([0, 0, 1])
  })

  it('leaves everything as it was when one step fails', async () => {
    const me = await person()
    const draft = await work('photos', me)
    const sent = await work('photos', me)
    await scene.bring('photos', sent, 'submitted', staff)
    await campaign.sql(`create function refuse_withdrawal() returns trigger language plpgsql as $$
      begin if new.status = 'withdrawn' then raise exception 'no'; end if; return new; end $$`)
    await campaign.sql(`create trigger refuse_withdrawal before update on photos
      for each row execute function refuse_withdrawal()`)
    expect((await call(me.token, 'DELETE', '/v1/me')).status).toBe(500)
    await campaign.sql('drop trigger refuse_withdrawal on photos')
    expect([await status('photos', draft), await status('photos', sent)]).toEqual([
      'draft',
      'submitted',
    ])
    expect((await call(me.token, 'GET', '/v1/me')).status).toBe(200)
  })

  it('lets nobody send in a work of somebody who left', async () => {
    const me = await person()
    const sent = await work('photos', me)
    await scene.bring('photos', sent, 'submitted', staff)
    await call(me.token, 'DELETE', '/v1/me')
    const { status: answered, body } = await scene.step('photos', sent, 'yixing', 'reopen', {
      reason: '重新报送',
    })
    expect([answered, body.errors[0].data.code]).toEqual([409, 'participant-left'])
  })
})
