import { RateLimiterMemory, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import { doorWords } from './words.ts'
import { TurnedAway } from './turn-away.ts'

type Rule = { points: number; seconds: number }

/**
 * How often, before `RATE_LIMIT_SCALE`. A person who works never meets these: an editor's browser saves a
 * draft every two seconds and asks for the form's state at every pause of the keyboard.
 */
export const rateRules = {
  loginByAddress: { points: 20, seconds: 60 },
  loginFailuresByAccount: { points: 5, seconds: 15 * 60 },
  mailByAddress: { points: 10, seconds: 15 * 60 },
  mailByAccount: { points: 5, seconds: 15 * 60 },
  writesByAccount: { points: 600, seconds: 60 },
  writesByAddress: { points: 3_000, seconds: 60 },
  strangersWritesByAddress: { points: 300, seconds: 60 },
  formStateByAccount: { points: 1_500, seconds: 60 },
} satisfies Record<string, Rule>

export type RateName = keyof typeof rateRules

export type RateLimits = {
  /** Takes one from the allowance of `key`; throws TurnedAway 429 when none is left. */
  take: (name: RateName, key: string) => Promise<void>
  /** Gives one back: it was no failure after all. */
  giveBack: (name: RateName, key: string) => Promise<void>
  /** Forgets what `key` used up. */
  forget: (name: RateName, key: string) => Promise<void>
}

/** Where the counts are kept: this process's memory, or whatever several processes share. */
export type MakeLimiter = (name: RateName, rule: Rule) => RateLimiterAbstract

const inMemory: MakeLimiter = (name, { points, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })

/** @param scale see `RATE_LIMIT_SCALE` in src/environment.ts */
export function rateLimits(scale: number, make: MakeLimiter = inMemory): RateLimits {
  const names = Object.keys(rateRules) as RateName[]
  const limiters = new Map(
    names.map((name) => {
      const { points, seconds } = rateRules[name]
      return [name, make(name, { points: Math.max(1, Math.round(points * scale)), seconds })]
    }),
  )
  return {
    async take(name, key) {
      try {
        await limiters.get(name)!.consume(key)
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        throw tooMany(name, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
      }
    },
    async giveBack(name, key) {
      await limiters.get(name)!.reward(key)
    },
    async forget(name, key) {
      await limiters.get(name)!.delete(key)
    },
  }
}

function tooMany(name: RateName, seconds: number): TurnedAway {
  const words = name.startsWith('login')
    ? doorWords.tooManyLogins(seconds)
    : doorWords.tooManyRequests(seconds)
  return new TurnedAway(429, words, 'too-many-requests', { 'retry-after': String(seconds) })
}
