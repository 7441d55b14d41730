import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ballotRefusalCodes, statusOf } from '../../src/domain/voting/ballot-refusals.ts'
import { decideBallot, type BallotQuestion } from '../../src/domain/voting/decide.ts'
import type { VotePolicy } from '../../src/domain/voting/policy.ts'
import { holds } from '../../src/domain/voting/quotas.ts'
import { placeKey, placesFor, slotsOf, type PlacedVote } from '../../src/domain/voting/slots.ts'
import { leftForEntry, standingOf, type CastVote } from '../../src/domain/voting/standing.ts'
import { plainPolicy, shanghai, soundPolicy } from './voting-arbitraries.ts'

const noon = shanghai('2022-06-08 12:00')
const works = ['a', 'b', 'c', 'd', 'e', 'f']
const question: BallotQuestion = {
  policy: plainPolicy,
  round: { state: 'open', candidates: new Set(works) },
  voter: { isMember: true, since: shanghai('2022-01-01 00:00') },
  ballot: ['a', 'b'],
  history: [],
  now: noon,
}
const ask = (change: Partial<BallotQuestion>) => decideBallot({ ...question, ...change })
const refused = (change: Partial<BallotQuestion>) => {
  const answer = ask(change)
  return answer.ok ? null : answer.refusal
}
const votes = (entries: string, at: Date): CastVote[] =>
  [...entries].map((entry) => ({ entry, at }))
const rolling: VotePolicy = { ...plainPolicy, period: { kind: 'rolling', hours: 24 } }

describe('a ballot', () => {
  it('is taken with what is left', () => {
    expect(ask({ history: votes('ab', shanghai('2022-06-07 23:59')) })).toEqual({
      ok: true,
      votes: votes('ab', noon),
      remaining: 3,
      resetsAt: shanghai('2022-06-09 00:00'),
    })
  })

  it.each<[string, Partial<BallotQuestion>, string]>([
    [
      'a millisecond early',
      { now: new Date(+plainPolicy.window.from - 1) },
      '投票尚未开始，6月7日 00:00开始',
    ],
    ['at the very end', { now: plainPolicy.window.to }, '投票已结束'],
    ['by hand closed', { round: { ...question.round, state: 'closed' } }, '投票已结束'],
    ['not opened yet', { round: { ...question.round, state: 'draft' } }, '投票尚未开始'],
    ['paused', { round: { ...question.round, state: 'paused' } }, '投票暂停中'],
    [
      'not a member',
      {
        policy: { ...plainPolicy, voters: 'members' },
        voter: { ...question.voter, isMember: false },
      },
      '本轮投票仅限工会会员',
    ],
    [
      'too new',
      {
        policy: { ...plainPolicy, minimumAgeHours: 24 },
        voter: { isMember: true, since: shanghai('2022-06-08 09:30') },
      },
      '身份登记满 24 小时后方可投票，6月9日 09:30起可投',
    ],
    ['twice the same', { ballot: ['a', 'b', 'a', 'a'] }, '同一件作品在选票上出现多次'],
    ['nothing', { ballot: [] }, '每次可选 1 至 5 件，选票上有 0 件'],
    ['too many', { ballot: works }, '每次可选 1 至 5 件，选票上有 6 件'],
    [
      'not exactly',
      { policy: { ...plainPolicy, ballot: { min: 3, max: 3 } } },
      '每次须选 3 件，选票上有 2 件',
    ],
    ['not standing', { ballot: ['a', 'z'] }, '不在本轮候选作品之列：z'],
    ['a work that is full', { history: votes('b', noon) }, 'b：每件作品每周期最多 1 票，您已投满'],
    [
      'a work that is full for good',
      {
        policy: { ...plainPolicy, votesPerEntry: 1 },
        history: votes('b', shanghai('2022-06-07 12:00')),
      },
      'b：每件作品整轮最多 1 票，您已投满',
    ],
    [
      'more than is left',
      { history: votes('cdef', noon) },
      '选票上有 2 件，您还剩 1 票（每周期 5 票），6月9日 00:00起恢复',
    ],
  ])('%s: %s', (_name, change, zh) => {
    expect(refused(change)?.words.zh).toBe(zh)
    expect(refused(change)?.words.en).not.toMatch(/\p{Script=Han}|undefined|null|NaN/u)
  })

  it('is taken of an identity from the very millisecond at which it is old enough', () => {
    const policy = { ...plainPolicy, minimumAgeHours: 24 }
    const born = (ms: number) => ({ isMember: true, since: new Date(+noon - 86_400_000 + ms) })
    expect(ask({ policy, voter: born(0) }).ok).toBe(true)
    expect(refused({ policy, voter: born(1) })).toMatchObject({
      code: 'voter-too-new',
      from: new Date(+noon + 1),
    })
  })

  it('says what is left and for which works', () => {
    expect(refused({ history: votes('bc', noon) })).toMatchObject({
      code: 'vote-entry-quota-exceeded',
      left: { remaining: 3, resetsAt: shanghai('2022-06-09 00:00') },
      entries: [{ entry: 'b', left: { quota: 'entry-period', limit: 1, left: 0 } }],
    })
    expect(refused({ ballot: ['x', 'a', 'y'] })?.entries.map(({ entry }) => entry)).toEqual([
      'x',
      'y',
    ])
  })

  it('names the first rule that it breaks, and every rule has a status', () => {
    const everything: Partial<BallotQuestion> = {
      policy: { ...plainPolicy, voters: 'members', minimumAgeHours: 24 },
      voter: { isMember: false, since: noon },
      round: { ...question.round, state: 'paused' },
      ballot: ['z', 'z', 'a', 'b', 'c', 'd'],
      history: votes('abcde', noon),
    }
    expect(refused(everything)?.code).toBe('vote-round-paused')
    expect(refused({ ...everything, round: question.round })?.code).toBe('voter-not-member')
    expect(Object.keys(statusOf)).toEqual([...ballotRefusalCodes])
  })
})

describe('midnight in Shanghai', () => {
  const full = votes('abcde', shanghai('2022-06-07 23:59:59.999'))

  it('brings all votes back, half-open', () => {
    expect(refused({ history: full, now: new Date(+full[0]!.at) })).not.toBeNull()
    expect(ask({ history: full, now: shanghai('2022-06-08 00:00') })).toMatchObject({
      ok: true,
      remaining: 3,
    })
  })

  it('does not lie at the end of the last day: nothing comes back after the close', () => {
    const last = shanghai('2022-06-11 12:00')
    expect(ask({ now: last })).toMatchObject({ ok: true, resetsAt: null })
  })
})

describe('rolling hours', () => {
  const first = shanghai('2022-06-08 10:00')

  it('bring back one vote after the other', () => {
    const history = [...votes('ab', first), ...votes('cde', noon)]
    const tomorrow = shanghai('2022-06-09 10:00')
    const at = (now: Date) => standingOf(rolling, history, now)
    expect(at(noon)).toEqual({ remaining: 0, resetsAt: tomorrow })
    expect(at(new Date(+tomorrow - 1))).toEqual({ remaining: 0, resetsAt: tomorrow })
    expect(at(tomorrow)).toEqual({ remaining: 2, resetsAt: shanghai('2022-06-09 12:00') })
    expect(at(shanghai('2022-06-09 12:00'))).toEqual({ remaining: 5, resetsAt: null })
  })
})

// What a voter tries, one ballot after the other, at instants near the edges of days.
const edges = [0, 1, 3_600_000, 86_399_999, 86_400_000, 86_400_001, 43_200_000]
const step = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 40_000_000 }))
const four = fc.constantFrom(...works.slice(0, 4))
const attempt = fc.record({
  wait: step,
  // Mostly ballots that could be taken, or no limit would ever be met.
  ballot: fc.oneof(
    { weight: 4, arbitrary: fc.uniqueArray(four, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...works, 'z'), { maxLength: 5 }) },
  ),
})
const start = shanghai('2022-06-06 23:00')
const attempts = fc.array(attempt, { minLength: 1, maxLength: 25, size: 'max' })

describe('any ballots on any policy', () => {
  it('never break a limit, and lose nothing that a limit would have let through', () => {
    let [taken, metQuota] = [0, 0]
    fc.assert(
      fc.property(soundPolicy, attempts, (policy, tried) => {
        let history: CastVote[] = []
        let now = +start
        for (const { wait, ballot } of tried) {
          now += wait
          const at = new Date(now)
          const answer = ask({ policy, ballot, history, now: at })
          const next = [...history, ...ballot.map((entry) => ({ entry, at }))]
          const isSound = isWithin(policy, next, at)
          const isFormal =
            ballot.every((entry) => works.includes(entry)) &&
            new Set(ballot).size === ballot.length &&
            ballot.length >= policy.ballot.min &&
            ballot.length <= policy.ballot.max
          expect(answer.ok).toBe(isSound && isFormal)
          if (!answer.ok) {
            metQuota += Number(answer.refusal.code.includes('quota'))
            continue
          }
          taken += 1
          expect(answer.votes).toEqual(next.slice(history.length))
          expect(answer).toMatchObject(standingOf(policy, next, at))
          history = next
        }
      }),
      { numRuns: 200 },
    )
    expect(taken).toBeGreaterThan(200)
    expect(metQuota).toBeGreaterThan(200)
  })

  it('come out the same by unique places alone', () => {
    fc.assert(
      fc.property(soundPolicy, attempts, (policy, tried) => {
        const table = placeTable()
        let history: PlacedVote[] = []
        let now = +start
        for (const { wait, ballot } of tried) {
          now += wait
          const at = new Date(now)
          const quota = ['vote-quota-exceeded', 'vote-entry-quota-exceeded']
          const refusal = refused({ policy, ballot, history, now: at })
          if (refusal && !quota.includes(refusal.code)) continue
          const placed = placesFor(policy, ballot, history, at)
          expect(placed === null).toBe(refusal !== null)
          if (!placed) continue
          expect(table.insert(policy, placed)).toBe(true)
          history = [...history, ...placed]
        }
      }),
      { numRuns: 120 },
    )
  })

  it('cannot pass a limit by racing: who counted too early finds the place taken', () => {
    let lost = 0
    fc.assert(
      fc.property(soundPolicy, attempts, fc.infiniteStream(fc.nat(3)), (policy, tried, stale) => {
        const table = placeTable()
        const states: PlacedVote[][] = [[]]
        let now = +start + 3_600_000
        for (const { wait, ballot } of tried) {
          now += wait % 20_000_000
          const at = new Date(now)
          const latest = states.at(-1)!
          // Reads what was there some ballots ago, as a second connection does.
          const seen = states.at(-1 - Math.min(stale.next().value, states.length - 1))!
          if (refused({ policy, ballot, history: seen, now: at })) continue
          const placed = placesFor(policy, ballot, seen, at)!
          const next = [...latest, ...placed]
          if (table.insert(policy, placed)) {
            states.push(next)
            expect(isWithin(policy, next, at)).toBe(true)
          } else lost += 1
        }
      }),
      { numRuns: 120 },
    )
    expect(lost).toBeGreaterThan(50)
  })

  it('leave what they say: remaining votes can be cast, one more cannot', () => {
    fc.assert(
      fc.property(soundPolicy, attempts, (policy, tried) => {
        const single = {
          ...policy,
          ballot: { min: 1, max: 100 },
          votesPerEntryPerPeriod: null,
          votesPerEntry: null,
        }
        const now = noon
        const history = tried.flatMap(({ wait, ballot }) =>
          ballot.map((entry) => ({ entry, at: new Date(+now - (wait % 172_800_000)) })),
        )
        const { remaining } = standingOf(single, history, now)
        if (remaining === null) return
        const candidates = { has: () => true }
        const many = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`)
        const cast = (count: number) =>
          ask({
            policy: single,
            history,
            now,
            ballot: many(count),
            round: { state: 'open', candidates },
          }).ok
        if (remaining > 0) expect(cast(remaining)).toBe(true)
        expect(cast(remaining + 1)).toBe(false)
      }),
    )
  })

  it('of two identities that became one leave nothing, never less', () => {
    const history = [...votes('abcde', noon), ...votes('abcde', noon)]
    expect(standingOf(plainPolicy, history, noon).remaining).toBe(0)
    expect(leftForEntry(plainPolicy, history, 'a', noon)).toMatchObject({ left: 0 })
  })
})

/** Are these votes in the window and within every limit, said as plainly as a person would? */
function isWithin(policy: VotePolicy, all: readonly CastVote[], now: Date): boolean {
  if (now < policy.window.from || now >= policy.window.to) return false
  const day = (at: Date) => new Date(+at + 8 * 3_600_000).toISOString().slice(0, 10)
  const meets = (a: Date, b: Date) =>
    policy.period.kind === 'day'
      ? day(a) === day(b)
      : a <= b && +b - +a < policy.period.hours * 3_600_000
  return all.every(({ entry, at }) => {
    const inPeriod = all.filter((one) => meets(one.at, at))
    const own = inPeriod.filter((one) => one.entry === entry)
    const ever = all.filter((one) => one.entry === entry)
    return (
      inPeriod.length <= (policy.votesPerPeriod ?? Infinity) &&
      own.length <= (policy.votesPerEntryPerPeriod ?? Infinity) &&
      ever.length <= (policy.votesPerEntry ?? Infinity)
    )
  })
}

/** A table with nothing but unique keys and, for rolling spans, the rule that a turn ends before the next. */
function placeTable() {
  const rows = new Map<string, Date>()
  return {
    /** All or nothing, like a transaction. */
    insert(policy: VotePolicy, placed: readonly PlacedVote[]): boolean {
      const wanted = placed.flatMap(({ entry, at, places }) =>
        slotsOf(policy, at).map((slot) => {
          const { turn, place } = places[slot.name]!
          const of = { round: 'r', voter: 'v', entry }
          const before = turn === null ? null : placeKey(slot, of, { turn: turn - 1, place })
          return { key: placeKey(slot, of, { turn, place }), before, slot, turn, at }
        }),
      )
      const isEarly = ({ slot: { span }, turn, before }: (typeof wanted)[number]) => {
        if (span.kind !== 'rolling' || turn === 1) return false
        const cast = rows.get(before!)
        return !cast || holds(span, cast)
      }
      if (wanted.some((one) => rows.has(one.key) || isEarly(one))) return false
      for (const { key, at } of wanted) rows.set(key, at)
      return true
    },
  }
}
