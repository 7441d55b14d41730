import { foldVotes } from '../database/voting/fold.ts'
import { openKeeper, type Keeper, type KeeperTask } from '../database/voting/keeper.ts'
import { publishTotals } from '../database/voting/publish.ts'
import { assessRisks } from '../database/voting/risk/assess.ts'
import { forgetTraces } from '../database/voting/risk/forget.ts'
import { ledgerKeys, sealTask } from '../database/voting/seal.ts'
import type { Log } from '../door/log.ts'
import type { Environment } from '../environment.ts'

/** Everything that is done with votes apart from requests; on nodes with Payload, where one of all does it. */
export function openVoteKeeper(settings: Environment, log: Log): Keeper {
  const { databaseUrl, fieldKey } = settings
  const tasks: KeeperTask[] = [
    { name: 'fold votes', everyMs: 1_000, run: foldVotes },
    { name: 'publish totals', everyMs: 2_000, run: publishTotals },
    sealTask({ keys: ledgerKeys(fieldKey) }),
    assessRisks,
    forgetTraces,
  ]
  return openKeeper({ databaseUrl, tasks, log: log.child({ from: 'votes' }) })
}
