import { openSessions } from '../../src/delivery/taking-part/identity/session-token.ts'
import { testClient, testFieldKey, type TestClient } from './clients.ts'
import {
  deliveryScene,
  listening,
  patient,
  type DeliveryScene,
  type Got,
  type Node,
} from './delivery.ts'
import { makeRound, makeVoter } from './voting.ts'

export type Voter = {
  id: number
  token: string
  /** Casts a ballot; `headers` as they are sent. */
  vote: (
    round: string,
    entries: readonly unknown[],
    options?: { key?: string; at?: Node; headers?: Record<string, string>; more?: object },
  ) => Promise<Got>
  get: (target: string, headers?: Record<string, string>) => Promise<Got>
}

export type VotingScene = DeliveryScene & {
  main: Node
  app: TestClient
  /** Public ids of the works that are shown. */
  works: string[]
  voter: (options?: Parameters<typeof makeVoter>[1] & { scopes?: string[] }) => Promise<Voter>
  round: (options: {
    slug: string
    policy?: Record<string, unknown>
    state?: 'draft' | 'open' | 'paused' | 'closed'
    entries?: readonly string[]
  }) => ReturnType<typeof makeRound>
}

const secret = 'a-secret-that-only-tests-know'

/** Works that are shown, a client, and people who may vote, on a database and a node of their own. */
export async function votingScene({ works: count = 12 } = {}): Promise<VotingScene> {
  const scene = await deliveryScene()
  const sql = async (text: string, values?: unknown[]) =>
    (await scene.client.query(text, values)).rows
  const app = await testClient(sql, 'union-app', { scopes: ['votes:write'], rateTier: 'high' })
  const works: string[] = []
  for (let number = 1; number <= count; number += 1) works.push(await scene.rows.entry({ number }))
  const nodeWith = scene.node
  const node: DeliveryScene['node'] = (options) =>
    nodeWith({ fieldKey: testFieldKey, patience: patient, ...options })
  const main = await node()
  await listening(main)
  const sessions = openSessions(secret)

  return {
    ...scene,
    ...{ node, main, app, works },
    async voter({ scopes = ['votes:write'], ...who } = {}) {
      const id = await makeVoter(scene.client, who)
      const session = { participant: id, client: app.id, scopes: scopes as never, epoch: 1 }
      const token = await sessions.issue(session, 3_600)
      const authorization = `Bearer ${token}`
      return {
        ...{ id, token },
        vote: (round, entries, { key, at = main, headers = {}, more = {} } = {}) =>
          at.get('/v1/votes', {
            method: 'POST',
            headers: {
              ...{ authorization, 'content-type': 'application/json' },
              ...(key === undefined ? {} : { 'idempotency-key': key }),
              ...headers,
            },
            body: JSON.stringify({ round, entries, ...more }),
          }),
        get: (target, headers = {}) => main.get(target, { headers: { authorization, ...headers } }),
      }
    },
    round: ({ entries = works, ...options }) => makeRound(scene.client, { entries, ...options }),
  }
}
