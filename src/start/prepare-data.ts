import type { Payload } from 'payload'
import { makeFirstAccount, type FirstAccount } from '../../seed/first-account.ts'
import { loadCampaign2022 } from '../../seed/load-campaign.ts'
import { isShowcaseEmpty, rebuildShowcase } from '../database/showcase/rebuild.ts'
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
  return { firstAccount: await makeFirstAccount(payload, environment()) }
}
