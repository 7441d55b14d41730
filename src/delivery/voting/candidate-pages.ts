import type { Core } from '../core.ts'
import { badCursor } from '../cursor.ts'
import { seedOfTheMinute } from '../read/shuffle.ts'
import type { Candidate } from './candidates.ts'
import type { Voting } from './voting.ts'
import { noSuchRound } from './ballot-problems.ts'

export type CandidateQuery = {
  track?: string
  kind?: string
  seed?: string
  limit: number
  cursor?: string
}

export type CandidatePage = { items: string[]; next: string | null; seed: string | undefined }

type Asked = {
  /** Its slug. */
  round: string
  query: CandidateQuery
  /** Whose order it is, where no seed is given. */
  participant: number | undefined
}

/**
 * One page of a round’s works in the order of a seed, of the voter, or else of the minute (the cursor
 * carries its seed, so that who walks on stays in one order).
 *
 * @throws Problem 400 `bad-cursor`, 404 for a round that is none or a draft
 */
export async function candidatePage(
  { cursors }: Pick<Core, 'cursors'>,
  { order, candidates }: Pick<Voting, 'order' | 'candidates'>,
  { round, query, participant }: Asked,
): Promise<CandidatePage> {
  const { track, kind, limit, cursor } = query
  const isVoters = query.seed === undefined && participant !== undefined
  const whose = isVoters ? `voter ${participant}` : (query.seed ?? '')
  const list = JSON.stringify(['candidates', round, track, kind, whose])
  const [kept, place, number] = cursor === undefined ? [] : cursors.read(list, cursor)
  const seed = isVoters ? undefined : (query.seed ?? String(kept ?? seedOfTheMinute(Date.now())))
  if (cursor !== undefined && typeof place !== 'number') throw badCursor()

  const all = await candidates.of(round)
  if (!all) throw noSuchRound()
  const asked = all.filter(
    (one) =>
      (track === undefined || one.track === track) && (kind === undefined || one.kind === kind),
  )
  const voter = seed === undefined ? `participant ${participant}` : `seed ${seed}`
  const most = asked.reduce((top, one) => Math.max(top, one.number), 0)
  const placeOf = order.placesFor({ round, voter }, most)
  const placed = asked
    .map((candidate) => ({ candidate, place: placeOf(candidate.number) }))
    .filter((one) => cursor === undefined || isBehind(one, Number(place), Number(number)))
    .sort((a, b) => a.place - b.place || a.candidate.number - b.candidate.number)
  const page = placed.slice(0, limit)
  const last = placed.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(({ candidate }) => candidate.item),
    next: last ? cursors.write(list, [seed ?? '', last.place, last.candidate.number]) : null,
    seed,
  }
}

function isBehind(
  one: { candidate: Candidate; place: number },
  place: number,
  number: number,
): boolean {
  return one.place > place || (one.place === place && one.candidate.number > number)
}
