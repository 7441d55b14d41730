import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

const answer = GRAPHQL_POST(config)

export const OPTIONS = REST_OPTIONS(config)

/**
 * Payload 3.90 trips over errors that no resolver threw (variables of the wrong type are the one kind
 * that gets this far: it reads `originalError.status` of them). That is the caller's mistake, not ours.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await answer(request)
  } catch (error) {
    if (!(error instanceof TypeError && /reading 'status'/.test(error.message))) throw error
    const message = '变量与查询不符 / The variables do not fit the query'
    return Response.json({ errors: [{ message }] }, { status: 400 })
  }
}
