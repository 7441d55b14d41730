import { pack } from './bytes.ts'

/**
 * So many bytes that look like chance and belong to this message: the output of a keyed stream (a
 * cipher in counter mode under a key made of a secret and the message). The first bytes of a longer
 * stream are the shorter one.
 */
export type KeyedStream = (message: Uint8Array, length: number) => Uint8Array

// Six bytes of each eight are a whole number that JavaScript compares exactly.
const width = 8
const used = 6

/**
 * Where the works of a round stand for one voter: random, another for every voter and round, and for
 * the same voter always the same. Each work has a place of its own on a line, so that one that comes or
 * goes moves no other; places of different works are independent, so that each order is as likely as
 * any. Two works in one place (once in 2^48) stand by their numbers.
 *
 * @param stream one with a secret of the server's, or voters could choose who they are by the order
 *   that it gives them
 * @param most the highest number of a work that will be asked for
 * @returns the place of a work by its number in the round (1 …)
 */
export function placesFor(
  stream: KeyedStream,
  { round, voter }: { round: string; voter: string },
  most: number,
): (number: number) => number {
  const bytes = stream(pack(['vote.order', round, voter]), (most + 1) * width)
  return (number) => {
    let place = 0
    for (let at = number * width, end = at + used; at < end; at += 1) {
      place = place * 256 + bytes[at]!
    }
    return place
  }
}

/** Works in the order of their places. */
export function orderFor<Item>(
  stream: KeyedStream,
  who: { round: string; voter: string },
  items: readonly Item[],
  numberOf: (item: Item) => number,
): Item[] {
  const most = items.reduce((top, item) => Math.max(top, numberOf(item)), 0)
  const placeOf = placesFor(stream, who, most)
  return items
    .map((item) => ({ item, number: numberOf(item), place: placeOf(numberOf(item)) }))
    .sort((a, b) => a.place - b.place || a.number - b.number)
    .map(({ item }) => item)
}
