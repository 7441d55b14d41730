import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

const answer = GRAPHQL_POST(config)

export const OPTIONS = REST_OPTIONS(config)

/**
 * Payload's GraphQL, with one difference: a request that could not be carried out at all (it does not
 * fit the schema, its variables do not fit it) is a 400, where GraphQL over plain JSON says 200.
 */
export async function POST(request: Request): Promise<Response> {
  const response = await answer(request)
  if (response.status !== 200) return response
  const text = await response.text()
  const isRefusal = text.startsWith('{"errors"') && !('data' in JSON.parse(text))
  return new Response(text, { headers: response.headers, status: isRefusal ? 400 : 200 })
}
