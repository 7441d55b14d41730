import { APIError } from 'payload'
import type { Words } from '../domain/words.ts'

/** What a refusal carries besides its sentence; front ends read `code` and `findings`. */
export type RefusalData = { code: string; [key: string]: unknown }

/** A 4xx with a sentence for the reader. A class of its own, so that the log tells it from faults. */
export class Refusal extends APIError<RefusalData> {}

/**
 * An error for the reader: a sentence in Chinese and English and a stable code.
 *
 * @param status HTTP status, 400 to 499
 */
export function refusal(status: number, words: Words, data: RefusalData): Refusal {
  return new Refusal(`${words.zh} / ${words.en}`, status, data, true)
}
