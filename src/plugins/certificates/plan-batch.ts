import { createHash } from 'node:crypto'
import { drawnNames } from '../../database/certificates/names.ts'
import { revokedByHand, standingOf } from '../../database/certificates/rows.ts'
import type { RunIn } from '../../database/run-in.ts'
import { canonicalJson, type Json } from '../../domain/results/canonical.ts'
import {
  givenAgain,
  planCertificates,
  renamed,
  wantedOf,
  type CertificatePlan,
  type CertificateTemplate,
  type GivenAgain,
  type Standing,
  type UnfitSheet,
  type Wanted,
} from '../../domain/results/certificates.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import type { Words } from '../../domain/words.ts'
import { refusal } from '../../hooks/refuse.ts'
import { checkWanted } from './check-sheets.ts'
import type { FinalList } from './final-list.ts'

/** What a batch would do, and whom it could not be done for. `own`: words of the template itself. */
export type BatchPlan = CertificatePlan & {
  unfit: UnfitSheet[]
  own: UnfitSheet[]
  /** What stands, by its number. */
  standing: ReadonlyMap<string, Standing>
  again: GivenAgain
}

/** Nothing is written. Whoever cannot be drawn is in no other list, and keeps what stands. */
export async function planBatch(
  run: RunIn,
  { version, list, common }: FinalList,
  template: CertificateTemplate,
): Promise<BatchPlan> {
  const names = await drawnNames(run, version.result)
  const wanted = renamed(wantedOf(list, template.naming), names)
  const standing = await standingOf(run, version.result)
  const plan = planCertificates(wanted, standing)
  const news = [...plan.make, ...plan.replace.map(({ by }) => by)]
  const { ready, unfit, own } = checkWanted(news, template, common)
  const fine = new Set(ready)
  const make = plan.make.filter(({ place }) => fine.has(place))
  return {
    ...{ unfit, own, keep: plan.keep, revoke: plan.revoke, make },
    again: givenAgain(make, await revokedByHand(run, version.result)),
    replace: plan.replace.filter(({ by }) => fine.has(by.place)),
    standing: new Map(standing.map((one) => [one.number, one])),
  }
}

/** The hash of all that a batch would do: who confirms it agrees to exactly that. */
export function planHash(
  { version: { sha256 } }: FinalList,
  template: CertificateTemplate,
  { make, replace, revoke, again }: BatchPlan,
): string {
  const parts = { list: sha256, template, make, replace, revoke, again: [...again] }
  // Through JSON: what is undefined in one of them is no part of it.
  const text = canonicalJson(JSON.parse(JSON.stringify(parts)) as Json)
  return createHash('sha256').update(text).digest('hex')
}

type Said = { name: string; work: string; level: Words }

/** One line of what would change: who has what, and what they would have. */
export type ChangeShown = {
  kind: 'make' | 'again' | 'replace' | 'revoke'
  number: string | null
  before: Said | null
  after: Said | null
}

/** Who loses, who gets something else, who gets again what was revoked, who gains. */
export function changesOf(
  { make, replace, revoke, standing, again }: BatchPlan,
  { levels }: Pick<ResultList, 'levels'>,
): ChangeShown[] {
  const words = new Map(levels.map(({ key, name }) => [key, name]))
  const said = (one: Standing | Wanted | undefined): Said | null => {
    if (!one) return null
    const { name, work, level } = one
    return { name, work, level: words.get(level) ?? { zh: level, en: level } }
  }
  return [
    ...revoke.map((number) => ({
      ...{ kind: 'revoke' as const, number, before: said(standing.get(number)), after: null },
    })),
    ...replace.map(({ number, by }) => ({
      ...{ kind: 'replace' as const, number, before: said(standing.get(number)), after: said(by) },
    })),
    ...make.map((one) => {
      const number = again.get(one.place) ?? null
      const kind = number === null ? ('make' as const) : ('again' as const)
      return { kind, number, before: null, after: said(one) }
    }),
  ]
}

/** @throws 409 `not-renderable` with everybody whose texts cannot be drawn, unless they are left out */
export function expectRenderable({ unfit, own }: BatchPlan, withoutUnfit: boolean): void {
  if (own.length === 0 && (unfit.length === 0 || withoutUnfit)) return
  const all = [...own, ...unfit]
  const first = all[0]!.message
  const words = {
    zh: `${all.length} 处文字无法印制：${first.zh}`,
    en: `${all.length} texts cannot be printed: ${first.en}`,
  }
  throw refusal(409, words, { code: 'not-renderable', unfit: all.slice(0, 200) })
}
