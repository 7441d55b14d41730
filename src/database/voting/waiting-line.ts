import type { Ballot } from './batch.ts'
import type { Cast, CastAnswer } from './cast.ts'

/** A ballot that waits for the ledger, or is in a batch under way. */
export type Waiting = Ballot & {
  cast: Cast
  deadline: number
  attempts: number
  /** With nothing else in its batch, after the ledger refused a batch with it. */
  isAlone: boolean
  isOver: boolean
  resolve: (answer: CastAnswer) => void
  reject: (error: Error) => void
}

export type Gathered = { slug: string; ballots: Waiting[] }

export type WaitingLine = {
  add: (one: Waiting) => void
  /** The next batch: of one round, its voters in no other batch. They are held until `release`. */
  next: () => Gathered | undefined
  release: (batch: Gathered) => void
  size: () => number
  /** Everything that waits and is past its deadline. */
  overdue: (now: number) => Waiting[]
}

/** Ballots in the order in which they came, by rounds, which take turns. */
export function waitingLine(mostInBatch: number): WaitingLine {
  const queues = new Map<string, Waiting[]>()
  const busy = new Set<number>()
  let size = 0

  const gather = (slug: string, queue: Waiting[]): Waiting[] => {
    const ballots: Waiting[] = []
    const rest: Waiting[] = []
    let from = 0
    for (; from < queue.length && ballots.length < mostInBatch; from += 1) {
      const one = queue[from]!
      if (one.isOver) size -= 1
      else if (busy.has(one.participant) || (one.isAlone && ballots.length > 0)) rest.push(one)
      else {
        ballots.push(one)
        if (one.isAlone) {
          from += 1
          break
        }
      }
    }
    queues.delete(slug)
    const left = from < queue.length ? [...rest, ...queue.slice(from)] : rest
    if (left.length > 0) queues.set(slug, left)
    size -= ballots.length
    return ballots
  }

  return {
    add(one) {
      const { round } = one.cast
      const queue = queues.get(round)
      if (queue) queue.push(one)
      else queues.set(round, [one])
      size += 1
    },
    next() {
      for (const [slug, queue] of [...queues]) {
        const ballots = gather(slug, queue)
        for (const { participant } of ballots) busy.add(participant)
        if (ballots.length > 0) return { slug, ballots }
      }
      return undefined
    },
    release({ ballots }) {
      for (const { participant } of ballots) busy.delete(participant)
    },
    size: () => size,
    overdue: (now) =>
      [...queues.values()].flatMap((queue) =>
        queue.filter(({ deadline, isOver }) => deadline <= now && !isOver),
      ),
  }
}
