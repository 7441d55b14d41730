import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

const answer = GRAPHQL_POST(config)

export const OPTIONS = REST_OPTIONS(config)

/**
 * Payload's GraphQL, with one difference: a request that could not be carried out at all (it does not
 * fit the schema, its variables do not fit it) is a 400, where GraphQL over plain JSON says 200.
 */
export async function POST(request: Request): Promise<Response> {
  const response = await answerOrRefuse(request)
  if (response.status !== 200) return response
  const text = await response.text()
  const isRefusal = text.startsWith('{"errors"') && !('data' in JSON.parse(text))
  return new Response(text, { headers: response.headers, status: isRefusal ? 400 : 200 })
}

async function answerOrRefuse(request: Request): Promise<Response> {
  try {
    return await answer(request)
  } catch (error) {
    // Payload 3.90 reads `originalError.status` of every error; one that no code threw (a variable is
    // missing) has no original.
    if (!(error instanceof TypeError && /reading 'status'/.test(error.message))) throw error
    const message = '变量与查询不符 / The variables do not fit the query'
    return Response.json({ errors: [{ message }] }, { status: 400 })
  }
}
