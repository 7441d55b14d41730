import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { participantTables } from '../../src/database/participant-tables.ts'
import { testClient, testFieldKey, type TestClient } from '../harness/clients.ts'
import { deliveryScene, type DeliveryScene, type Node } from '../harness/delivery.ts'

let scene: DeliveryScene
let nodes: Node[]
let app: TestClient
let account: TestClient
let sql: (text: string, values?: unknown[]) => Promise<any[]>

beforeAll(async () => {
  scene = await deliveryScene()
  sql = async (text, values) => (await scene.client.query(text, values)).rows
  app = await testClient(sql, 'union-app')
  account = await testClient(sql, 'official-account')
  const options = {
    takingPart: { desk: {}, rights: {} } as never,
    fieldKey: testFieldKey,
    uploadDir: scene.mediaDir,
  }
  nodes = [await scene.node(options), await scene.node(options)]
})
afterAll(() => scene.close())
beforeEach(() => sql('delete from participant_identities'))

type Claims = { sub: string; unionid?: string; member?: string | boolean }

async function enter(client: TestClient, claims: Claims, node = nodes[0]!) {
  const answer = await node.get('/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: await client.sign(claims) }),
  })
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
  return answer.body as { token: string; participant: { id: string; member: boolean } }
}
const idOf = async (client: TestClient, claims: Claims, node?: Node) =>
  (await enter(client, claims, node)).participant.id
const living = async () =>
  (await sql('select distinct participant_id as id from participant_identities')).map(
    ({ id }) => id,
  )

describe('one person through several clients', () => {
  it.each([
    ['unionid', { unionid: 'u-1' }],
    ['member number', { member: 'M-0001' }],
  ])('is one participant, by the %s', async (_by, same) => {
    const first = await idOf(app, { sub: 'a', ...same })
    expect(await idOf(account, { sub: 'b', ...same })).toBe(first)
    // Known from here on, even where nobody names it.
    expect(await idOf(account, { sub: 'b' })).toBe(first)
  })

  it('is not one because both are members of the union', async () => {
    const first = await idOf(app, { sub: 'a', member: true })
    expect(await idOf(account, { sub: 'b', member: true })).not.toBe(first)
  })

  it('is not one because a member’s number is what another’s unionid is', async () => {
    const first = await idOf(app, { sub: 'a', member: 'same-text' })
    expect(await idOf(account, { sub: 'b', unionid: 'same-text' })).not.toBe(first)
  })

  it('is one even when fifty first tokens come at once, to two nodes', async () => {
    const before = await sql('select count(*)::int as n from participants')
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        idOf(
          at % 2 ? app : account,
          { sub: `many-${at % 3}`, unionid: 'u-many', member: 'M-many' },
          nodes[at % 2],
        ),
      ),
    )
    expect(new Set(ids).size).toBe(1)
    const after = await sql('select count(*)::int as n from participants')
    expect(after[0].n).toBe(before[0].n + 1)
  })
})

describe('a token that names both of two participants', () => {
  it('makes them one: the older stays and has all that the younger had', async () => {
    const older = await enter(app, { sub: 'older' })
    const younger = await enter(account, { sub: 'younger', unionid: 'u-young', member: true })
    const [stays, goes] = (await living()).sort((a, b) => a - b)
    await sql(
      `insert into media (participant_id, original_name, updated_at, created_at) values ($1, 'mine', now(), now())`,
      [goes],
    )
    await sql(
      `insert into photos (title, status, participant_id, track_id, updated_at, created_at)
       select '我的照片', 'draft', $1, min(id), now(), now() from tracks where kind = 'photos'`,
      [goes],
    )
    await sql(
      `insert into consents (participant_id, client_id, kind, entry_id, purpose, granted) values ($1, $2, 'photos', 1, 'takePart', true)`,
      [goes, app.id],
    )
    const merged = await enter(app, { sub: 'older', unionid: 'u-young' })

    expect(merged.participant.id).toBe(older.participant.id)
    expect(await idOf(account, { sub: 'younger' })).toBe(older.participant.id)
    const owners = await sql(
      `select participant_id::int as id from media where original_name = 'mine'
       union all select participant_id::int from photos where title = '我的照片'`,
    )
    expect(owners).toEqual([{ id: stays }, { id: stays }])
    const rows = await sql(
      'select id, merged_into, epoch, member from participants where id = any($1) order by id',
      [[stays, goes]],
    )
    expect(rows).toEqual([
      { id: stays, merged_into: null, epoch: 1, member: true },
      { id: goes, merged_into: stays, epoch: 2, member: true },
    ])
    // The younger's sessions are void; whoever has one asks for another and is the older.
    const asked = await nodes[0]!.get('/v1/me', {
      headers: { authorization: `Bearer ${younger.token}` },
    })
    expect(asked.status).toBe(401)
    const me = await nodes[0]!.get('/v1/me', {
      headers: { authorization: `Bearer ${merged.token}` },
    })
    expect(me.body.entries).toEqual({ drafts: 1, underReview: 0, published: 0, other: 0 })
    await sql(`delete from photos where title = '我的照片'`)
  })

  it('keeps out who was kept out through either door', async () => {
    await enter(app, { sub: 'good' })
    await enter(account, { sub: 'bad', unionid: 'u-bad' })
    const [, bad] = (await living()).sort((a, b) => a - b)
    await sql('update participants set blocked_at = now() where id = $1', [bad])
    await expect(enter(app, { sub: 'good', unionid: 'u-bad' })).rejects.toThrow(
      'participant-blocked',
    )
  })

  it('does so without a deadlock when many cross each other', async () => {
    for (let round = 0; round < 3; round += 1) {
      const people = Array.from({ length: 8 }, (_, at) => `r${round}-${at}`)
      for (const sub of people) {
        await enter(app, { sub, unionid: `u-${sub}`, member: `m-${sub}` })
      }
      // Every neighbour is named with the next, round the circle, in both directions at once.
      await Promise.all(
        people.flatMap((sub, at) => {
          const next = people[(at + 1) % people.length]!
          return [
            enter(
              account,
              { sub: randomUUID(), unionid: `u-${sub}`, member: `m-${next}` },
              nodes[0],
            ),
            enter(
              account,
              { sub: randomUUID(), unionid: `u-${next}`, member: `m-${sub}` },
              nodes[1],
            ),
          ]
        }),
      )
      const ids = new Set<string>()
      for (const sub of people) ids.add(await idOf(app, { sub }))
      expect(ids.size).toBe(1)
    }
  })

  it('leads from every merged participant to one that is not merged itself', async () => {
    const rows = await sql(
      `select p.id from participants p join participants t on t.id = p.merged_into where t.merged_into is not null`,
    )
    expect(rows).toEqual([])
  })
})

// Who is one person follows from the tokens alone: whoever shares a name, directly or through others.
describe('in whatever order tokens come', () => {
  it('participants are the groups of names that were ever said together', async () => {
    const token = fc.record({
      client: fc.constantFrom('app', 'account'),
      sub: fc.integer({ min: 0, max: 5 }),
      unionid: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      member: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(token, { minLength: 1, maxLength: 12 }), async (tokens) => {
        const run = randomUUID()
        const groups = new Map<string, string>()
        const top = (name: string): string => {
          const above = groups.get(name) ?? name
          return above === name ? name : top(above)
        }
        const subjects = new Map<string, { client: TestClient; sub: string }>()
        for (const { client, sub, unionid, member } of tokens) {
          const by = client === 'app' ? app : account
          const own = `${client} ${sub}`
          subjects.set(own, { client: by, sub: `${run}-${sub}` })
          const names = [
            own,
            ...(unionid === undefined ? [] : [`u${unionid}`]),
            ...(member === undefined ? [] : [`m${member}`]),
          ]
          for (const name of names) groups.set(top(name), top(own))
          await enter(by, {
            sub: `${run}-${sub}`,
            unionid: unionid === undefined ? undefined : `${run}-u${unionid}`,
            member: member === undefined ? undefined : `${run}-m${member}`,
          })
        }
        const found = new Map<string, string>()
        for (const [own, { client, sub }] of subjects) found.set(own, await idOf(client, { sub }))
        const names = [...subjects.keys()]
        for (const one of names) {
          for (const two of names) {
            expect([one, two, found.get(one) === found.get(two)]).toEqual([
              one,
              two,
              top(one) === top(two),
            ])
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('every table that says whose a row is', () => {
  it('is known to merging and to leaving', async () => {
    const rows = await sql(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'participant_id' order by 1`,
    )
    expect(participantTables.map(({ table }) => table).sort()).toEqual(rows.map(({ name }) => name))
  })
})
