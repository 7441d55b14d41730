import { words, type Words } from '../../words.ts'
import { countBy, minuteOf } from './round-facts.ts'
import { evenness } from './timing.ts'
import type { GroupFacts, RiskThresholds, RoundFacts, SignalCode } from './types.ts'

/** What a signal measures in a group, in the unit of its thresholds, and the words for it. */
export type Measured = { value: number; words: Words }
export type Measure = (
  group: GroupFacts,
  round: RoundFacts,
  thresholds: RiskThresholds,
) => Measured | null

export const measures: Record<SignalCode, Measure> = {
  /** Votes of the busiest minute, as a multiple of what the group’s usual share would be in it. */
  burst(group, round) {
    const { votes } = group
    const minutes = countBy(group.times, minuteOf)
    const [peak, most] = [...minutes].reduce((top, one) => (one[1] > top[1] ? one : top), [0, 0])
    const rest = votes - most
    const all = [...minutes.keys()]
    const span = all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b))
    const othersThen = (round.minutes.get(peak) ?? 0) - most
    const othersElse = round.votes - votes - othersThen
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
    const { young, voters } = group
    const share = young / voters
    const others = round.voters - voters
    const elsewhere = others > 0 ? (round.young - young) / others : 0
    return {
      value: elsewhere < 1 ? (share - elsewhere) / (1 - elsewhere) : 0,
      words: words(
        `${percent(share)} 的身份登记不足 ${youngHours} 小时，其余投票人为 ${percent(elsewhere)}`,
        `${percent(share)} of the identities are younger than ${youngHours} hours; of all others ${percent(elsewhere)}`,
      ),
    }
  },

  /** The share of one network in the votes of an entry. */
  'network-share'({ votes, ofEntry }) {
    return {
      value: votes / ofEntry,
      words: words(
        `作品 ${ofEntry} 票中 ${votes} 票来自同一网络`,
        `${votes} of the work’s ${ofEntry} votes came out of one network`,
      ),
    }
  },

  'even-timing'({ times }, _round, { timing }) {
    const value = evenness(times, timing)
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
  'few-devices'({ devices, known }) {
    if (devices === 0) return null
    return {
      value: known / devices,
      words: words(
        `${known} 个身份只用了 ${devices} 台设备`,
        `${known} identities on ${devices} device${devices === 1 ? '' : 's'}`,
      ),
    }
  },

  /** Identities behind one device. */
  'shared-device'({ voters }) {
    return {
      value: voters,
      words: words(
        `同一台设备上有 ${voters} 个身份投票`,
        `${voters} identities voted on one device`,
      ),
    }
  },
}

const percent = (share: number) => `${Math.round(share * 100)}%`
