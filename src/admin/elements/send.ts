/** A refusal of the server as the admin shows it; `findings` where rules were not met. */
export type Refused<Finding = unknown> = {
  ok: false
  status: number
  message: string
  findings: Finding[]
}

export type Sent<T, Finding = unknown> = { ok: true; body: T } | Refused<Finding>

/**
 * A POST (or PUT) of JSON to this server. Refusals come back as values, their sentence in one language.
 *
 * @returns status 0 when the server did not answer at all
 */
export async function send<T, Finding = unknown>(
  address: string,
  body: unknown,
  language: string,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Sent<T, Finding>> {
  try {
    const answer = await fetch(address, {
      method,
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify(body),
    })
    const json: unknown = await answer.json()
    if (answer.ok) return { ok: true, body: json as T }
    const [first] =
      (json as { errors?: { message?: string; data?: { findings?: Finding[] } }[] }).errors ?? []
    const message = inOneLanguage(first?.message ?? answer.statusText, language)
    return { ok: false, status: answer.status, message, findings: first?.data?.findings ?? [] }
  } catch {
    return { ok: false, status: 0, message: '', findings: [] }
  }
}

/** A refusal says `中文 / English`; the half that the reader asked for, or all where it has no halves. */
export function inOneLanguage(message: string, language: string): string {
  const at = message.indexOf(' / ')
  if (at < 0) return message
  return language === 'en' ? message.slice(at + 3) : message.slice(0, at)
}
