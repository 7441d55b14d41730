import type { Db } from './db.ts'
import type { LedgerKeys } from './keys.ts'
import { sealEvery } from './proof.ts'
import { sealLedger } from './seal.ts'

/** The keeper's task: seals the ledger each minute. */
export function sealTask({ keys, ledger }: { keys: LedgerKeys; ledger?: string }) {
  return {
    name: 'seal',
    everyMs: sealEvery * 1000,
    run: async (client: Db): Promise<void> => {
      await sealLedger({ client, keys, ledger })
    },
  }
}
