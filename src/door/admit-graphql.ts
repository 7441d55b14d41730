import { bodyKind } from './content-type.ts'
import { checkGraphql } from './graphql-check.ts'
import { jsonLimit } from './admit-api.ts'
import { countAttempt, graphqlAccountAsk } from './login-limits.ts'
import { checkedJson } from './read-json.ts'
import { readBody, withBody } from './request-body.ts'
import { TurnedAway } from './turn-away.ts'
import type { Admit } from './visit.ts'
import { doorWords } from './words.ts'
import { countWrite } from './write-limits.ts'

/** Checks a request to Payload's GraphQL API: JSON by POST, one operation at a time. */
export const admitGraphql: Admit = async (visit) => {
  const { request, caller, production } = visit
  if (request.method === 'OPTIONS') return request
  if (request.method !== 'POST') {
    throw new TurnedAway(405, doorWords.method, 'method', { allow: 'POST, OPTIONS' })
  }
  if (bodyKind(request) !== 'json') throw new TurnedAway(415, doorWords.jsonOnly, 'content-type')
  const body = await readBody(request, jsonLimit)
  const asked = checkGraphql(JSON.parse(checkedJson(body)), caller.hasCredential || !production)
  const ask = graphqlAccountAsk(asked)
  if (ask) await countAttempt(visit, ask)
  else if (asked.isMutation) await countWrite(visit)
  return withBody(request, body)
}
