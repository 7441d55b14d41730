import type { Person } from '../../access/person.ts'
import { isSameOrBelow } from '../../domain/unit-tree.ts'
import type { Entry } from '../../hooks/steps/entry.ts'

/** Phone numbers in clear are for the province and for editors of the entry's unit and those above. */
export function maySeeContacts(person: Person, entry: Pick<Entry, 'unitPath'>): boolean {
  if (person.role === 'province') return true
  return person.role === 'editor' && isSameOrBelow(entry.unitPath ?? '', person.unitPath)
}
