import { canonicalJson } from '../canonical.ts'
import { awardsAfter } from '../from-ranking.ts'
import type { Ruling, RulingEffect } from '../objections.ts'
import type { Given, Lists, ObjectionLine, Rankings } from './types.ts'

/** Every version made again out of the ranking that it names and the rulings that it applies. */
export function checkAwards(
  { say }: Given,
  {
    lists,
    rankings,
    objections,
  }: { lists: Lists; rankings: Rankings; objections: readonly ObjectionLine[] },
): void {
  const byNumber = new Map(objections.map((one) => [one.number, one]))
  for (const { line, list } of lists) {
    const ranking = rankings.get(String(list.basis.ranking))
    if (!ranking) {
      say(line.file, 'comes from a ranking that is not in the pack')
      continue
    }
    const { locked } = ranking
    const rulings = line.rulings.flatMap((number): Ruling[] => {
      const one = byNumber.get(number)
      if (!one || one.state !== 'upheld') {
        say('objections.json', `lacks the upheld objection ${number}, which a version applies`)
      }
      return one?.entry
        ? [{ entry: one.entry, effect: (one.effect ?? 'keep') as RulingEffect }]
        : []
    })
    const made = awardsAfter(locked, rulings)
    const bare = list.awards.map(({ entry, level, rank }) => ({ entry, level, rank }))
    if (!made || canonicalJson(bare) !== canonicalJson(made.awards)) {
      say(line.file, 'its awards are not those of the ranking after all rulings')
    }
    if (made && canonicalJson(list.vacancies) !== canonicalJson(made.vacancies)) {
      say(line.file, 'its empty places are not those of the ranking after all rulings')
    }
    if (made && canonicalJson(list.levels) !== canonicalJson(made.levels)) {
      say(line.file, 'its levels are not those of the ranking')
    }
    if (list.campaign !== locked.campaign || list.track !== locked.track) {
      say(line.file, 'is of another track than its ranking')
    }
    if ((list.basis.votes ?? null) !== (locked.vote?.head?.root ?? null)) {
      say(line.file, 'names another head of the ledger than its ranking')
    }
  }
}
