import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { noticeClock, type StoredVersion } from '../../database/results/versions.ts'
import { query, sql } from '../../database/sql.ts'
import { parseLocked, type LockedRanking } from '../../domain/judging/locked.ts'
import { awardsAfter, type RankedAwards } from '../../domain/results/from-ranking.ts'
import {
  freeze,
  nextVersion,
  type Frozen,
  type ResultList,
  type ResultRow,
} from '../../domain/results/frozen.ts'
import type { Ruling, RulingEffect } from '../../domain/results/objections.ts'
import { noticeRefusal } from '../../domain/results/public-notice.ts'
import { readResultSettings } from '../../domain/results/settings.ts'
import { words } from '../../domain/words.ts'
import { idOf } from '../../fields/id-of.ts'
import { refusal } from '../../hooks/refuse.ts'
import type { CorrectionAsked } from './asked.ts'
import { worksOf } from './list-rows.ts'
import { refused, type ResultDoc } from './result-request.ts'

/** A version as it would be frozen now. */
export type MadeList = {
  list: ResultList
  frozen: Frozen
  /** Upheld objections that it applies, all of them; those that no version applied before are new. */
  rulings: { id: number; isNew: boolean }[]
  changes: RankedAwards['changes']
  reserves: string[]
}

export const sha256 = (bytes: Uint8Array) =>
  new Uint8Array(createHash('sha256').update(bytes).digest())

/**
 * The first version of a list, out of the newest locked ranking of its round.
 *
 * @throws 400, 409 with what stands against it
 */
export async function makeFirst(req: PayloadRequest, doc: ResultDoc): Promise<MadeList> {
  const { settings, faults } = readResultSettings(doc)
  if (!settings) throw settingsRefusal(faults)
  const now = await noticeClock(runIn(req))
  const against = noticeRefusal(settings.notice, settings.leastDays, now)
  if (against) throw refused(against)
  const { ranking, sha256: hash } = await lockedRanking(req, doc)
  const made = awardsAfter(ranking, [])
  if (!made || made.awards.length === 0) throw noAwards()
  const list: ResultList = {
    format: 'results/1',
    ...{ campaign: ranking.campaign, track: ranking.track, title: doc.title },
    ...{ version: 1, replaces: null, reason: null, contact: doc.contact },
    notice: {
      from: settings.notice.from.toISOString(),
      to: settings.notice.to.toISOString(),
    },
    ...{ basis: basisOf(ranking, hash), levels: made.levels, vacancies: made.vacancies },
    awards: await rowsOf(req, made.awards, new Map()),
  }
  return {
    ...{ list, frozen: freeze(list, sha256), rulings: [] },
    ...{ changes: made.changes, reserves: made.reserves },
  }
}

/**
 * The next version of a list: the newest locked ranking after all upheld objections. Works that stood in
 * the version before are called as they were then, unless their names are asked for anew.
 *
 * @throws 400, 409 with what stands against it
 */
export async function makeNext(
  req: PayloadRequest,
  doc: ResultDoc,
  before: StoredVersion,
  { reason, correction }: { reason: string; correction: CorrectionAsked },
): Promise<MadeList> {
  const { settings, faults } = readResultSettings({
    ...doc,
    ...{ noticeFrom: correction.notice.from, noticeTo: correction.notice.to },
  })
  if (!settings) throw settingsRefusal(faults)
  const now = await noticeClock(runIn(req))
  const against = noticeRefusal(settings.notice, settings.leastDays, now)
  if (against) throw refused(against)
  const { ranking, sha256: hash } = await lockedRanking(req, doc)
  const upheld = await upheldOf(req, doc.id)
  const rulings = upheld.flatMap(({ entry, effect }): Ruling[] =>
    entry === null ? [] : [{ entry, effect: effect ?? 'keep' }],
  )
  const made = awardsAfter(ranking, rulings)
  if (!made) throw noAwards()
  const old = JSON.parse(before.text) as ResultList
  const known = new Map(old.awards.map((row) => [row.entry, row]))
  const awards = await rowsOf(req, made.awards, correction.names ? new Map() : known)
  const list = nextVersion(
    before,
    {
      ...{ awards, vacancies: made.vacancies, levels: made.levels },
      notice: {
        from: settings.notice.from.toISOString(),
        to: settings.notice.to.toISOString(),
      },
      basis: basisOf(ranking, hash),
      ...(correction.title ? { title: correction.title } : {}),
      ...(correction.contact ? { contact: correction.contact } : {}),
    },
    reason,
  )
  return {
    ...{ list, frozen: freeze(list, sha256), changes: made.changes, reserves: made.reserves },
    rulings: upheld.map(({ id, appliedIn }) => ({ id, isNew: appliedIn === null })),
  }
}

type Upheld = {
  id: number
  entry: string | null
  effect: RulingEffect | null
  appliedIn: number | null
}

async function upheldOf(req: PayloadRequest, result: number): Promise<Upheld[]> {
  return query<Upheld>(
    req,
    sql`select id, entry, effect, applied_in::int as "appliedIn" from objections
      where result_id = ${result} and state = 'upheld' order by id`,
  )
}

async function lockedRanking(
  req: PayloadRequest,
  doc: ResultDoc,
): Promise<{ ranking: LockedRanking; sha256: string }> {
  const round = idOf(doc.round)
  const [lock] = await query<{ text: string; sha256: string }>(
    req,
    sql`select text, sha256 from judging_locks where round_id = ${round} order by version desc limit 1`,
  )
  const ranking = lock && parseLocked(lock.text)
  if (lock && ranking) return { ranking, sha256: lock.sha256 }
  const message = words(
    '所选评审轮次尚未锁定，不能形成名单',
    'The round is not locked: there is no list to make',
  )
  throw refusal(409, message, { code: 'round-not-locked', path: 'round' })
}

function basisOf({ vote }: LockedRanking, ranking: string): ResultList['basis'] {
  return { ranking, ...(vote?.head ? { votes: vote.head.root } : {}) }
}

// A work that left after the ranking was locked gets no award: the ranking has to be locked anew.
async function rowsOf(
  req: PayloadRequest,
  awards: RankedAwards['awards'],
  known: ReadonlyMap<string, ResultRow>,
): Promise<ResultRow[]> {
  const works = await worksOf(
    req,
    awards.map(({ entry }) => entry),
  )
  const gone = awards.filter(({ entry }) => {
    const status = works.get(entry)?.status
    return status !== 'accepted' && status !== 'published'
  })
  if (gone.length > 0) {
    const names = gone.slice(0, 10).map(({ entry }) => entry)
    const message = words(
      `这些作品已不在参评之列，请重新锁定排名或处理异议：${names.join('、')}`,
      `These works take part no more; lock the ranking anew: ${names.join(', ')}`,
    )
    throw refusal(409, message, { code: 'works-gone', entries: gone.map(({ entry }) => entry) })
  }
  return awards.map(({ entry, level, rank }) => {
    const before = known.get(entry)
    const { title, unit, authors } = before ?? works.get(entry)!
    return { ...{ entry, level, rank, title, unit }, authors: [...authors] }
  })
}

function noAwards() {
  const message = words(
    '所选评审轮次没有评出奖项',
    'The round gives no awards: choose the last round',
  )
  return refusal(409, message, { code: 'no-awards', path: 'round' })
}

/** @returns a 422 with what is wrong at each field */
export function settingsRefusal(
  faults: readonly { path: string; message: { zh: string; en: string } }[],
) {
  const errors = faults.map(({ path, message }) => ({
    path,
    message: `${message.zh} / ${message.en}`,
  }))
  const all = (language: 'zh' | 'en') =>
    faults.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  return refusal(422, words(all('zh'), all('en')), { code: 'result-settings', errors })
}
