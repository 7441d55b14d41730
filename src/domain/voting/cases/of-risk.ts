import { words, type Words } from '../../words.ts'
import type { VoidClass } from '../ledger/row.ts'
import type { RiskSignal } from '../risk/types.ts'
import type { CaseQuery } from './query.ts'

/** A sign of risk as it is stored; `entry` is a public id, networks and devices are hashes. */
export type FoundRisk = {
  kind: 'entry' | 'crowd' | 'device'
  entry: string
  network: string | null
  device: string | null
  firstAt: Date
  lastAt: Date
  signals: readonly Pick<RiskSignal, 'code' | 'words'>[]
}

export type CaseDraft = { title: Words; class: VoidClass; query: CaseQuery; reason: Words }

/**
 * A case as a sign of risk suggests it, to be looked at and narrowed by people. All votes of a work are
 * not suspicious because some are: those of many on one device, or of young identities, are asked for
 * where that was the sign.
 */
export function caseOfRisk(risk: FoundRisk): CaseDraft {
  const { kind, entry, network, device, firstAt, lastAt, signals } = risk
  const has = (code: RiskSignal['code']) => signals.some((one) => one.code === code)
  const query: CaseQuery = {
    ...(kind === 'device' ? {} : { entry }),
    ...(kind === 'crowd' ? { network: network! } : {}),
    ...(kind === 'device' ? { device: device! } : {}),
    from: firstAt.toISOString(),
    // Half-open: the last vote is in it.
    to: new Date(lastAt.getTime() + 1).toISOString(),
    ...(kind !== 'device' && has('few-devices') ? { sharedBy: 3 } : {}),
    ...(kind === 'entry' && has('young-identities') ? { youngerThanHours: 24 } : {}),
  }
  const machine = has('even-timing') || !has('young-identities')
  const titles: Record<FoundRisk['kind'], Words> = {
    entry: words(`${entry} 的异常投票`, `Odd votes for ${entry}`),
    crowd: words(`${entry} 同一网络的异常投票`, `Odd votes for ${entry} out of one network`),
    device: words(
      `同一设备的异常投票（多为 ${entry}）`,
      `Odd votes on one device (most for ${entry})`,
    ),
  }
  return {
    title: titles[kind],
    class: machine ? 'automated' : 'identity-farm',
    query,
    reason: words(
      signals.map((one) => one.words.zh).join('；'),
      signals.map((one) => one.words.en).join('; '),
    ),
  }
}
