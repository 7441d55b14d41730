import type { PayloadRequest } from 'payload'
import { personOf, type Person, type Role } from '../../access/person.ts'
import { runIn } from '../../database/run-in.ts'
import { readStoredRound, type StoredRound } from '../../database/judging/rounds.ts'
import type { JudgingRound } from '../../domain/judging/rounds.ts'
import { words } from '../../domain/words.ts'
import { refusal } from '../../hooks/refuse.ts'

/** Who asks: 401 for strangers, 403 for roles that are not among these. */
export function personAsking(req: PayloadRequest, roles: readonly Role[]): Person {
  const person = personOf(req)
  if (!person) throw refusal(401, words('请先登录', 'Log in first'), { code: 'not-logged-in' })
  if (!roles.includes(person.role)) {
    throw refusal(403, words('您无权进行此操作', 'This is not yours to do'), { code: 'not-yours' })
  }
  return person
}

/** Who asks about which round: as {@link personAsking}, and 404 for what is no round's id. */
export function roundRequest(
  req: PayloadRequest,
  roles: readonly Role[],
): { id: number; person: Person } {
  const person = personAsking(req, roles)
  const id = String(req.routeParams?.id ?? '')
  if (!/^\d{1,9}$/.test(id)) throw noRound()
  return { id: Number(id), person }
}

/** @throws 404 */
export async function findRound(
  req: PayloadRequest,
  id: number,
  hold?: 'change' | 'mark',
): Promise<StoredRound> {
  const round = await readStoredRound(runIn(req), id, hold)
  if (!round) throw noRound()
  return round
}

export type RunningRound = StoredRound & { rules: JudgingRound; seed: string }

/**
 * A round that was opened and is held until the transaction ends.
 *
 * @throws 404; 409 `wrong-state` while it is a draft, `round-locked` once it is locked
 */
export async function holdRunning(req: PayloadRequest, id: number): Promise<RunningRound> {
  const round = await findRound(req, id, 'change')
  if (round.state === 'locked') throw lockedRound()
  return opened(round)
}

/** @throws 409 while it is a draft */
export function opened(round: StoredRound): RunningRound {
  const { rules, seed } = round
  if (round.state !== 'draft' && rules && seed !== null) return { ...round, rules, seed }
  const message = words('本轮尚未开放', 'The round is not open yet')
  throw refusal(409, message, { code: 'wrong-state', state: round.state })
}

export const lockedRound = () =>
  refusal(409, words('本轮已锁定', 'The round is locked'), { code: 'round-locked' })

export const noRound = () =>
  refusal(404, words('没有这个评审轮次', 'No such round'), { code: 'not-found' })
