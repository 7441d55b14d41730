import type { Words } from '../domain/words.ts'

/** A request that the door does not let in: a 4xx with a sentence, in Payload's shape. */
export class TurnedAway extends Error {
  override name = 'TurnedAway'
  constructor(
    readonly statusCode: number,
    readonly words: Words,
    /** Stable, kebab-case: what a program reads. */
    readonly code: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(`${words.zh} / ${words.en}`)
  }
}

/** The answer's body: `{ errors: [{ message, data: { code } }] }`, as Payload writes its own. */
export function turnedAwayBody({ message, code }: Pick<TurnedAway, 'message' | 'code'>) {
  return { errors: [{ message, data: { code } }] }
}
