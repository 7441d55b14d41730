import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { reassign } from '../../database/judging/assigning.ts'
import { readPanel } from '../../database/judging/facts.ts'
import { noteJudging } from '../../database/judging/log.ts'
import { readTrackRounds, type StoredRound } from '../../database/judging/rounds.ts'
import {
  holdCandidates,
  putIn,
  readCandidates,
  readGoesOn,
  type Candidate,
} from '../../database/judging/works.ts'
import { words } from '../../domain/words.ts'
import { refusal } from '../../hooks/refuse.ts'
import { refuseUnsound } from './check-round.ts'
import { refuseUncovered } from './refuse-uncovered.ts'
import { findRound } from './round-request.ts'

type Opened = { works: number; judges: number; pairs: number }

/**
 * Opens a draft: its works are taken in under numbers drawn by lot, and every work gets its judges. For
 * a transaction.
 *
 * @throws 409 for what stands against it: `wrong-state`, `window-over`, `round-before`, `no-works`,
 *   `no-judges`, `uncovered` with the works; 422 `round-rules`
 */
export async function openRound(req: PayloadRequest, id: number, by: number): Promise<Opened> {
  const run = runIn(req)
  const { track } = await findRound(req, id)
  await holdCandidates(run, { track: track.id, kind: track.kind })
  const round = await findRound(req, id, 'change')
  if (round.state !== 'draft') {
    const message = words('本轮已经开放', 'The round is open already')
    throw refusal(409, message, { code: 'wrong-state', state: round.state })
  }
  await refuseUnsound(req, round)
  const rules = round.rules!
  if (round.now >= rules.window.to) {
    const message = words('评审时间已过', 'Its window is over already')
    throw refusal(409, message, { code: 'window-over', path: 'windowTo' })
  }
  const works = await worksOf(req, round)
  if (works.length === 0) {
    const message = words('没有可评的作品', 'There is no work to judge')
    throw refusal(409, message, { code: 'no-works' })
  }
  const judges = (await readPanel(run, id)).filter(({ isActive }) => isActive)
  if (judges.length === 0) {
    const message = words('还没有评委', 'There is no judge yet')
    throw refusal(409, message, { code: 'no-judges' })
  }
  const seed = randomBytes(16).toString('hex')
  // What was prepared had provisional numbers.
  await query(req, sql`delete from judging_works where round_id = ${id}`)
  await putIn(run, { round: id, kind: round.track.kind, seed }, works)
  const assigned = await reassign(run, { ...round, seed, quorum: rules.quorum })
  if (!assigned.ok) throw refuseUncovered(assigned.uncovered, works)
  await query(
    req,
    sql`update judging_rounds set state = 'open', seed = ${seed}, opened_at = clock_timestamp(),
      updated_at = now() where id = ${id}`,
  )
  const counts = { works: works.length, judges: judges.length, pairs: assigned.added.length }
  await noteJudging(run, { round: id, by, action: 'open', detail: { ...counts, seed } })
  return counts
}

/**
 * The works that a draft begins with: those prepared by hand and all others of the track, less those
 * taken out by hand; in a later round only those that the round before carried over.
 */
export async function worksOf(req: PayloadRequest, round: StoredRound): Promise<Candidate[]> {
  const run = runIn(req)
  const { id: track, kind } = round.track
  const candidates = await readCandidates(run, { track, kind })
  const out = await query<{ entry: string }>(
    req,
    sql`select entry from judging_works where round_id = ${round.id} and gone_at is not null`,
  )
  const removed = new Set(out.map(({ entry }) => entry))
  const goesOn = await carriedInto(req, round)
  const carried = goesOn && new Set(goesOn)
  return candidates.filter(({ entry }) => !removed.has(entry) && (!carried || carried.has(entry)))
}

/**
 * Which works the round before lets into this one; null: it is the first.
 *
 * @throws 409 `round-before` while the round before is not locked
 */
async function carriedInto(req: PayloadRequest, round: StoredRound): Promise<string[] | null> {
  const run = runIn(req)
  const rounds = await readTrackRounds(run, round.track.id)
  const before = rounds[rounds.findIndex(({ id }) => id === round.id) - 1]
  if (!before) return null
  const goesOn = await readGoesOn(run, before.id)
  if (goesOn) return goesOn
  const message = words(
    `上一轮“${before.title}”尚未锁定，不知道哪些作品晋级`,
    `The round before, “${before.title}”, is not locked: nobody knows who goes on`,
  )
  throw refusal(409, message, { code: 'round-before', round: before.id })
}
