import { randomUUID } from 'node:crypto'
import type { EntryKind } from '../../src/domain/kinds.ts'
import type { Action, Status } from '../../src/domain/workflow.ts'
import type { Role } from '../../src/access/person.ts'
import type { Answer, TestCampaign } from './campaign.ts'
import type { TestPerson } from './people.ts'

/** Which track of the 2022 campaign takes entries of a kind. */
export const trackOf: Record<EntryKind, string> = {
  cases: 'rights-cases',
  videos: 'micro-videos',
  photos: 'photography',
  recitations: 'recitations',
  commentaries: 'commentaries',
  platforms: 'service-platforms',
}

export type Scene = {
  /** Makes a draft; `unit` is the maker's own when it is left out. Returns its id. */
  make: (kind: EntryKind, as: string, data?: Record<string, unknown>) => Promise<number>
  step: (
    kind: EntryKind,
    id: number,
    as: string,
    action: Action,
    more?: Record<string, unknown>,
  ) => Promise<Answer>
  /** Takes a fresh draft of a Wuxi county as far as wanted, each review by somebody else. */
  bring: (kind: EntryKind, id: number, to: Status, by?: Partial<Reviewers>) => Promise<void>
  status: (kind: EntryKind, id: number) => Promise<string>
  logs: (kind: EntryKind, id: number) => Promise<Log[]>
  /** A new account that can be named in `as`. */
  person: (name: string, role: Role, unit: string | null) => Promise<void>
  /** A new unit; returns its id. */
  newUnit: (name: string, kind: string, parent: string | null) => Promise<number>
  graphql: (query: string, options?: { as?: string; variables?: unknown }) => Promise<Answer>
}

export type Reviewers = { submit: string; recommend: string; accept: string; publish: string }

// By SQL and with a token signed here: hashing a password and logging in cost half a second a person.
async function madePerson(
  { payload, sql }: TestCampaign,
  { name, role, unitId }: { name: string; role: Role; unitId: number | null },
): Promise<TestPerson> {
  const { jwtSign } = await import('payload')
  const email = `${name}@example.org`
  const [{ id }] = await sql(
    `insert into users (name, email, role, unit_id, unit_path, active, updated_at, created_at)
     values ($1, $2, $3, $4, (select path from units where id = $4), true, now(), now()) returning id`,
    [`演示·${name}`, email, role, unitId],
  )
  const sid = randomUUID()
  await sql(
    `insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
     values (1, $1, $2, now(), now() + interval '1 hour')`,
    [id, sid],
  )
  const fieldsToSign = { id, collection: 'users', email, role, sid }
  const { token } = await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration: 3600 })
  return { id, email, token, role, unit: unitId }
}

export type Log = {
  id: number
  action: string
  from: string
  to: string
  reason: string | null
  changes: { path: string; before: unknown; after: unknown }[] | null
  actor_id: number | null
}

/**
 * Opens all phases and takes all rules but the title's length (2 to 30) from every track, so that a
 * test is about what it names; then the moves that tests of entries share.
 */
export async function openScene(campaign: TestCampaign): Promise<Scene> {
  const { call, payload, people, sql, track, unit } = campaign
  // What is refused here on purpose would fill the report.
  payload.logger.level = 'silent'
  await campaign.openAll()
  await sql('delete from tracks_rules')
  await sql(`insert into tracks_rules (_order, _parent_id, id, rule, severity, minimum, maximum)
    select 1, id, 'title-' || id, 'title-length', 'blocking', 2, 30 from tracks`)
  const fresh = new Map<string, number>()

  const step: Scene['step'] = (kind, id, as, action, more = {}) =>
    call('POST', `/${kind}/${id}/transition`, { as, body: { action, ...more } })

  return {
    make: async (kind, as, data = {}) => {
      const body = { track: track(trackOf[kind]), title: '匠心绝活', ...data }
      const { status, body: answer } = await call('POST', `/${kind}?depth=0`, { as, body })
      if (status !== 201) throw new Error(`${status}: ${JSON.stringify(answer)}`)
      return answer.doc.id
    },
    step,
    bring: async (kind, id, to, by = {}) => {
      const { submit, recommend, accept, publish } = { ...usual, ...by }
      const moves: [string, Action, Status][] = [
        [submit, 'submit', 'submitted'],
        [recommend, 'recommend', 'recommended'],
        [accept, 'accept', 'accepted'],
        [publish, 'publish', 'published'],
      ]
      const last = moves.findIndex(([, , reached]) => reached === to)
      for (const [as, action] of moves.slice(0, last + 1)) {
        const { status, body } = await step(kind, id, as, action, { reason: '按流程办理' })
        if (status !== 200) throw new Error(`${action} by ${as}: ${status} ${JSON.stringify(body)}`)
      }
    },
    status: async (kind, id) =>
      (await sql(`select status from ${kind} where id = $1`, [id]))[0]?.status,
    logs: (kind, id) =>
      sql(
        `select id, action, "from", "to", reason, changes, actor_id from review_logs
         where kind = $1 and entry_id = $2 order by id`,
        [kind, id],
      ),
    person: async (name, role, unitName) => {
      const unitId = unitName === null ? null : (fresh.get(unitName) ?? unit(unitName))
      people[name] = await madePerson(campaign, { name, role, unitId })
    },
    newUnit: async (name, kind, parent) => {
      const parentId = parent === null ? null : (fresh.get(parent) ?? unit(parent))
      const code = `T-${fresh.size + 1}`
      const data = { name, code, kind: kind as 'county', parent: parentId }
      const { id } = await payload.create({ collection: 'units', data })
      fresh.set(name, id)
      return id
    },
    graphql: async (query, { as, variables } = {}) => {
      const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
      const answer = GRAPHQL_POST(campaign.config)
      const response = await answer(
        new Request(`${process.env.PUBLIC_URL}/api/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(as === undefined ? {} : { authorization: `JWT ${people[as]!.token}` }),
          },
          body: JSON.stringify({ query, variables }),
        }),
      )
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
  }
}

// Each track's own host accepts only its own kind; the province's second account does for all.
const usual: Reviewers = {
  submit: 'yixing',
  recommend: 'wuxi',
  accept: 'province2',
  publish: 'supervisor',
}
