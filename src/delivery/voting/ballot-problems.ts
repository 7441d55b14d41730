import type { BallotRefusal } from '../../domain/voting/ballot-refusals.ts'
import { notFound, Problem } from '../problem.ts'

/** A refused ballot as it is answered: the rule in words, what is left, and for which works. */
export function problemOfBallot({ code, words, left, entries, from }: BallotRefusal): Problem {
  return new Problem(code, words, {
    more: {
      left: {
        remaining: left.remaining,
        resetsAt: left.resetsAt?.toISOString() ?? null,
        entries: entries.map(({ entry, left: of }) => ({
          entry,
          limit: of?.limit ?? null,
          left: of?.left ?? null,
        })),
      },
      ...(from ? { from: from.toISOString() } : {}),
    },
  })
}

export function noSuchRound(): Problem {
  return notFound({ zh: '没有这一轮投票', en: 'There is no such round' })
}

export function keyReused(): Problem {
  return new Problem('idempotency-key-reused', {
    zh: '此 Idempotency-Key 已用于另一张选票，请换一个',
    en: 'This Idempotency-Key was used for another ballot: take a new one',
  })
}

/** The database did not answer: the votes may be there or not, and the key makes sure of once. */
export function notAcknowledged(cause: unknown): Problem {
  return new Problem(
    'unavailable',
    {
      zh: '选票未能确认，请以同一 Idempotency-Key 重新提交，不会重复计票',
      en: 'The ballot is not acknowledged: send it again with the same Idempotency-Key, it counts once',
    },
    { cause, headers: { 'retry-after': '1' } },
  )
}
