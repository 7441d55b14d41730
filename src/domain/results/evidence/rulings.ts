import { isHandled, type ObjectionState } from '../objections.ts'
import type { Given, Lists, ObjectionLine } from './types.ts'

/** The award stays as it is: no version has to take such a ruling in. */
const isWithoutEffect = ({ effect }: ObjectionLine) => effect === 'keep'
const isUpheld = ({ state }: ObjectionLine) => state === 'upheld'

/**
 * Every ruling is in the versions that had to apply it: a version takes in all that was upheld when it was
 * confirmed, keeps what the one before took in, and becomes final only when nothing is left to rule on.
 */
export function checkRulings(
  { say }: Given,
  lists: Lists,
  objections: readonly ObjectionLine[],
): void {
  for (const [index, { line }] of lists.entries()) {
    const before = lists[index - 1]?.line.rulings ?? []
    for (const number of before.filter((one) => !line.rulings.includes(one))) {
      say(line.file, `leaves out the ruling on ${number}, which the version before applied`)
    }
    for (const one of objections) {
      const isIn = line.rulings.includes(one.number)
      if (isUpheld(one) && !isIn && isBefore(one.ruledAt, line.at)) {
        say(line.file, `does not apply ${one.number}, which was upheld before it was confirmed`)
      }
      if (isIn && isBefore(line.at, one.ruledAt)) {
        say(line.file, `applies ${one.number}, on which nobody had ruled yet`)
      }
      if (line.finalAt === null || !isBefore(one.filedAt, line.finalAt)) continue
      if (isUpheld(one) && !isIn && !isWithoutEffect(one) && isBefore(one.ruledAt, line.finalAt)) {
        say(line.file, `became final without ${one.number}, which was upheld and is not applied`)
      }
      const isOpen = !isHandled(one.state as ObjectionState) || isBefore(line.finalAt, one.ruledAt)
      if (isOpen) say(line.file, `became final before anybody ruled on ${one.number}`)
    }
  }
  for (const one of objections) {
    const first = lists.find(({ line }) => line.rulings.includes(one.number))?.line.version ?? null
    if (one.appliedIn === first) continue
    const said = one.appliedIn === null ? 'no version' : `version ${one.appliedIn}`
    const found = first === null ? 'in none' : `first in version ${first}`
    say('objections.json', `${one.number} is said to be applied in ${said}, and is ${found}`)
  }
}

/** What is still to be done about a list that is not final: no fault, but nobody should overlook it. */
export function openPoints(lists: Lists, objections: readonly ObjectionLine[]): string[] {
  const newest = lists.at(-1)?.line
  if (!newest || newest.finalAt !== null) return []
  const points = objections.flatMap((one) => {
    if (!isHandled(one.state as ObjectionState)) return [`${one.number} waits for a ruling`]
    const waits = isUpheld(one) && !isWithoutEffect(one) && !newest.rulings.includes(one.number)
    return waits ? [`${one.number} was upheld and waits for a correction of the list`] : []
  })
  return [`version ${newest.version} is not final`, ...points]
}

/** Was the one clearly before the other? Both by the same clock; of one millisecond nobody can tell. */
function isBefore(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Date.parse(one) < Date.parse(other)
}
