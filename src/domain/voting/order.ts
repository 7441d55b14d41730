import { pack, text } from './bytes.ts'
import type { Hash } from './merkle/hashing.ts'

/**
 * Entries in the order in which one voter sees them: random, another for every voter and round, and
 * for the same voter always the same. Each entry has a place of its own on a line, so that one that
 * comes or goes moves no other; places of different entries are independent, so that each order is as
 * likely as any.
 *
 * @param keyedHash a keyed one (HMAC-SHA-256 with a secret of the server's), or voters could choose
 *   who they are by the order that it gives them
 */
export function orderFor<Item>(
  keyedHash: Hash,
  { round, voter }: { round: string; voter: string },
  items: readonly Item[],
  idOf: (item: Item) => string,
): Item[] {
  return items
    .map((item) => {
      const id = idOf(item)
      const place = keyedHash(pack([text('vote.order'), text(round), text(voter), text(id)]))
      return { item, id, place }
    })
    .sort((a, b) => compareBytes(a.place, b.place) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ item }) => item)
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return a[at]! - b[at]!
  return a.length - b.length
}
