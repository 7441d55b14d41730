import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { testPassword } from '../harness/people.ts'
import { startServer, type StartedServer } from './door-server.ts'

let server: StartedServer

beforeAll(async () => {
  // Behind one proxy: every test speaks from an address of its own.
  server = await startServer({ TRUST_PROXY: '1' })
})

afterAll(async () => {
  await server?.stop()
})

const json = { 'content-type': 'application/json' }

function post(path: string, from: string, body: BodyInit, headers: Record<string, string> = json) {
  const init = { method: 'POST', body, headers: { ...headers, 'x-forwarded-for': from } }
  return fetch(server.url + path, init)
}

const login = (from: string, email: string, password = 'wrong') =>
  post('/api/users/login', from, JSON.stringify({ email, password }))

async function times<T>(count: number, action: (at: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let at = 0; at < count; at += 1) results.push(await action(at))
  return results
}

const statuses = (answers: Response[]) => answers.map(({ status }) => status)

describe('logging in', () => {
  it('closes an account after five failures, alike whether it exists or not', async () => {
    const { email } = inject('people').nantong!
    const told = []
    for (const name of [email, 'nobody-at-all@example.org']) {
      const first = await times(5, (at) => login(`203.0.113.${at + 1}`, name))
      expect(statuses(first)).toEqual([401, 401, 401, 401, 401])
      const sixth = await login('203.0.113.9', name.toUpperCase())
      expect(sixth.status).toBe(429)
      expect(Number(sixth.headers.get('retry-after'))).toSatisfy((s: number) => s > 0 && s <= 900)
      told.push(await sixth.text())
    }
    expect(told[0]).toBe(told[1])
    expect((await login('203.0.113.10', email, testPassword)).status).toBe(429)
  })

  it('counts many attempts at once before any of them is answered', async () => {
    const { email } = inject('people').judge!
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => login('203.0.113.20', email)),
    )
    expect(statuses(answers).filter((status) => status !== 429)).toHaveLength(5)
  })

  it('forgets failures after a success', async () => {
    const { email } = inject('people').suzhou2!
    for (let round = 0; round < 2; round += 1) {
      const failed = await times(4, () => login('203.0.113.30', email))
      expect(statuses(failed)).toEqual([401, 401, 401, 401])
      expect((await login('203.0.113.30', email, testPassword)).status).toBe(200)
    }
  })

  it('counts the admin’s form and GraphQL as well', async () => {
    const { email } = inject('people').jiangyin!
    const form = () => {
      const data = new FormData()
      data.set('_payload', JSON.stringify({ email, password: 'wrong' }))
      return post('/api/users/login', '203.0.113.40', data, {})
    }
    const query = 'mutation ($e: String!) { loginUser(email: $e, password: "wrong") { token } }'
    const ask = () =>
      post('/api/graphql', '203.0.113.41', JSON.stringify({ query, variables: { e: email } }))
    expect(statuses(await times(2, form))).toEqual([401, 401])
    for (const answer of await times(3, ask)) expect(answer.status).not.toBe(429)
    expect(statuses([await form(), await ask(), await login('203.0.113.42', email)])).toEqual([
      429, 429, 429,
    ])
  })

  it('closes an address after twenty attempts a minute, a whole /64 at once', async () => {
    const from = (at: number) => `2001:db8:7:7::${(at + 1).toString(16)}`
    const answers = await times(21, (at) => login(from(at), `person-${at}@example.org`))
    expect(
      statuses(answers)
        .slice(0, 20)
        .every((status) => status === 401),
    ).toBe(true)
    expect(answers[20]!.status).toBe(429)
    expect((await login('2001:db8:7:8::1', 'person-99@example.org')).status).toBe(401)
  })
})

describe('reset mails', () => {
  it('go to one account five times a quarter of an hour, known or not', async () => {
    for (const email of [inject('people').wuxi2!.email, 'nobody-else@example.org']) {
      const ask = (at: number) =>
        post('/api/users/forgot-password', `198.51.100.${at + 1}`, JSON.stringify({ email }))
      const answers = await times(6, ask)
      expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 429])
    }
  })
})

describe('writing', () => {
  it('is bounded for strangers by address', async () => {
    const write = () => post('/api/articles', '198.51.100.50', '{}')
    const answers = await Promise.all(Array.from({ length: 310 }, write))
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(10)
    expect((await post('/api/articles', '198.51.100.51', '{}')).status).toBe(403)
  })

  it('never meets an editor who works: five hundred writes in a minute', async () => {
    const { token } = inject('people').suzhou!
    const headers = { ...json, authorization: `JWT ${token}` }
    const write = () => post('/api/articles', '198.51.100.52', '{}', headers)
    const answers = await Promise.all(Array.from({ length: 500 }, write))
    expect(statuses(answers)).not.toContain(429)
  })
})

describe('stopping', () => {
  it('finishes what is under way, takes nothing new, and ends well', async () => {
    const { token } = inject('people').province!
    const boundary = 'in-the-middle'
    const slow = request(`${server.url}/api/media`, {
      method: 'POST',
      headers: {
        authorization: `JWT ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'transfer-encoding': 'chunked',
      },
    })
    const answered = new Promise<number>((resolve, reject) => {
      slow.on('response', (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode!))
      })
      slow.on('error', reject)
    })
    await new Promise<void>((resolve) => {
      slow.write(`--${boundary}\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{}`, () =>
        resolve(),
      )
    })
    // The server has it once it answers something sent afterwards.
    await fetch(`${server.url}/healthz`)
    const exited = server.stop()
    await expect.poll(() => server.printed()).toContain('"stopping"')
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    slow.end(`\r\n--${boundary}--\r\n`)
    expect(await answered).toBeLessThan(500)
    expect(await exited).toBe(0)
  })
})
