'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { usePoll } from '../../../admin/elements/poll.ts'
import { refresh, useRemote } from '../../../admin/elements/remote.ts'
import { idOf } from '../../../fields/id-of.ts'
import type { RoundOverview } from '../ranking/overview.ts'
import type { RankingView } from '../ranking/view.ts'

/** The round that is open in the edit view: its address, null while it was never saved. */
function useBase() {
  const { id, data: saved } = useDocumentInfo()
  const { config } = useConfig()
  const number = idOf(id)
  return {
    base: number === null ? null : `${config.routes.api}/judging-rounds/${number}`,
    version: saved?.updatedAt as unknown,
  }
}

/** How the round stands, asked for now and then while it runs. */
export function useOverview() {
  const { base, version } = useBase()
  const address = base && `${base}/overview`
  const { data, failed } = useRemote<RoundOverview>(address, version)
  usePoll(address, data?.shown === 'open' ? 15 : 60)
  return { base, overview: data, failed, reload: () => reloadRound(base) }
}

/** Its ranking: not for everybody, and not of a draft. */
export function useRanking() {
  const { base, version } = useBase()
  const { data, failed } = useRemote<RankingView>(base && `${base}/ranking`, version)
  return { base, ranking: data, failed, reload: () => reloadRound(base) }
}

async function reloadRound(base: string | null): Promise<void> {
  if (base) await Promise.all([refresh(`${base}/overview`), refresh(`${base}/ranking`)])
}
