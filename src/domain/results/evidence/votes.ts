import { totalOf, type Tally } from '../../voting/ledger.ts'
import { canonicalJson } from '../canonical.ts'
import type { EvidenceFault, Given, Rankings, VoteCount } from './types.ts'

const name = 'votes.json'
type HeadName = { number: number; root: string } | null

/** What rankings count of votes is what `votes.json` has under the same head of the ledger, and adds up. */
export function checkVotes({ tools, say, json }: Given, rankings: Rankings): void {
  const counts = json<VoteCount[]>(name) ?? []
  const byName = new Map(counts.map((one) => [nameOf(one.round, headOf(one)), one]))
  for (const { locked, file } of rankings.values()) {
    if (!locked.vote) continue
    const { round, head, total } = locked.vote
    const count = byName.get(nameOf(round, head))
    if (!count) {
      say(name, `lacks the vote ${round} up to the head that ${file} counts`)
      continue
    }
    if (count.total !== total) say(name, `counts ${count.total} votes, ${file} ${total}`)
    const counted = new Map(count.entries.map((one) => [one.entry, one.total]))
    for (const { entry, votes } of locked.works) {
      if (votes !== null && (counted.get(entry) ?? 0) !== votes) {
        say(file, `counts ${votes} votes for ${entry}, the vote ${counted.get(entry) ?? 0}`)
      }
    }
  }
  for (const { total, entries, voids, head } of counts) {
    const sum = entries.reduce((all, one) => all + one.total, 0)
    if (sum !== total) say(name, `its entries add up to ${sum}, not ${total}`)
    const voided = entries.reduce((all, one) => all + one.voided, 0)
    const byClass = Object.values(voids).reduce((all, one) => all + one, 0)
    if (voided !== byClass) say(name, `${voided} votes are voided, by class ${byClass}`)
    if (head && !tools.isSignedHead(head)) {
      say(name, 'its head is not signed under a key that is trusted')
    }
    if (!head && (sum > 0 || voided > 0)) say(name, 'has votes under no head of the ledger')
  }
}

/**
 * The counts of a pack against the ledger itself.
 *
 * @param tallyAt what the exported ledger holds up to its head of this number; undefined: it has no such head
 */
export function checkLedger(
  counts: readonly VoteCount[],
  tallyAt: (head: number) => Tally | undefined,
): EvidenceFault[] {
  return counts.flatMap(({ round, entries, voids, head }) => {
    if (!head) return []
    const tally = tallyAt(head.number)
    const fault = (what: string) => ({ file: name, what })
    if (!tally) return [fault(`its head ${head.number} is not in the ledger`)]
    const kept = tally.get(round) ?? new Map()
    const told = new Map(entries.map((one) => [one.entry, one]))
    const faults = [...new Set([...kept.keys(), ...told.keys()])].sort().flatMap((entry) => {
      const own = kept.get(entry)
      const [votes, is] = [own ? totalOf(own) : 0, told.get(entry)?.total ?? 0]
      return votes === is ? [] : [fault(`has ${is} votes for ${entry}, the ledger ${votes}`)]
    })
    const classes = new Map<string, number>()
    for (const { voided } of kept.values()) {
      for (const [one, count] of Object.entries(voided)) {
        classes.set(one, (classes.get(one) ?? 0) + Number(count))
      }
    }
    for (const one of new Set([...classes.keys(), ...Object.keys(voids)])) {
      const [is, count] = [voids[one] ?? 0, classes.get(one) ?? 0]
      if (is !== count) faults.push(fault(`has ${is} voided as ${one}, the ledger ${count}`))
    }
    return faults
  })
}

const nameOf = (round: string, head: HeadName) => `${round} ${canonicalJson(head)}`

function headOf({ head }: VoteCount): HeadName {
  return head && { number: head.number, root: hexOf(head.root) }
}

function hexOf(base64: string): string {
  return Array.from(atob(base64), (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join(
    '',
  )
}
