import type { VotePolicy } from '../../domain/voting/policy.ts'

/** How a policy's quotas are kept in the ledger of a round: keys, and what each row has to hold. */
export type LedgerShape = {
  keys: { name: string; columns: string }[]
  /** True of every row that is written under this policy. */
  check: string
  /** Which turn has to be over before a place is taken again; none where turns are days. */
  rolling: { hours: number; places: RollingPlace[] } | null
}
type RollingPlace = { turn: string; place: string; same: string }

/** Between the first turn of one policy of a round and that of the next. */
export const turnsApart = 1_000_000

type QuotaColumns = { places: number | null; turn: string | null; place: string; perEntry: boolean }

/**
 * Where turns are days the keys begin with them: the votes of a day are written into one small part of
 * an index, however large it is.
 *
 * @param turnsFrom the number before the first turn
 */
export function shapeOf(policy: VotePolicy, turnsFrom: number): LedgerShape {
  const quotas = quotasIn(policy)
  const isDay = policy.period.kind === 'day'
  const day = `${turnsFrom} + floor((date_part('epoch', at) + 28800) / 86400)`
  return {
    keys: quotas.map(({ turn, place, perEntry }) => {
      const voter = perEntry ? 'participant_id, number' : 'participant_id'
      if (turn === null) return { name: place, columns: `${voter}, ${place}` }
      return isDay
        ? { name: `${place}_day`, columns: `${turn}, ${voter}, ${place}` }
        : { name: `${place}_rolling`, columns: `${voter}, ${turn}, ${place}` }
    }),
    check: quotas
      .map(({ places, turn, place }) => {
        const isPlaced = `${place} is not null and ${place} between 1 and ${places}`
        if (turn === null) return isPlaced
        const isTurn = isDay
          ? `${turn} = ${day}`
          : `${turn} between ${turnsFrom + 1} and ${turnsFrom + turnsApart - 1}`
        return `${isPlaced} and ${turn} is not null and ${isTurn}`
      })
      .join(' and '),
    rolling:
      policy.period.kind === 'rolling'
        ? {
            hours: policy.period.hours,
            places: quotas.flatMap(({ turn, place, perEntry }) =>
              turn === null ? [] : [{ turn, place, same: perEntry ? 'number' : 'participant_id' }],
            ),
          }
        : null,
  }
}

function quotasIn({ votesPerPeriod, votesPerEntryPerPeriod, votesPerEntry }: VotePolicy) {
  const all: QuotaColumns[] = [
    { places: votesPerPeriod, turn: 'period_turn', place: 'period_place', perEntry: false },
    {
      ...{ places: votesPerEntryPerPeriod, turn: 'entry_turn', place: 'entry_turn_place' },
      perEntry: true,
    },
    { places: votesPerEntry, turn: null, place: 'entry_place', perEntry: true },
  ]
  return all.filter(({ places }) => places !== null)
}
