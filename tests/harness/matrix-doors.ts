import type { TestCampaign } from './campaign.ts'

/** What came of a question: an HTTP status (GraphQL: of its first error), and the answer. */
export type Outcome = { status: number; body: any }
type Data = Record<string, unknown>

/** One way into the collections; the same questions through REST and through GraphQL. */
export type Door = {
  name: string
  read: (as: string | undefined, collection: string, id: number) => Promise<Outcome>
  create: (as: string | undefined, collection: string, data: Data) => Promise<Outcome>
  update: (as: string | undefined, collection: string, id: number, data: Data) => Promise<Outcome>
  remove: (as: string | undefined, collection: string, id: number) => Promise<Outcome>
}

export type Graphql = (as: string | undefined, query: string) => Promise<Outcome>

/** GraphQL's names of the collections, one and many, as its schema has them. */
export const names: Record<string, [one: string, many: string]> = {
  campaigns: ['Campaign', 'Campaigns'],
  tracks: ['Track', 'Tracks'],
  units: ['Unit', 'Units'],
  users: ['User', 'Users'],
  articles: ['Article', 'Articles'],
  media: ['Media', 'allMedia'],
  cases: ['Case', 'Cases'],
  videos: ['Video', 'Videos'],
  photos: ['Photo', 'Photos'],
  recitations: ['Recitation', 'Recitations'],
  commentaries: ['Commentary', 'Commentaries'],
  platforms: ['Platform', 'Platforms'],
  'review-logs': ['ReviewLog', 'ReviewLogs'],
  quotas: ['Quota', 'Quotas'],
  'vote-rounds': ['VoteRound', 'VoteRounds'],
  'vote-cases': ['VoteCase', 'VoteCases'],
  'judging-rounds': ['JudgingRound', 'JudgingRounds'],
  results: ['Result', 'Results'],
  objections: ['Objection', 'Objections'],
  'notice-templates': ['NoticeTemplate', 'NoticeTemplates'],
}

export function restDoor({ call }: Pick<TestCampaign, 'call'>): Door {
  return {
    name: 'REST',
    read: (as, collection, id) => call('GET', `/${collection}/${id}?depth=0`, { as }),
    create: (as, collection, data) => call('POST', `/${collection}?depth=0`, { as, body: data }),
    update: (as, collection, id, data) =>
      call('PATCH', `/${collection}/${id}?depth=0`, { as, body: data }),
    remove: (as, collection, id) => call('DELETE', `/${collection}/${id}?depth=0`, { as }),
  }
}

export function graphqlDoor(ask: Graphql): Door {
  return {
    name: 'GraphQL',
    read: (as, collection, id) => ask(as, `{ ${names[collection]![0]}(id: ${id}) { id } }`),
    create: (as, collection, data) =>
      ask(as, `mutation { create${names[collection]![0]}(data: ${literal(data)}) { id } }`),
    update: (as, collection, id, data) =>
      ask(
        as,
        `mutation { update${names[collection]![0]}(id: ${id}, data: ${literal(data)}) { id } }`,
      ),
    remove: (as, collection, id) =>
      ask(as, `mutation { delete${names[collection]![0]}(id: ${id}) { id } }`),
  }
}

/** Payload's own GraphQL handler in this process, as the route serves it. */
export async function graphqlOf({
  config,
  people,
}: Pick<TestCampaign, 'config' | 'people'>): Promise<Graphql> {
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const handle = GRAPHQL_POST(config)
  return async (as, query) => {
    const request = new Request(`${process.env.PUBLIC_URL}/api/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(as === undefined ? {} : { authorization: `JWT ${people[as]!.token}` }),
      },
      body: JSON.stringify({ query }),
    })
    const response = await handle(request)
    const body: any = await response.json()
    const refused = body.errors?.[0]?.extensions?.statusCode
    return { status: refused ?? (body.errors ? 400 : response.status), body }
  }
}

// A log's kind is text, and a round's of judging.
const isEnum = (key: string, data: Data) =>
  ['role', 'scope', 'countsFrom'].includes(key) ||
  (key === 'kind' && !('entryId' in data) && !('quorum' in data))

function literal(data: Data): string {
  const fields = Object.entries(data).map(([key, value]) => {
    if (isEnum(key, data)) return `${key}: ${String(value)}`
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return `${key}: ${isObject ? literal(value as Data) : JSON.stringify(value)}`
  })
  return `{ ${fields.join(', ')} }`
}
