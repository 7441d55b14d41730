import { checkLocked, handedIn, parseLocked, type LockedRanking } from '../../judging/locked.ts'
import { canonicalJson } from '../canonical.ts'
import { hex, type Given, type JudgingFile, type RankingLine, type Rankings } from './types.ts'

/** Every locked ranking counted again; each version of a round names the one before. */
export function checkRankings({ tools, say, text, json }: Given): Rankings {
  const rankings: Rankings = new Map()
  const newest = new Map<string, RankingLine>()
  for (const line of json<RankingLine[]>('rankings/index.json') ?? []) {
    const found = text(line.file) ?? ''
    const sha256 = hex(tools.hash(new TextEncoder().encode(found)))
    if (sha256 !== line.sha256) say(line.file, 'hashes to something else than was locked')
    for (const { part } of checkLocked(found)) {
      say(line.file, `its rules do not make this of its marks: ${part}`)
    }
    const locked = parseLocked(found)
    if (!locked) continue
    const before = newest.get(line.round)
    const named = locked.replaces?.sha256 ?? null
    if (locked.round !== line.round || locked.version !== line.version) {
      say(line.file, 'is another round or version than the index says')
    }
    if (named !== (before?.sha256 ?? null)) {
      say(line.file, 'does not name the version that it replaces')
    }
    newest.set(line.round, line)
    rankings.set(line.sha256, { locked, file: line.file })
  }
  return rankings
}

/** The marks of a round's newest ranking against who was assigned to what, and who kept out of it. */
export function checkJudging(
  { say, json }: Given,
  locked: LockedRanking,
  file: string,
  sha256: string,
): void {
  const name = `judging/${locked.round}.json`
  const judging = json<JudgingFile>(name)
  if (!judging) return say(name, 'is missing')
  const lines = json<RankingLine[]>('rankings/index.json') ?? []
  const last = lines.filter(({ round }) => round === locked.round).at(-1)
  // What stands can only be that of the newest version.
  if (last?.sha256 !== sha256) return
  if (judging.panel.length !== locked.panel) say(name, 'its panel has another number of judges')
  const pairs = new Map(judging.assignment.map((pair) => [`${pair.number} ${pair.judge}`, pair]))
  const recused = new Set(judging.recusals.map(({ number, judge }) => `${number} ${judge}`))
  const isYesNo = locked.rules.kind === 'qualify'
  // What was corrected after the lock stays with the judges as they handed it in.
  for (const mark of handedIn(locked)) {
    const key = `${mark.number} ${mark.judge}`
    const pair = pairs.get(key)
    if (!pair || pair.dropped !== null || !pair.handedIn) {
      say(file, `has marks of ${mark.judge} for work ${mark.number} that nobody assigned`)
    } else if ('marks' in mark && canonicalJson(pair.marks) !== canonicalJson(mark.marks)) {
      say(name, `has other marks of ${mark.judge} for work ${mark.number} than were locked`)
    }
    if (pair && 'passes' in mark && isYesNo && pair.passes !== mark.passes) {
      say(name, `has another answer of ${mark.judge} for work ${mark.number} than was locked`)
    }
    if (recused.has(key)) say(file, `has marks of ${mark.judge} for work ${mark.number}, recused`)
  }
}
