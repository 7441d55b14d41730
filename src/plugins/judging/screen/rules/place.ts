/** Where in the judging screen somebody is; in the address, so that a reload comes back to it. */
export type Place = { round: number | null; work: string | null }

/** @param search what follows the address's question mark */
export function readPlace(search: URLSearchParams): Place {
  const number = (name: string) => {
    const text = search.get(name) ?? ''
    return /^[1-9]\d{0,8}$/.test(text) ? text : null
  }
  const round = number('round')
  return { round: round === null ? null : Number(round), work: round && number('work') }
}

export function addressOf({ round, work }: Place): string {
  if (round === null) return ''
  return work === null ? `?round=${round}` : `?round=${round}&work=${work}`
}
