import type { Outcome } from '../domain/media/made.ts'
import { mediaRefusal, type MediaRefusal, type MediaRefusalCode } from '../domain/media/refusals.ts'

/** Thrown where a file turns out to be one that is not taken; {@link outcomeOf} makes it an answer. */
class Refused extends Error {
  constructor(readonly refusal: MediaRefusal) {
    super(refusal.words.en)
  }
}

export function refuse(...given: Parameters<typeof mediaRefusal>): never {
  throw new Refused(mediaRefusal(...given))
}

/** What a library throws over bytes that it cannot read means that the file is damaged. */
export async function orRefuse<T>(code: MediaRefusalCode, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused || isFault(error)) throw error
    return refuse(code)
  }
}

export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { found: await work() }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    if (isInvalidData(error)) return { refusal: mediaRefusal('film-damaged') }
    throw error
  }
}

/** FFmpeg met bytes that make no sense: `AVERROR_INVALIDDATA`. */
function isInvalidData(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === -1_094_995_529
}

/** A full disk or a folder that is gone says nothing about the file. */
function isFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return (
    typeof code === 'string' && /^(ENOSPC|EIO|EACCES|EPERM|EROFS|EMFILE|ENOENT|EDQUOT)$/.test(code)
  )
}
