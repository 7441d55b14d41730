import type { VoteFact } from '../../src/domain/voting/risk.ts'
import { shanghai } from './voting-arbitraries.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
export const noon = shanghai('2022-06-09 12:00').getTime()

/** Numbers from 0 to 1 that look random and are the same for a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Next = () => number
const wait = (next: Next, mean: number) => -Math.log(1 - next()) * mean

/** People all over the province, through two days with mornings and evenings, for 40 works. */
export function province(next: Next, votes = 4000): VoteFact[] {
  const facts: VoteFact[] = []
  while (facts.length < votes) {
    const at = noon - 2 * day + next() * 2.5 * day
    const hourOfDay = ((at + 8 * hour) % day) / hour
    // Few at night, many at noon and in the evening.
    const busy = hourOfDay < 7 ? 0.05 : hourOfDay > 11.5 && hourOfDay < 13.5 ? 1 : 0.4
    if (next() > busy) continue
    const person = facts.length
    facts.push({
      voter: `p${person}`,
      entry: `w${Math.floor(next() ** 2 * 40)}`,
      at: Math.round(at),
      since: at - (next() < 0.2 ? next() * day : day + next() * 100 * day),
      network: `n${Math.floor(next() * 2500)}`,
      device: next() < 0.9 ? `d${person - (next() < 0.1 ? 1 : 0)}` : null,
    })
  }
  return facts
}

/**
 * A works canteen at noon: workers behind one address vote within half an hour for the work of their
 * colleague and some others. `young`: the share of those who sign up for it there and then.
 */
export function factory(
  next: Next,
  { workers = 400, young = 0.2, loyalty = 0.9 } = {},
): VoteFact[] {
  return Array.from({ length: workers }, (_, worker) => {
    // Most in the first ten minutes.
    const at = Math.round(noon + Math.min(wait(next, 8 * minute), 40 * minute * next() + minute))
    return {
      voter: `f${worker}`,
      entry: next() < loyalty ? 'w7' : `w${Math.floor(next() * 40)}`,
      at,
      since: at - (next() < young ? next() * hour : day + next() * 100 * day),
      network: 'factory',
      device: `fd${next() < 0.05 ? Math.max(0, worker - 1) : worker}`,
    }
  })
}

/** A link in a group of friends: a wave for one work out of many networks. */
export function wave(next: Next, people = 300): VoteFact[] {
  let at = noon + 3 * hour
  return Array.from({ length: people }, (_, person) => {
    at += wait(next, 2 * second + person * 30)
    const since = at - (next() < 0.5 ? next() * hour : 30 * day)
    return {
      voter: `v${person}`,
      entry: 'w11',
      at,
      since,
      network: `m${person % 120}`,
      device: `vd${person}`,
    }
  })
}

type Farm = {
  identities?: number
  gap: () => number
  network: (one: number) => string
  device: (one: number) => string | null
  age?: number
}

/** Identities that somebody bought, for the work w3. */
export function farm({ identities = 200, gap, network, device, age = hour }: Farm): VoteFact[] {
  let at = noon - 4 * hour
  return Array.from({ length: identities }, (_, one) => {
    at += gap()
    return {
      voter: `b${one}`,
      entry: 'w3',
      at: Math.round(at),
      since: at - age,
      network: network(one),
      device: device(one),
    }
  })
}
