import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { readPause } from '../../../database/judging/pauses.ts'
import { readFacts, type FactsRead } from '../../../database/judging/ranking/facts.ts'
import { lockedRanking, type Lock } from '../../../database/judging/ranking/locks.ts'
import type { StoredRound } from '../../../database/judging/rounds.ts'
import { readAwardFields, type AwardPolicy } from '../../../domain/judging/awards.ts'
import {
  factsOf,
  judgeFacts,
  lockedOf,
  lockedText,
  parseLocked,
  type Judged,
  type LockedRanking,
  type RankingFacts,
} from '../../../domain/judging/locked.ts'
import { mostByPairs } from '../../../domain/judging/ranking.ts'
import { words } from '../../../domain/words.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { opened } from '../round-request.ts'

/** What comes of a round as it stands now, and the text that a lock would freeze. */
export type Standing = Counted & {
  vote: FactsRead['vote']
  isPaused: boolean
  before: Lock | null
  sha256: string
  text: string
}

export type Counted = { facts: RankingFacts; judged: Judged; locked: LockedRanking }

/**
 * Counts a round that was opened.
 *
 * @param reason of a new version
 * @throws 409 `wrong-state` of a draft, `too-many-by-pairs`, `awards` that are not sound
 */
export async function standingOf(
  req: PayloadRequest,
  round: StoredRound,
  reason: string | null = null,
): Promise<Standing> {
  const run = runIn(req)
  const before = await lockedRanking(run, round.id)
  const version = {
    version: (before?.version ?? 0) + 1,
    replaces: before && { version: before.version, sha256: before.sha256 },
    reason,
  }
  const awardPolicy = awardPolicyOf(round)
  const { facts, vote } = await readFacts(run, opened(round), { version, awardPolicy })
  const counted = count(facts)
  const text = lockedText(counted.locked)
  const isPaused = (await readPause(run, round.id)) !== null
  return { ...counted, vote, isPaused, before, text, sha256: sha256Of(text) }
}

/** What a locked ranking says, from its text alone. */
export function countedOf({ text }: Pick<Lock, 'text'>): Counted {
  const locked = parseLocked(text)
  const facts = locked && factsOf(locked)
  if (!facts) throw new Error('A locked ranking cannot be read')
  return { facts, judged: judgeFacts(facts), locked }
}

/** @throws 409 `too-many-by-pairs` */
export function count(facts: RankingFacts): Counted {
  const standing = facts.works.filter(({ isWithdrawn }) => !isWithdrawn).length
  if (facts.rules.method.kind === 'schulze' && standing > mostByPairs) {
    const message = words(
      `舒尔茨法最多比较 ${mostByPairs} 件作品，现有 ${standing} 件`,
      `At most ${mostByPairs} works can be ranked by pairs, these are ${standing}`,
    )
    throw refusal(409, message, { code: 'too-many-by-pairs' })
  }
  const judged = judgeFacts(facts)
  return { facts, judged, locked: lockedOf(facts, judged) }
}

/** @throws 409 `awards` with what is wrong */
export function awardPolicyOf({ awards }: Pick<StoredRound, 'awards'>): AwardPolicy | null {
  const read = readAwardFields(awards as never)
  if (!read) return null
  if (read.policy) return read.policy
  const all = (language: 'zh' | 'en') =>
    read.findings.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  const message = words(`奖项设置有误：${all('zh')}`, `The awards are not sound: ${all('en')}`)
  throw refusal(409, message, { code: 'awards', findings: read.findings })
}

/** Whether two rankings say the same, their versions aside. */
export function isSame(a: LockedRanking, b: LockedRanking): boolean {
  const plain = (one: LockedRanking) =>
    lockedText({ ...one, version: 0, replaces: null, reason: null })
  return plain(a) === plain(b)
}

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
