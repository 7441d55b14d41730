import type { Db } from './db.ts'
import type { LedgerKeys } from './keys.ts'
import { sealEvery } from './proof.ts'
import { sealLedger } from './seal.ts'

/** Of one run: a stop of the process waits for its end, some seconds. What is left comes with the next. */
const mostHeads = 5

/** The keeper's task: seals the ledger each minute. */
export function sealTask({ keys, ledger }: { keys: LedgerKeys; ledger?: string }) {
  return {
    name: 'seal',
    everyMs: sealEvery * 1000,
    run: async (client: Db): Promise<void> => {
      await sealLedger({ client, keys, ledger, mostHeads })
    },
  }
}
