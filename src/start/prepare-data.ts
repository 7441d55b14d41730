import type { Payload } from 'payload'
import { makeFirstAccount, type FirstAccount } from '../../seed/first-account.ts'
import { loadCampaign2022 } from '../../seed/load-campaign.ts'
import { isShowcaseEmpty, rebuildShowcase } from '../database/showcase/rebuild.ts'
import { catchUp } from '../database/voting/seal.ts'
import { environment } from '../environment.ts'

export type Prepared = { firstAccount?: FirstAccount }

/**
 * Loads what an empty database needs; does nothing to one that has it. What was published before there
 * was a read model is shown from the first start with one.
 */
export async function prepareData(payload: Payload): Promise<Prepared> {
  const { totalDocs } = await payload.count({ collection: 'campaigns' })
  if (totalDocs === 0) await loadCampaign2022(payload)
  if (await isShowcaseEmpty(payload)) await rebuildShowcase(payload)
  await catchUpTransactions(payload)
  return { firstAccount: await makeFirstAccount(payload, environment()) }
}

// After a dump was restored into another cluster; nothing otherwise.
async function catchUpTransactions(payload: Payload): Promise<void> {
  const client = await payload.db.pool.connect()
  try {
    const passed = await catchUp(client)
    if (passed > 0)
      payload.logger.info(`${passed} transactions were let pass: the votes have later ones`)
  } finally {
    client.release()
  }
}
