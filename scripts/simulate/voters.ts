import type { Person } from './crowds.ts'

export type SignToken = (sub: string) => Promise<string>

/** What the server made of a ballot. `network`: it did not answer. */
export type Answered =
  | { kind: 'taken'; replayed: boolean; receipt: string }
  | { kind: 'challenge'; challenge: Challenge }
  | { kind: 'refused'; status: number; code: string }
  | { kind: 'network' }

type Challenge = {
  challenge: string
  salt: string
  algorithm: string
  maxnumber?: number
  signature: string
}

// Of all answers what is read of any.
type Body = {
  token: string
  code?: string
  receipt: string
  challenge: Challenge
  data?: { ballots: { receipt: string }[] }[]
}

export type Api = {
  /** Exchanges a client’s token for a session. */
  enter: (person: Person, token?: string) => Promise<{ session: string; token: string } | Answered>
  cast: (
    person: Person,
    session: string,
    ballot: { entries: string[]; key?: string; proof?: string },
    signal?: AbortSignal,
  ) => Promise<Answered>
  /** Receipts of the ballots that the server counts for somebody today. */
  receipts: (person: Person, session: string) => Promise<string[]>
}

/** The public API as people’s telephones use it; each comes from its own address, if the server believes it. */
export function openApi(url: string, round: string, sign: SignToken): Api {
  const ask = async (
    person: Person,
    method: string,
    path: string,
    {
      body,
      headers = {},
      signal,
    }: { body?: object; headers?: Record<string, string>; signal?: AbortSignal },
  ) => {
    const answer = await fetch(`${url}/v1${path}`, {
      method,
      headers: {
        'x-forwarded-for': person.address,
        ...(person.device === null ? {} : { 'x-device-id': person.device }),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    })
    const json = (await answer.json()) as Body
    return { status: answer.status, headers: answer.headers, body: json }
  }
  const bearer = (session: string) => ({ authorization: `Bearer ${session}` })
  return {
    async enter(person, token) {
      const given = token ?? (await sign(person.sub))
      const { status, body } = await ask(person, 'POST', '/session', { body: { token: given } })
      if (status === 201) return { session: body.token, token: given }
      return { kind: 'refused', status, code: String(body.code) }
    },
    async cast(person, session, { entries, key, proof }, signal) {
      try {
        const { status, headers, body } = await ask(person, 'POST', '/votes', {
          body: { round, entries, ...(proof === undefined ? {} : { proof }) },
          headers: { ...bearer(session), ...(key === undefined ? {} : { 'idempotency-key': key }) },
          ...(signal ? { signal } : {}),
        })
        if (status === 201) {
          const replayed = headers.get('idempotency-replayed') === 'true'
          return { kind: 'taken', replayed, receipt: body.receipt }
        }
        if (body.code === 'vote-challenge-required') {
          return { kind: 'challenge', challenge: body.challenge }
        }
        return { kind: 'refused', status, code: String(body.code) }
      } catch {
        return { kind: 'network' }
      }
    },
    async receipts(person, session) {
      const { body } = await ask(person, 'GET', `/me/votes?round=${round}`, {
        headers: bearer(session),
      })
      return (body.data ?? []).flatMap(({ ballots }) => ballots.map(({ receipt }) => receipt))
    },
  }
}

/** Does the work that a challenge asks for, as the page on a telephone would. */
export async function solve(challenge: Challenge): Promise<string | null> {
  const { solveChallenge } = await import('altcha-lib/v1')
  const { challenge: hash, salt, algorithm, maxnumber, signature } = challenge
  const { promise } = solveChallenge(hash, salt, algorithm, maxnumber ?? 1_000_000)
  const solution = await promise
  if (!solution) return null
  const solved = { algorithm, challenge: hash, number: solution.number, salt, signature }
  return Buffer.from(JSON.stringify(solved)).toString('base64')
}
