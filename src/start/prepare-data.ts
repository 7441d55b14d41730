import type { Payload } from 'payload'
import { makeFirstAccount, type FirstAccount } from '../../seed/first-account.ts'
import { loadCampaign2022 } from '../../seed/load-campaign.ts'
import { environment } from '../environment.ts'

export type Prepared = { firstAccount?: FirstAccount }

/** Loads what an empty database needs; does nothing to one that has it. */
export async function prepareData(payload: Payload): Promise<Prepared> {
  const { totalDocs } = await payload.count({ collection: 'campaigns' })
  if (totalDocs === 0) await loadCampaign2022(payload)
  return { firstAccount: await makeFirstAccount(payload, environment()) }
}
