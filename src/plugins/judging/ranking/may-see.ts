import type { PayloadRequest } from 'payload'
import { hostedTracks } from '../../../access/scope.ts'
import { runIn } from '../../../database/run-in.ts'
import { lockedRanking } from '../../../database/judging/ranking/locks.ts'
import { readStoredRound, type StoredRound } from '../../../database/judging/rounds.ts'
import type { Person } from '../../../access/person.ts'
import { noRound, roundRequest } from '../round-request.ts'

/**
 * A round whose ranking somebody may see: province and supervisor always, hosts of its track once it is
 * locked.
 *
 * @throws 401, 403; 404 for others' rounds, and for hosts before the lock
 */
export async function rankingRequest(
  req: PayloadRequest,
): Promise<{ round: StoredRound; person: Person }> {
  const { id, person } = roundRequest(req, ['province', 'supervisor', 'editor'])
  const round = await readStoredRound(runIn(req), id)
  if (!round) throw noRound()
  if (person.role !== 'editor') return { round, person }
  const hosted = await hostedTracks(req)
  if (!hosted.includes(round.track.id)) throw noRound()
  if (!(await lockedRanking(runIn(req), id))) throw noRound()
  return { round, person }
}
