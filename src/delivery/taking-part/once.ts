import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Run } from '../../domain/participation/entry-desk.ts'
import { decideKey, isKey, keptFor } from '../../domain/participation/idempotency.ts'
import type { Core } from '../core.ts'
import { digest } from '../../database/digest.ts'
import { invalidParameter, Problem } from '../problem.ts'
import { sessionIn } from './identity/bearer.ts'

/** A success as it goes out and is kept: `body` is the JSON, '' for none. */
export type KeptReply = { status: number; headers: Record<string, string>; body: string }

/** Writes the answer under its key, in the transaction of what it tells of; throws when it may not. */
export type Keep = (run: Run, answer: KeptReply) => Promise<void>

type Claim = { participant: number; key: string; claim: string }

/**
 * Does what a request asks once, however often it comes with the same `Idempotency-Key`: the answer of
 * the first is given again for 24 hours. `work` has to call `keep` (when there is one) in the
 * transaction of its change, so that a crash in between neither loses the answer nor does the work
 * twice. A refusal is not kept: nothing was changed, so the same may be asked again.
 *
 * @throws Problem 409 `request-in-flight`, 422 `idempotency-key-reused`, 400 for what is no key
 */
export async function answerOnce(
  core: Core,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (keep: Keep | undefined) => Promise<KeptReply>,
): Promise<FastifyReply> {
  const key = request.headers['idempotency-key']
  if (key === undefined) return send(reply, await work(undefined))
  if (typeof key !== 'string' || !isKey(key)) {
    throw invalidParameter('Idempotency-Key', {
      zh: '应为 1 至 200 个可见的 ASCII 字符',
      en: 'must be 1 to 200 visible ASCII characters',
    })
  }
  const { participant } = sessionIn(request)
  const claim: Claim = { participant, key, claim: randomUUID() }
  const known = await take(core, claim, fingerprintOf(request))
  if (known) return send(reply.header('idempotency-replayed', 'true'), known)
  try {
    return send(reply, await work((run, answer) => settle(run, claim, answer)))
  } catch (error) {
    await giveBack(core, claim)
    throw error
  }
}

export function send(reply: FastifyReply, { status, headers, body }: KeptReply): FastifyReply {
  reply.code(status).headers(headers)
  return body === '' ? reply.send() : reply.type('application/json; charset=utf-8').send(body)
}

// What was parsed, not the bytes: the same JSON with other white space is the same request.
function fingerprintOf({ method, url, body }: FastifyRequest): string {
  const asked = JSON.stringify([method, url, body ?? null])
  return digest('sha256', Buffer.from(asked)).toString('base64url')
}

type Row = {
  fingerprint: string
  state: 'working' | 'done'
  at: Date
  now: Date
  status: number | null
  headers: Record<string, string> | null
  body: string | null
}

/** Takes the key for this request, or says what was answered under it before. */
async function take(core: Core, claim: Claim, fingerprint: string): Promise<KeptReply | null> {
  const { participant, key } = claim
  return core.database.write(async (client) => {
    const { rowCount } = await client.query(
      `insert into idempotency_keys (participant_id, key, fingerprint, claim) values ($1, $2, $3, $4)
       on conflict (participant_id, key) do nothing`,
      [participant, key, fingerprint, claim.claim],
    )
    if (rowCount === 1) {
      // Few are old at a time: each new key takes some of them away.
      await client.query(
        `delete from idempotency_keys where (participant_id, key) in (
           select participant_id, key from idempotency_keys where at < clock_timestamp() - $1 * interval '1 ms'
           order by at limit 20 for update skip locked)`,
        [keptFor],
      )
      return null
    }
    const { rows } = await client.query<Row>(
      `select fingerprint, state, at, clock_timestamp() as now, status, headers, body from idempotency_keys
       where participant_id = $1 and key = $2 for update`,
      [participant, key],
    )
    const row = rows[0]
    // Given back in between: whoever comes next takes it.
    if (!row) throw inFlight()
    const kept = { fingerprint: row.fingerprint, state: row.state, at: row.at.getTime() }
    const decision = decideKey({ kept, fingerprint, now: row.now.getTime() })
    if (decision === 'in-flight') throw inFlight()
    if (decision === 'reused') throw reused()
    if (decision === 'replay') {
      return { status: row.status!, headers: row.headers ?? {}, body: row.body! }
    }
    await client.query(
      `update idempotency_keys set fingerprint = $3, claim = $4, state = 'working', status = null, headers = null,
         body = null, at = clock_timestamp() where participant_id = $1 and key = $2`,
      [participant, key, fingerprint, claim.claim],
    )
    return null
  })
}

async function settle(run: Run, claim: Claim, answer: KeptReply): Promise<void> {
  const { participant, key } = claim
  const kept = await run(
    `update idempotency_keys set state = 'done', status = $4::smallint, headers = $5::jsonb, body = $6
     where participant_id = $1::integer and key = $2 and claim = $3::uuid and state = 'working' returning key`,
    [participant, key, claim.claim, answer.status, JSON.stringify(answer.headers), answer.body],
  )
  // Believed lost, and taken over by another: that one does it.
  if (kept.length !== 1) throw inFlight()
}

async function giveBack(core: Core, { participant, key, claim }: Claim): Promise<void> {
  try {
    await core.database.write((client) =>
      client.query(
        `delete from idempotency_keys where participant_id = $1 and key = $2 and claim = $3 and state = 'working'`,
        [participant, key, claim],
      ),
    )
  } catch (err) {
    // It counts as lost after a minute.
    core.log.warn({ err }, 'an idempotency key was not given back')
  }
}

function inFlight(): Problem {
  return new Problem(
    'request-in-flight',
    {
      zh: '同一 Idempotency-Key 的请求正在处理，请稍后以同一键重试',
      en: 'A request with this Idempotency-Key is under way: try again with the same key',
    },
    { headers: { 'retry-after': '1' } },
  )
}

function reused(): Problem {
  return new Problem('idempotency-key-reused', {
    zh: '此 Idempotency-Key 已用于内容不同的请求，请换一个',
    en: 'This Idempotency-Key was used for another request: take a new one',
  })
}
