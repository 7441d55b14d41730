import { done, refused } from './matrix-entries.ts'
import { everybody, province, type Who } from './matrix.ts'
import { loggedIn } from './matrix-staff.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

type Asked = { method: 'GET' | 'POST'; path: string; by: readonly Who[]; body?: object }

const staff = loggedIn.filter((who) => who !== 'judge')
const seesAll: readonly Who[] = ['supervisor', 'province']
const reason = { reason: '理由' }

// What is asked of a draft without works: who may, gets as far as being told what stands against it.
const asked: readonly Asked[] = [
  { method: 'POST', path: 'open', by: province, body: {} },
  { method: 'POST', path: 'pause', by: province, body: reason },
  { method: 'POST', path: 'resume', by: province, body: {} },
  { method: 'POST', path: 'close', by: province, body: reason },
  { method: 'POST', path: 'candidates', by: province, body: { add: [] } },
  { method: 'POST', path: 'propose-change', by: province, body: { policy: {}, note: '理由' } },
  { method: 'POST', path: 'confirm-change', by: province, body: { proposal: 'x' } },
  { method: 'POST', path: 'withdraw-change', by: province, body: { proposal: 'x' } },
  { method: 'GET', path: 'live', by: staff },
  { method: 'GET', path: 'candidates', by: staff },
  { method: 'GET', path: 'totals', by: seesAll },
  { method: 'GET', path: 'ledger', by: seesAll },
]

/** Rounds of voting: every question about one, and every act on it, by everybody. */
export async function runRounds(stage: Stage, { cell }: Tally): Promise<void> {
  const { campaign, as, spare, unchanged, restore } = stage
  const tables = ['vote_rounds', 'ballot_rounds', 'ballot_candidates', 'ballot_log']
  // Works that an earlier section published would be candidates: the draft could be opened.
  await restore()
  for (const { method, path, by, body } of asked) {
    for (const who of everybody) {
      const may = by.includes(who)
      const answer = await campaign.call(method, `/vote-rounds/${spare.voteRound}/${path}`, {
        ...{ as: as(who), body },
      })
      const { status } = answer
      const got = method === 'GET' ? done(status) || status === 409 : status === 409
      const same = await unchanged(...tables)
      const name = `${who} ${may ? 'may' : 'may not'} ${method} ${path} of a vote round`
      cell(name, (may ? got : refused(status)) && same, { ...answer, same })
    }
  }
}
