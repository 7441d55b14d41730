import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { beijingTime } from '../../src/domain/beijing-time.ts'
import { atBest } from '../harness/at-best.ts'
import { listening, until, type Node } from '../harness/delivery.ts'
import { testSettings } from '../harness/settings.ts'
import { setState } from '../harness/voting.ts'
import { votingScene, type Voter, type VotingScene } from '../harness/voting-scene.ts'
import { wireTo } from '../harness/wire.ts'
import { startPublicNode } from '../http/door-server.ts'

let scene: VotingScene
let works: string[]
let sql: (text: string, values?: unknown[]) => Promise<any[]>
const hour = 3_600_000
const around = (from: number, to: number) => ({
  from: new Date(Date.now() + from * hour).toISOString(),
  to: new Date(Date.now() + to * hour).toISOString(),
})
const votesOf = async (slug: string) =>
  (
    await sql(
      `select count(*)::int as count from votes join ballot_rounds using (round_id) where slug = $1`,
      [slug],
    )
  )[0].count

beforeAll(async () => {
  scene = await votingScene()
  works = scene.works
  sql = async (text, values) => (await scene.client.query(text, values)).rows
  await scene.round({ slug: 'usual' })
})
afterAll(() => scene.close())

describe('a ballot', () => {
  it('is taken as a whole, with a receipt and what is left', async () => {
    const { vote } = await scene.voter()
    const { status, body, headers } = await vote('usual', [works[0], works[1]])
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toEqual({
      receipt: expect.stringMatching(/^[\w-]{30,100}$/),
      round: 'usual',
      accepted: [works[0], works[1]],
      remaining: 3,
      resetsAt: expect.stringMatching(/T16:00:00.000Z$/),
      at: expect.stringMatching(/Z$/),
    })
    expect(headers.get('location')).toBe(`/v1/votes/receipts/${body.receipt}`)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('is refused by the first rule that it breaks, saying what is left, and leaves nothing', async () => {
    await scene.round({ slug: 'early', policy: { window: around(1, 2) } })
    await scene.round({ slug: 'late', policy: { window: around(-2, -1) } })
    await scene.round({ slug: 'paused', state: 'paused' })
    await scene.round({ slug: 'draft', state: 'draft' })
    await scene.round({ slug: 'closed', state: 'closed' })
    await scene.round({ slug: 'members', policy: { voters: 'members' } })
    await scene.round({ slug: 'grown', policy: { minimumAgeHours: 24 } })
    await scene.round({ slug: 'three', policy: { ballot: { exactly: 3 } } })
    const voter = await scene.voter({ hoursAgo: 1 })
    const tried: [string, string[], number, string][] = [
      ['early', [works[0]!], 409, 'vote-window-not-open'],
      ['late', [works[0]!], 409, 'vote-window-closed'],
      ['closed', [works[0]!], 409, 'vote-window-closed'],
      ['paused', [works[0]!], 409, 'vote-round-paused'],
      ['members', [works[0]!], 403, 'voter-not-member'],
      ['grown', [works[0]!], 403, 'voter-too-new'],
      ['usual', [works[0]!, works[0]!], 422, 'ballot-duplicate'],
      ['usual', [], 422, 'ballot-size'],
      ['three', works.slice(0, 2), 422, 'ballot-size'],
      ['usual', [works[0]!, '2022-PHO-999999'], 422, 'vote-entry-not-candidate'],
    ]
    for (const [round, entries, status, code] of tried) {
      const refused = await voter.vote(round, entries)
      expect([round, refused.status, refused.body.code]).toEqual([round, status, code])
      expect(refused.headers.get('content-type')).toContain('application/problem+json')
      expect(refused.body.left.remaining).toBe(5)
      expect(refused.body.detail).toMatch(/[一-鿿].* \/ /)
    }
    // A draft is nobody’s outside.
    expect((await voter.vote('draft', [works[0]!])).status).toBe(404)
    expect((await voter.vote('early', [works[0]!])).body.from).toMatch(/Z$/)
    expect(await sql('select 1 from votes where participant_id = $1', [voter.id])).toEqual([])
  })

  it('is refused when a quota would be passed, with what is left for each work', async () => {
    const { vote } = await scene.voter()
    expect((await vote('usual', works.slice(0, 4))).body.remaining).toBe(1)
    const twice = await vote('usual', [works[3], works[4]])
    expect([twice.status, twice.body.code]).toEqual([409, 'vote-entry-quota-exceeded'])
    expect(twice.body.left).toEqual({
      remaining: 1,
      resetsAt: expect.stringMatching(/Z$/),
      entries: [{ entry: works[3], limit: 1, left: 0 }],
    })
    const many = await vote('usual', [works[4], works[5]])
    expect([many.status, many.body.code]).toEqual([409, 'vote-quota-exceeded'])
    expect(many.body.left.remaining).toBe(1)
    expect((await vote('usual', [works[4]])).body.remaining).toBe(0)
  })

  it('counts for one person on two nodes at once', async () => {
    const other = await scene.node()
    const { vote, id } = await scene.voter()
    const tries = works.flatMap((work, index) => [
      vote('usual', [work], index % 2 ? { at: other } : {}),
      vote('usual', [work], index % 2 ? {} : { at: other }),
    ])
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(5)
    expect(statuses.filter((status) => status === 409)).toHaveLength(tries.length - 5)
    expect(await sql('select 1 from votes where participant_id = $1', [id])).toHaveLength(5)
    await other.close()
  })

  it('is nobody’s without a token, and not of a client that may not vote', async () => {
    const stranger = await scene.main.get('/v1/votes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ round: 'usual', entries: [works[0]] }),
    })
    expect([stranger.status, stranger.body.code]).toEqual([401, 'not-signed-in'])
    const { vote } = await scene.voter({ scopes: ['entries:write'] })
    const { status, body } = await vote('usual', [works[0]])
    expect([status, body.code]).toEqual([403, 'scope-missing'])
  })

  it('that makes no sense is refused in words', async () => {
    const { vote, token } = await scene.voter()
    const wrong: [unknown, unknown, object?, Record<string, string>?][] = [
      ['no such round', [works[0]]],
      ['usual\u0000', [works[0]]],
      [7, [works[0]]],
      ['usual', works[0]],
      ['usual', [7]],
      ['usual', ['a\u0000b']],
      ['usual', ['x'.repeat(41)]],
      ['usual', [works[0]], { more: 1 }],
      ['usual', [works[0]], {}, { 'idempotency-key': 'x'.repeat(201) }],
      ['usual', [works[0]], {}, { 'x-device-id': 'short' }],
    ]
    for (const [round, entries, more = {}, headers = {}] of wrong) {
      const { status, body } = await vote(round as string, entries as never, { more, headers })
      expect([JSON.stringify([round, entries, more, headers]), status]).toEqual([
        JSON.stringify([round, entries, more, headers]),
        400,
      ])
      expect(body.code).toMatch(/^(?:invalid|unknown)-parameter$/)
    }
    expect((await vote('none', [works[0]])).status).toBe(404)
    const large = await scene.main.get('/v1/votes', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ round: 'usual', entries: Array(4_000).fill('2022-PHO-000001') }),
    })
    expect([large.status, large.body.code]).toEqual([413, 'too-large'])
    const garbled = await scene.main.get('/v1/votes', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"round":',
    })
    expect(garbled.status).toBe(400)
    expect(scene.main.errors).toEqual([])
  })

  it('is nobody’s at once when its session is over or its voter is blocked, erased or somebody else', async () => {
    const changes: [string, number, string][] = [
      ['epoch = epoch + 1', 401, 'not-signed-in'],
      ['erased_at = now()', 401, 'not-signed-in'],
      ['blocked_at = now()', 403, 'participant-blocked'],
      [`merged_into = (select max(id) from participants)`, 401, 'not-signed-in'],
    ]
    const voters = await Promise.all(changes.map(() => scene.voter()))
    await scene.voter()
    const before = await votesOf('usual')
    for (const [index, [change, status, code]] of changes.entries()) {
      const { id, vote } = voters[index]!
      // This node has just seen the voter in good standing.
      expect((await vote('usual', [works[0]])).status).toBe(201)
      await sql(`update participants set ${change} where id = $1`, [id])
      const refused = await vote('usual', [works[1]])
      expect([change, refused.status, refused.body.code]).toEqual([change, status, code])
      // Nor are they told which rounds there are.
      const none = await vote('no-such-round', [works[1]])
      expect([change, none.status, none.body.code]).toEqual([change, status, code])
    }
    const { vote } = await scene.voter()
    expect((await vote('no-such-round', [works[1]])).status).toBe(404)
    expect(await votesOf('usual')).toBe(before + changes.length)
  })
})

describe('the same ballot again under its key', () => {
  it('fifty times at once on two nodes is one ballot with one answer', async () => {
    const other = await scene.node()
    const { vote, id } = await scene.voter()
    const key = randomUUID()
    const got = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        vote('usual', works.slice(0, 2), { key, ...(index % 2 ? { at: other } : {}) }),
      ),
    )
    expect(new Set(got.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(got.map(({ text }) => text)).size).toBe(1)
    const first = got.filter(({ headers }) => headers.get('idempotency-replayed') === null)
    expect(first).toHaveLength(1)
    expect(await sql('select 1 from votes where participant_id = $1', [id])).toHaveLength(2)
    await other.close()
  })

  it('gives the same answer after others, and refuses another ballot', async () => {
    const { vote } = await scene.voter()
    const key = randomUUID()
    const first = await vote('usual', [works[0]], { key })
    const again = await vote('usual', [works[0]], { key })
    expect([again.status, again.body.receipt]).toEqual([201, first.body.receipt])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const other = await vote('usual', [works[1]], { key })
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    // Of somebody else, or for another round, it is another key.
    const { vote: theirs } = await scene.voter()
    expect((await theirs('usual', [works[1]], { key })).status).toBe(201)
  })
})

describe('a ballot that was not answered', () => {
  it('is 503, and counts once when it is sent again with its key', async () => {
    const wire = await wireTo(scene.databaseUrl)
    const node = await scene.node({ databaseUrl: wire.url })
    const { vote, id } = await scene.voter()
    const key = randomUUID()
    // The node knows who votes, and where.
    expect((await vote('usual', [works[0]], { at: node })).status).toBe(201)
    await wire.cut()
    const lost = await vote('usual', [works[1]], { at: node, key })
    expect([lost.status, lost.body.code]).toEqual([503, 'unavailable'])
    expect(lost.headers.get('retry-after')).toBe('1')
    await wire.mend()
    await until(async () => (await vote('usual', [works[1]], { at: node, key })).status === 201)
    expect((await vote('usual', [works[1]], { at: node, key })).status).toBe(201)
    expect(await sql('select 1 from votes where participant_id = $1', [id])).toHaveLength(2)
    await node.close()
    await wire.cut()
  })
})

describe('a ballot that joins odd ones', () => {
  const proofOf = ({ algorithm, challenge, salt, maxnumber, signature }: any) => {
    const hashOf = (number: number) => createHash('sha256').update(`${salt}${number}`).digest('hex')
    let number = 0
    while (number <= maxnumber && hashOf(number) !== challenge) number += 1
    const solved = { algorithm, challenge, number, salt, signature }
    return Buffer.from(JSON.stringify(solved)).toString('base64')
  }

  it('does a proof of work first: its voter’s own, once, and not for other works', async () => {
    const round = await scene.round({ slug: 'odd' })
    await sql(
      `insert into vote_risks (round_id, subject, kind, number, votes, voters, score, level, signals, first_at, last_at,
         worst_score, worst_level) values ($1, 'entry:1', 'entry', 1, 50, 50, 0.6, 'challenge', '[]', now(), now(), 0.6, 'challenge')`,
      [round.id],
    )
    const [voter, other] = [await scene.voter(), await scene.voter()]
    const key = randomUUID()
    // A node looks at risks every few seconds.
    let asked = await voter.vote('odd', [works[1], works[0]], { key })
    await until(async () => {
      asked = await (await scene.voter()).vote('odd', [works[0]])
      return asked.status === 403
    })
    expect((await other.vote('odd', [works[1]])).status).toBe(201)

    const young = await scene.voter()
    asked = await young.vote('odd', [works[0]], { key })
    expect([asked.status, asked.body.code]).toEqual([403, 'vote-challenge-required'])
    const proof = proofOf(asked.body.challenge)
    const with_ = (value: string) => ({ key, headers: { 'x-vote-proof': value } })
    // Somebody else's, one that was changed, and nonsense are no proofs.
    expect((await other.vote('odd', [works[0]], with_(proof))).status).toBe(403)
    const solved = JSON.parse(Buffer.from(proof, 'base64').toString())
    for (const wrong of [
      { ...solved, number: solved.number + 1 },
      { ...solved, salt: solved.salt.replace(/expires=\d+/, 'expires=9999999999') },
      { ...solved, algorithm: 'SHA-1' },
      { ...solved, salt: 7 },
      null,
    ]) {
      const text = Buffer.from(JSON.stringify(wrong)).toString('base64')
      expect((await young.vote('odd', [works[0]], with_(text))).status).toBe(403)
    }
    expect((await young.vote('odd', [works[0]], with_(proof))).status).toBe(201)
    // Used up: the next odd ballot needs another, given in the body this time.
    const again = await young.vote('odd', [works[0]], { headers: { 'x-vote-proof': proof } })
    expect(again.status).toBe(403)
    const next = proofOf(again.body.challenge)
    const refused = await young.vote('odd', [works[0]], { more: { proof: next } })
    expect([refused.status, refused.body.code]).toEqual([409, 'vote-entry-quota-exceeded'])
    expect(scene.main.errors).toEqual([])
  })
})

describe('one’s own votes', () => {
  it('are told with what is left, and nobody else’s', async () => {
    const round = await scene.round({ slug: 'mine', policy: { votesPerEntry: 2 } })
    const [voter, other] = [await scene.voter(), await scene.voter()]
    const first = await voter.vote('mine', [works[0], works[1]])
    const second = await voter.vote('mine', [works[2]])
    await other.vote('mine', [works[3]])
    const { status, body, headers } = await voter.get('/v1/me/votes?round=mine')
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    const [mine] = body.data
    expect(mine).toMatchObject({ round: 'mine', state: 'open', remaining: 2, mayVote: true })
    expect(mine.resetsAt).toBe(second.body.resetsAt)
    expect(mine.ballots).toEqual([
      { receipt: second.body.receipt, at: second.body.at, entries: [works[2]] },
      { receipt: first.body.receipt, at: first.body.at, entries: [works[0], works[1]] },
    ])
    expect(mine.entries).toContainEqual({ entry: works[0], limit: 1, left: 0 })
    expect(JSON.stringify(mine)).not.toContain(works[3])

    const all = (await voter.get('/v1/me/votes')).body.data
    expect(all.find(({ round }: any) => round === 'mine')).toEqual(mine)
    expect(all.map(({ round }: any) => round)).not.toContain('closed')
    await setState(scene.client, round, 'paused')
    const paused = (await voter.get('/v1/me/votes?round=mine')).body.data[0]
    expect(paused).toMatchObject({ state: 'paused', mayVote: false, remaining: 2 })
    expect(paused.why.zh).toBe('投票暂停中')
    const young = await scene.voter({ hoursAgo: 1 })
    const barred = (await young.get('/v1/me/votes?round=grown')).body.data[0]
    expect([barred.mayVote, barred.why.zh]).toEqual([false, expect.stringContaining('24 小时')])
    expect((await voter.get('/v1/me/votes?round=draft')).status).toBe(404)
    expect((await scene.main.get('/v1/me/votes')).status).toBe(401)
  })

  it('of identities that are one person count together', async () => {
    await scene.round({ slug: 'merged' })
    const [old, young] = [await scene.voter(), await scene.voter()]
    const [by] = [await old.vote('merged', [works[0]]), await young.vote('merged', [works[1]])]
    await sql('update participants set merged_into = $1 where id = $2', [old.id, young.id])
    const [mine] = (await old.get('/v1/me/votes?round=merged')).body.data
    expect(mine.remaining).toBe(3)
    expect(mine.ballots).toHaveLength(2)
    const shown = await scene.main.get(`/v1/votes/receipts/${mine.ballots[0].receipt}`)
    expect(shown.body.votes[0].entry).toBe(works[1])
    expect(mine.ballots[1].receipt).toBe(by!.body.receipt)
  })
})

describe('a receipt', () => {
  it('shows its ballot to whoever has it, and nothing is shown for what is none', async () => {
    const { vote } = await scene.voter()
    const { receipt, at } = (await vote('usual', [works[1], works[0]])).body
    const { status, body, headers } = await scene.main.get(`/v1/votes/receipts/${receipt}`)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toMatchObject({ receipt, round: 'usual', at, head: null, sealsWithin: 60 })
    expect(new Set(body.votes.map(({ entry }: any) => entry))).toEqual(new Set(works.slice(0, 2)))
    for (const { state, sealed, void: taken } of body.votes) {
      expect([state, sealed, taken]).toEqual(['counted', null, null])
    }
    const other = receipt.slice(0, 20) + (receipt[20] === 'A' ? 'B' : 'A') + receipt.slice(21)
    for (const none of [other, 'x', 'x'.repeat(receipt.length), '%00', 'a'.repeat(3_000)]) {
      expect((await scene.main.get(`/v1/votes/receipts/${none}`)).status).toBe(404)
    }
  })

  it('proves its votes, and their voids, by a head that is signed', async () => {
    const round = await scene.round({ slug: 'sealed' })
    const { vote, id } = await scene.voter()
    const { receipt } = (await vote('sealed', [works[0], works[1]])).body
    const [{ id: voteId }] = await sql(
      'select id from votes where participant_id = $1 and number = 1',
      [id],
    )
    const [{ id: caseId }] = await sql(
      `insert into vote_cases (title, round_id, class, query, reason) values ('案件', $1, 'automated', '{}', '演示') returning id`,
      [round.id],
    )
    await sql(
      `insert into vote_voids (round_id, vote_id, number, class, case_id) values ($1, $2, 1, 'automated', $3)`,
      [round.id, voteId, caseId],
    )
    const { ledgerKeys, sealLedger } = await import('../../src/database/voting/seal.ts')
    const { checkReceipt } = await import('../../src/database/voting/seal/check-receipt.ts')
    const keys = ledgerKeys(Buffer.alloc(32, 7))
    await until(async () => {
      await sealLedger({ client: scene.client, keys })
      const { body } = await scene.main.get(`/v1/votes/receipts/${receipt}`)
      return body.sealsWithin === null
    })
    const { body } = await scene.main.get(`/v1/votes/receipts/${receipt}`)
    const states = body.votes.map(({ entry, state, void: taken }: any) => [
      entry,
      state,
      taken?.class,
    ])
    expect(states).toEqual([
      [works[0], 'voided', 'automated'],
      [works[1], 'counted', undefined],
    ])
    const told = (await scene.main.get('/v1/votes/keys')).body.keys
    const publicKeys = told.map(({ x }: any) => Buffer.from(x, 'base64url'))
    const checked = checkReceipt(body, publicKeys)!
    expect(checked).toMatchObject({ isSigned: true, pending: 0 })
    expect(checked.rows.map(({ isIn }) => isIn)).toEqual([true, true, true])
    const heads = (await scene.main.get('/v1/votes/heads')).body
    expect(heads.data.at(-1)).toEqual(body.head)
    const { number } = body.head
    const target = `/v1/votes/consistency?from=0&to=${number}`
    expect((await scene.main.get(target)).body.to).toEqual(body.head)
    expect((await scene.main.get('/v1/votes/consistency?from=5&to=99999')).status).toBe(404)
  })
})

describe('rounds', () => {
  it('are listed newest first, as data and in sentences, without drafts', async () => {
    // A time of day that has not come since the round began, whenever this runs.
    const at = beijingTime(new Date(Date.now() + 3_600_000)).slice(11)
    await scene.round({ slug: 'shown', policy: { counts: { shown: 'daily', at } } })
    await scene.round({ slug: 'not-shown', state: 'draft' })
    const { body } = await scene.main.get('/v1/votes/rounds?campaign=2022')
    const slugs = body.data.map(({ slug }: { slug: string }) => slug)
    expect(slugs[0]).toBe('shown')
    expect(slugs).not.toContain('not-shown')
    const shown = body.data[0]
    expect(shown).toMatchObject({ state: 'open', candidates: works.length, totals: null })
    expect(shown.policy).toEqual({
      ...{ period: { kind: 'day' }, votesPerPeriod: 5, votesPerEntryPerPeriod: 1 },
      ...{ votesPerEntry: null, ballot: { min: 1, max: 5 } },
      ...{ voters: 'participants', minimumAgeHours: 0 },
    })
    expect(shown.rules.map(({ zh }: { zh: string }) => zh)).toContain(
      '每人每天可投 5 票，每件作品每天最多 1 票',
    )
    expect(shown.counts).toMatchObject({ shown: 'daily', at })
    expect((await scene.main.get('/v1/votes/rounds/shown')).body).toEqual(shown)
    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await scene.main.get(`/v1/votes/rounds?limit=2${next && `&cursor=${next}`}`)
      paged.push(...page.body.data.map(({ slug }: { slug: string }) => slug))
      next = page.body.page.next
    }
    expect(paged).toEqual(slugs)
    for (const slug of ['not-shown', 'none', 'X']) {
      expect((await scene.main.get(`/v1/votes/rounds/${slug}`)).status).toBe(404)
      expect((await scene.main.get(`/v1/votes/rounds/${slug}/candidates`)).status).toBe(404)
    }
  })

  it('say within a moment when people paused or closed them', async () => {
    const round = await scene.round({ slug: 'changing' })
    const stateNow = async () => (await scene.main.get('/v1/votes/rounds/changing')).body.state
    expect(await stateNow()).toBe('open')
    for (const state of ['paused', 'closed'] as const) {
      await setState(scene.client, round, state)
      await until(async () => (await stateNow()) === state, 5_000)
    }
  })

  it('are answered from memory, with a tag', async () => {
    const first = await scene.main.get('/v1/votes/rounds/usual')
    const tag = first.headers.get('etag')!
    const again = await scene.main.get('/v1/votes/rounds/usual', {
      headers: { 'if-none-match': tag },
    })
    expect(again.status).toBe(304)
  })
})

describe('the works of a round', () => {
  const idsOf = (body: any): string[] => body.data.map(({ id }: { id: string }) => id)

  it('stand in an order of each voter’s own, always the same, on every node', async () => {
    const other = await scene.node()
    await listening(other)
    const target = '/v1/votes/rounds/usual/candidates?limit=100'
    const voters = [await scene.voter(), await scene.voter(), await scene.voter()]
    const orders = await Promise.all(voters.map(async ({ get }) => idsOf((await get(target)).body)))
    expect(new Set(orders.map(String)).size).toBe(3)
    for (const [index, order] of orders.entries()) {
      expect([...order].sort()).toEqual([...works].sort())
      const authorization = `Bearer ${voters[index]!.token}`
      const there = await other.get(target, { headers: { authorization } })
      expect(idsOf(there.body)).toEqual(order)
      expect(there.headers.get('cache-control')).toBe('private, no-cache')
      const tag = there.headers.get('etag')!
      const again = await other.get(target, { headers: { authorization, 'if-none-match': tag } })
      expect(again.status).toBe(304)
    }
    await other.close()
  })

  it('are walked page by page, each once, by voter, by seed and by chance', async () => {
    const { get } = await scene.voter()
    const base = '/v1/votes/rounds/usual/candidates?limit=5'
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { body } = await get(next ? `${base}&cursor=${next}` : base)
      seen.push(...idsOf(body))
      next = body.page.next
    }
    expect(seen).toHaveLength(works.length)
    expect(new Set(seen).size).toBe(works.length)
    const whole = await get('/v1/votes/rounds/usual/candidates?limit=100')
    expect(idsOf(whole.body)).toEqual(seen)
    const bySeed = await scene.main.walk(`${base}&seed=a`)
    expect(await scene.main.walk(`${base}&seed=a`)).toEqual(bySeed)
    expect(new Set(bySeed).size).toBe(works.length)
    expect(await scene.main.walk(`${base}&seed=b`)).not.toEqual(bySeed)
    expect(new Set(await scene.main.walk(base)).size).toBe(works.length)
    // A cursor leads on in its own order only.
    const mine = (await get(base)).body.page.next
    expect((await scene.main.get(`${base}&cursor=${mine}`)).body.code).toBe('bad-cursor')
    expect((await get(`${base}&kind=photos&cursor=${mine}`)).body.code).toBe('bad-cursor')
  })

  it('are the cards of lists, by kind and track', async () => {
    const { body } = await scene.main.get('/v1/votes/rounds/usual/candidates?kind=photos&seed=a')
    expect(body.data.length).toBeGreaterThan(0)
    for (const card of body.data) {
      const listed = await scene.main.get(`/v1/entries?kind=photos&limit=100`)
      expect(listed.body.data).toContainEqual(card)
    }
    const none = await scene.main.get('/v1/votes/rounds/usual/candidates?track=none')
    expect(none.body.data).toEqual([])
  })

  it('are gone within a second of being taken down, and come back', async () => {
    await scene.round({ slug: 'fewer', entries: works.slice(0, 3) })
    const seeded = '/v1/votes/rounds/fewer/candidates?seed=a'
    const { get } = await scene.voter()
    const [gone] = works
    const isThere = async () => idsOf((await scene.main.get(seeded)).body).includes(gone!)
    const disappeared = await atBest(1_000, async () => {
      expect(await isThere()).toBe(true)
      const [row] = await sql('select * from showcase_entries where id = $1', [gone])
      await scene.rows.takeDown(gone!)
      const from = performance.now()
      await until(async () => !(await isThere()))
      const took = performance.now() - from
      expect(idsOf((await get('/v1/votes/rounds/fewer/candidates')).body)).not.toContain(gone)
      await sql(
        `insert into showcase_entries select * from json_populate_record(null::showcase_entries, $1)`,
        [JSON.stringify(row)],
      )
      await until(isThere)
      return took
    })
    expect(disappeared).toBeLessThan(1_000)
  })

  it('are refused to a token that is none', async () => {
    const { status } = await scene.main.get('/v1/votes/rounds/usual/candidates', {
      headers: { authorization: 'Bearer nonsense-nonsense-nonsense' },
    })
    expect(status).toBe(401)
  })
})

describe('beside a ballot', () => {
  it('refusals are counted by reason', async () => {
    const { vote } = await scene.voter()
    await scene.round({ slug: 'counted' })
    for (let times = 0; times < 3; times += 1) await vote('counted', [])
    await vote('counted', ['2022-PHO-999999'])
    await vote('no-such-round', [])
    const counted = () =>
      sql(
        `select code, sum(count)::int as count from vote_refusals join ballot_rounds using (round_id)
         where slug = 'counted' group by code order by code`,
      )
    await until(async () => (await counted()).length === 2)
    expect(await counted()).toEqual([
      { code: 'ballot-size', count: 3 },
      { code: 'vote-entry-not-candidate', count: 1 },
    ])
  })

  it('a trace is kept: hashes of network and device, no address', async () => {
    await scene.round({ slug: 'traced' })
    const headers = { 'x-device-id': 'installation-1234', 'x-forwarded-for': '203.0.113.77' }
    const voter = await scene.voter()
    expect((await voter.vote('traced', works.slice(0, 2), { headers })).status).toBe(201)
    const rows = () =>
      sql('select row_to_json(t)::text as text, t.* from vote_traces t where participant_id = $1', [
        voter.id,
      ])
    await until(async () => (await rows()).length === 2)
    for (const { text, network, device } of await rows()) {
      expect([network, device]).toEqual([expect.any(String), expect.any(String)])
      expect(text).not.toMatch(/203\.0|installation/)
    }
    expect(await votesOf('traced')).toBe(2)
  })
})

describe('a node of two processes', () => {
  it('counts callers together, starts again who falls, drains, and loses no vote that it acknowledged', async () => {
    const round = await scene.round({ slug: 'two-processes' })
    const settings = testSettings({ databaseUrl: scene.databaseUrl, folder: scene.mediaDir })
    const node = await startPublicNode(
      { settings },
      { DELIVERY_PROCESSES: '2', RATE_LIMIT_SCALE: '1000' },
    )
    // Its processes end with it.
    onTestFinished(() => void node.child.kill('SIGKILL'))
    const fresh = (path: string, headers: Record<string, string> = {}) =>
      new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
        (resolve, reject) => {
          get(
            node.url + path,
            { agent: false, headers, signal: AbortSignal.timeout(10_000) },
            (answer) => {
              let text = ''
              answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
              answer.on('end', () =>
                resolve({ status: answer.statusCode!, headers: answer.headers, text }),
              )
            },
          ).on('error', reject)
        },
      )
    // Two programs start, on a machine that does other things as well.
    const patiently = 60_000
    const isReady = () =>
      fresh('/readyz').then(
        ({ status }) => status === 200,
        () => false,
      )
    await until(isReady, patiently)
    const first = processesUnder(node.child.pid!)
    expect(first).toHaveLength(2)

    // Connections go round, and each process hears of those that went to the other.
    let attempts = 0
    const areCounted = async () => {
      const headers = { 'x-client-id': `attempt-${(attempts += 1)}` }
      for (let asked = 0; asked < 10; asked += 1) await fresh('/v1/votes/keys', headers)
      await new Promise((resolve) => setTimeout(resolve, 50 * attempts))
      const told = (await fresh('/v1/votes/keys', headers)).headers
      return Number(told['ratelimit-limit']) - Number(told['ratelimit-remaining']) === 11
    }
    await until(areCounted, patiently)

    const at = {
      async get(target: string, init: RequestInit) {
        // Of one that falls just now a connection may hang: callers do not wait for ever either.
        const signal = AbortSignal.timeout(10_000)
        const answer = await fetch(node.url + target, { ...init, signal })
        await answer.arrayBuffer()
        return { status: answer.status }
      },
    } as unknown as Node
    const voters: Voter[] = []
    for (let count = 0; count < 30; count += 1) voters.push(await scene.voter())
    const acknowledged = new Set<string>()
    let isOver = false
    let answers = 0
    // Everyone casts five of one work each, and the same ones again until all is over.
    const casting = Promise.all(
      voters.map(async ({ id, vote }) => {
        for (let work = 0; !isOver;) {
          const key = `${id}.${work}`
          const answer = await vote(round.slug, [works[work]!], { at, key }).catch(() => null)
          if (answer?.status === 201) {
            answers += 1
            acknowledged.add(`${id} ${work + 1}`)
            work = (work + 1) % 5
          }
          // Processes start beside it: they need the machine, too.
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }),
    )
    await until(() => acknowledged.size >= 40, patiently)
    process.kill(first[0]!, 'SIGKILL')
    await until(async () => {
      const now = processesUnder(node.child.pid!)
      return now.length === 2 && !now.includes(first[0]!) && (await isReady())
    }, patiently)
    const answersBefore = answers
    await until(() => answers > answersBefore + 100, patiently)
    // Both are asked: the lesser of their two, and the sum.
    await until(async () => /^public_listening 1$/m.test((await fresh('/metrics')).text), patiently)
    const { text } = await fresh('/metrics')
    expect(Number(/votes_written_total (\d+)/.exec(text)![1])).toBeGreaterThan(0)

    expect(await node.stop()).toBe(0)
    isOver = true
    await casting
    const rows = await sql(
      'select participant_id as voter, number from votes where round_id = $1',
      [round.id],
    )
    const there = new Set(rows.map(({ voter, number }) => `${voter} ${number}`))
    expect(there.size).toBe(rows.length)
    expect([...acknowledged].filter((one) => !there.has(one))).toEqual([])
    for (const pid of first) expect(isAlive(pid)).toBe(false)
  })
})

/** Those of this program that a process started, by their ids. */
function processesUnder(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) !== parent) return false
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs')
      } catch {
        return false
      }
    })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
