import { randomUUID } from 'node:crypto'
import type { Person } from './crowds.ts'
import type { Answered, Api } from './voters.ts'

/** One way to make more of what is known already, how often it was tried, and how often it got through. */
export type Trick = { name: string; tried: number; gotThrough: number }

/**
 * Tries what people with a copied token or request would: the same token twice, a key for another
 * ballot, one ballot many times at once with and without a key.
 */
export async function playReplays(
  api: Api,
  people: readonly Person[],
  { ballots }: { ballots: readonly [string[], string[], string[], string[]] },
): Promise<Trick[]> {
  const tricks = {
    token: { name: 'same token again', tried: 0, gotThrough: 0 },
    key: { name: 'same key, other works', tried: 0, gotThrough: 0 },
    again: { name: 'same key, same works', tried: 0, gotThrough: 0 },
    double: { name: 'at once, with one key', tried: 0, gotThrough: 0 },
    counted: { name: 'more receipts than ballots', tried: 0, gotThrough: 0 },
  } satisfies Record<string, Trick>
  const [first, other, third, fourth] = ballots
  for (const person of people) {
    const entered = await api.enter(person)
    if (!('session' in entered)) throw new Error(`Nobody is let in: ${JSON.stringify(entered)}`)
    const { session, token } = entered
    count(tricks.token, 'session' in (await api.enter(person, token)))

    const key = randomUUID()
    const cast = (entries: string[], key?: string) => api.cast(person, session, { entries, key })
    const taken = [await cast(first, key)]
    count(tricks.key, (await cast(other, key)).kind === 'taken')
    const again = await cast(first, key)
    count(tricks.again, !isSame(taken[0]!, again))

    const one = randomUUID()
    const many = await Promise.all(Array.from({ length: 5 }, () => cast(third, one)))
    count(tricks.double, receiptsOf(many).size > 1)
    const bare = await Promise.all(Array.from({ length: 5 }, () => cast(fourth)))
    const acknowledged = receiptsOf([...taken, ...many, ...bare])
    const counted = await api.receipts(person, session)
    // Each ballot that was acknowledged is there, and none besides.
    const same =
      counted.length === acknowledged.size && counted.every((one) => acknowledged.has(one))
    count(tricks.counted, !same)
  }
  return Object.values(tricks)
}

function count(trick: Trick, gotThrough: boolean): void {
  trick.tried += 1
  if (gotThrough) trick.gotThrough += 1
}

const receiptsOf = (answers: readonly Answered[]) =>
  new Set(answers.flatMap((answer) => (answer.kind === 'taken' ? [answer.receipt] : [])))

// A ballot that was refused the first time may be refused again: nothing was made of it.
const isSame = (one: Answered, other: Answered) =>
  one.kind === other.kind &&
  (one.kind !== 'taken' ||
    (other.kind === 'taken' && one.receipt === other.receipt && other.replayed))
