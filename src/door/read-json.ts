import { scanJson } from './json-scan.ts'
import { TurnedAway } from './turn-away.ts'
import { doorWords, jsonFaults } from './words.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a JSON body after it was checked (see `scanJson`).
 *
 * @throws TurnedAway 400
 */
export function checkedJson(body: Buffer): string {
  const text = decode(body)
  const fault = scanJson(text)
  if (fault) throw new TurnedAway(400, jsonFaults[fault.reason], `json-${fault.reason}`)
  return text
}

/** Like {@link checkedJson}, for bodies that must be an object. */
export function checkedObject(body: Buffer): string {
  const text = checkedJson(body)
  if (!text.trimStart().startsWith('{')) {
    throw new TurnedAway(400, doorWords.notAnObject, 'not-an-object')
  }
  return text
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new TurnedAway(400, doorWords.notText, 'not-utf8')
  }
}
