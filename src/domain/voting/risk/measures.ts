import { words, type Words } from '../../words.ts'
import { countBy, minuteOf, type RoundFacts } from './round-facts.ts'
import { evenness } from './timing.ts'
import type { RiskThresholds, SignalCode, VoteFact } from './types.ts'

/** What a signal measures in a group, in the unit of its thresholds, and the words for it. */
export type Measured = { value: number; words: Words }
export type Measure = (
  group: readonly VoteFact[],
  round: RoundFacts,
  thresholds: RiskThresholds,
) => Measured | null

export const measures: Record<SignalCode, Measure> = {
  /** Votes of the busiest minute, as a multiple of what the group’s usual share would be in it. */
  burst(group, round) {
    const minutes = countBy(group, minuteOf)
    const [peak, most] = [...minutes].reduce((top, one) => (one[1] > top[1] ? one : top), [0, 0])
    const rest = group.length - most
    const all = [...minutes.keys()]
    const span = all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b))
    const othersThen = (round.minutes.get(peak) ?? 0) - most
    const othersElse = round.votes - group.length - othersThen
    // When all of the round is busier, so may this group be.
    const byOthers = othersElse > 0 ? (othersThen * rest) / othersElse : 0
    const usual = Math.max(1, span > 0 ? rest / span : 0, byOthers)
    return {
      value: most / usual,
      words: words(
        `1 分钟内 ${most} 票，按平时约 ${Math.round(usual)} 票`,
        `${most} votes within a minute, where about ${Math.round(usual)} would be usual`,
      ),
    }
  },

  /** How many more young identities than elsewhere: 0 as many, 1 all of them and elsewhere none. */
  'young-identities'(group, round, { youngHours }) {
    const voters = votersOf(group)
    const young = [...voters].filter((voter) => round.young.has(voter)).length
    const share = young / voters.size
    const others = round.voters - voters.size
    const elsewhere = others > 0 ? (round.young.size - young) / others : 0
    return {
      value: elsewhere < 1 ? (share - elsewhere) / (1 - elsewhere) : 0,
      words: words(
        `${percent(share)} 的身份登记不足 ${youngHours} 小时，其余投票人为 ${percent(elsewhere)}`,
        `${percent(share)} of the identities are younger than ${youngHours} hours; of all others ${percent(elsewhere)}`,
      ),
    }
  },

  /** The share of one network in the votes of an entry. */
  'network-share'(group, round) {
    const all = round.votesOf.get(group[0]!.entry) ?? group.length
    return {
      value: group.length / all,
      words: words(
        `作品 ${all} 票中 ${group.length} 票来自同一网络`,
        `${group.length} of the work’s ${all} votes came out of one network`,
      ),
    }
  },

  'even-timing'(group, _round, { timing }) {
    const value = evenness(
      group.map(({ at }) => at),
      timing,
    )
    if (value === null) return null
    return {
      value,
      words: words(
        `投票间隔过于均匀（随机程度 ${percent(1 - value)}，真人接近 100%）`,
        `The votes follow each other too evenly (${percent(1 - value)} random; people come near 100%)`,
      ),
    }
  },

  /** Identities behind each device, on average. */
  'few-devices'(group) {
    const known = group.filter(({ device }) => device !== null)
    const devices = new Set(known.map(({ device }) => device)).size
    if (devices === 0) return null
    const voters = votersOf(known).size
    return {
      value: voters / devices,
      words: words(
        `${voters} 个身份只用了 ${devices} 台设备`,
        `${voters} identities on ${devices} device${devices === 1 ? '' : 's'}`,
      ),
    }
  },

  /** Identities behind one device. */
  'shared-device'(group) {
    const voters = votersOf(group).size
    return {
      value: voters,
      words: words(
        `同一台设备上有 ${voters} 个身份投票`,
        `${voters} identities voted on one device`,
      ),
    }
  },
}

export const votersOf = (group: readonly VoteFact[]): Set<string> =>
  new Set(group.map(({ voter }) => voter))

const percent = (share: number) => `${Math.round(share * 100)}%`
