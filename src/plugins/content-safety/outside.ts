/** What an outside service is asked about a work. */
export type OutsideInput = {
  texts: { path: string; text: string }[]
  /** Small copies; `data` is the file in base64. */
  pictures: { path: string; mediaId: number; mimeType: string; data: string }[]
}

/** One thing that the service found; `score` 0 to 1 where it says how sure it is. */
export type OutsideVerdict = {
  path: string
  mediaId: number | null
  /** The service's own word for it. */
  label: string
  score: number | null
  detail: string | null
}

/** Asks a service that checks texts and pictures. Called from a job, never in a transaction. */
export type OutsideCheck = (input: OutsideInput, signal: AbortSignal) => Promise<OutsideVerdict[]>

/** The service was reached but cannot take this; asking again would not help. */
export class OutsideRefused extends Error {
  override name = 'OutsideRefused'
}

type HttpOptions = { url: string; key: string; seconds?: number }

/** Bytes of an answer that are read. */
const mostBytes = 2 ** 20
const mostVerdicts = 200

/**
 * A service over HTTP: `POST url`, `Authorization: Bearer key`, `{ "texts": [{ "id", "text" }], "pictures":
 * [{ "id", "type", "data" (base64) }] }` → `{ "verdicts": [{ "id", "label", "score"?, "detail"? }] }`, where
 * `id` is one of those that were sent. Services with another protocol get an adapter in front or their
 * own {@link OutsideCheck}.
 *
 * @throws OutsideRefused for 400, 413 and 422, Error for everything that another try may mend
 */
export function httpCheck({ url, key, seconds = 30 }: HttpOptions): OutsideCheck {
  return async ({ texts, pictures }, signal) => {
    const body = {
      texts: texts.map(({ path, text }) => ({ id: path, text })),
      pictures: pictures.map(({ path, mimeType, data }) => ({ id: path, type: mimeType, data })),
    }
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]),
    })
    if ([400, 413, 422].includes(answer.status)) {
      await answer.body?.cancel()
      throw new OutsideRefused(`The checking service answered ${answer.status}`)
    }
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new Error(`The checking service answered ${answer.status}`)
    }
    const verdicts = verdictsIn(await boundedText(answer))
    const files = new Map(pictures.map(({ path, mediaId }) => [path, mediaId]))
    const known = new Set([...texts, ...pictures].map(({ path }) => path))
    return verdicts.map(({ id, label, score, detail }) => {
      if (typeof id !== 'string' || !known.has(id)) throw garbage('an id that was not sent')
      if (typeof label !== 'string' || label.trim() === '') throw garbage('a verdict without label')
      const sure = typeof score === 'number' && score >= 0 && score <= 1 ? score : null
      const told = typeof detail === 'string' ? plain(detail, 500) : null
      return {
        path: id,
        mediaId: files.get(id) ?? null,
        label: plain(label, 100),
        score: sure,
        detail: told,
      }
    })
  }
}

async function boundedText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Its type is the browser’s, which cannot be walked through; Node’s can.
  for await (const chunk of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw garbage(`more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function verdictsIn(text: string): Record<string, unknown>[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw garbage('no JSON')
  }
  const verdicts = (value as { verdicts?: unknown } | null)?.verdicts
  if (!Array.isArray(verdicts) || verdicts.length > mostVerdicts)
    throw garbage('no list of verdicts')
  return verdicts.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) throw garbage('a verdict that is no object')
    return one as Record<string, unknown>
  })
}

// What PostgreSQL would not take, and what nobody would read.
function plain(text: string, longest: number): string {
  return [...text.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ').trim()].slice(0, longest).join('')
}

function garbage(what: string): Error {
  return new Error(`The checking service sent ${what}`)
}
