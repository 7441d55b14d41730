/** What came of a request: an answer, a refusal with its reason, or nothing that can be relied on. */
export type Answer<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'refused'; status: number; code: string; message: string }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }

export type Talk = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
) => Promise<Answer<T>>

const patience = 20_000

/**
 * Requests to the judges' API. A server that is busy or fails, a line that is cut and an answer that is no
 * JSON (the page of some network's log-in) all count as unreachable: worth another try later.
 */
export function talkTo(api: string, language: string): Talk {
  return async <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => {
    try {
      const answer = await fetch(`${api}/judging${path}`, {
        method,
        credentials: 'include',
        headers: {
          'Accept-Language': language,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      })
      const json: unknown = await answer.json()
      if (answer.ok) return { kind: 'ok', body: json as T }
      return refused(answer.status, json)
    } catch {
      return { kind: 'unreachable' }
    }
  }
}

function refused(status: number, json: unknown): Answer<never> {
  if (status === 401) return { kind: 'signed-out' }
  if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' }
  const [first] =
    (json as { errors?: { message?: string; data?: { code?: string } }[] } | null)?.errors ?? []
  const code = first?.data?.code ?? `status-${status}`
  return { kind: 'refused', status, code, message: first?.message ?? '' }
}
