/** The staff's endpoints as the demo's people ask them, in this process. */
import type { Endpoint, Payload } from 'payload'
import type { User } from '../../../src/payload-types.ts'
import { personNamed, requestOf, type People } from '../load/request.ts'

type Given = { params?: Record<string, string | number>; body?: object }

/**
 * Asks as somebody of the cast, by their e-mail. `door` is a method and a path as the endpoint declares it,
 * without `/api`: `post judging-rounds/:id/open`.
 *
 * @throws Refusal of the endpoint
 */
export type Ask = <Answer = Record<string, any>>(
  email: string,
  door: string,
  given?: Given,
) => Promise<Answer>

export function askAs(payload: Payload, people: People): Ask {
  return async <Answer>(email: string, door: string, { params = {}, body }: Given = {}) => {
    const user: User = personNamed(people, email)
    const req = await requestOf(payload, user)
    Object.assign(req, { routeParams: params, query: {}, ...(body ? { data: body } : {}) })
    const answer = await endpointAt(payload, door).handler(req)
    return (await answer.json()) as Answer
  }
}

function endpointAt({ collections, config }: Payload, door: string): Endpoint {
  const [method, path] = door.split(' ') as [string, string]
  const [first, ...rest] = path.split('/') as [string, ...string[]]
  const own = collections[first as 'users']?.config.endpoints || []
  const found =
    own.find((one) => one.method === method && one.path === `/${rest.join('/')}`) ??
    config.endpoints.find((one) => one.method === method && one.path === `/${path}`)
  if (!found) throw new Error(`There is no endpoint ${door}`)
  return found
}
