import type { Taken } from './batch.ts'
import { TellerAway, type CastAnswer } from './cast.ts'
import type { Receipts } from './receipts.ts'
import type { Waiting } from './waiting-line.ts'

/** What a batch made of a ballot, as its voter is answered; undefined: it is to be asked again. */
export function answerOf(
  one: Waiting,
  taken: Taken,
  { receipts, round }: { receipts: Pick<Receipts, 'seal'>; round: number },
): CastAnswer | TellerAway | undefined {
  switch (taken.kind) {
    case 'accepted':
      return {
        ok: true,
        receipt: receipts.seal({
          ballot: taken.ballot,
          round,
          participant: taken.person,
          at: taken.at.getTime(),
        }),
        at: taken.at,
        accepted: [...one.entries],
        remaining: taken.remaining,
        resetsAt: taken.resetsAt,
        replayed: false,
        votes: taken.votes.map(({ id, number }) => ({ id, number })),
      }
    case 'there': {
      const { ballot, at, votes, remaining, resetsAt } = taken
      const { participant } = votes[0]!
      return {
        ok: true,
        receipt: receipts.seal({ ballot, round, participant, at: at.getTime() }),
        ...{ at, accepted: [...one.entries], remaining, resetsAt },
        // Of a batch whose end nobody heard it is the first answer.
        replayed: one.cast.key !== undefined && one.attempts === 0,
        votes: votes.map(({ id, number }) => ({ id, number })),
      }
    }
    case 'reused':
      return { ok: false, reused: true }
    case 'refused':
      return { ok: false, refusal: taken.refusal }
    case 'draft':
      return { ok: false, unknownRound: true }
    case 'session':
      return { ok: false, session: taken.session }
    case 'again':
      return undefined
    case 'held':
    case 'no-voter':
      return new TellerAway(`The ledger has no place for this ballot: ${taken.kind}`)
  }
}
