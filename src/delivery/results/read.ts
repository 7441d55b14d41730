import type { ObjectionState } from '../../domain/results/objections.ts'
import { noticeChangesAt } from '../../domain/results/public-notice.ts'
import { resultCard, showResult, type ShownResult } from '../../domain/results/shown.ts'
import {
  versionColumns,
  versionOf,
  versionTables,
  type StoredVersion,
} from '../../database/results/versions.ts'
import type { Matches } from '../cache.ts'
import type { Core } from '../core.ts'
import type { ListOptions, Page, Read } from '../read/documents.ts'

type Row = Record<string, unknown> & { result: number; now: number; states: ObjectionState[] }
type Known = { versions: StoredVersion[]; states: ObjectionState[]; now: Date }

// Versions that nobody may know of are read, too: they say until when an answer is right.
const selected = `select ${versionColumns}, n.now,
    (select coalesce(json_agg(o.state), '[]') from objections o where o.result_id = v.result_id) as states
  from ${versionTables}, (select (extract(epoch from notice_clock()) * 1000)::float8 as now) n`

/** One list by its public id, or undefined before its notice opens. */
export async function oneResult(core: Core, id: string): Promise<Read<ShownResult | undefined>> {
  const rows = await core.database.read<Row>(
    'one result',
    `${selected} where v.public_id = $1 order by v.version`,
    [id],
  )
  const [known] = groups(rows)
  return {
    value: (known && shown(known)) ?? undefined,
    matches: (change) => isResult(change) && change.slug === id,
    expires: expiryOf(known ? [known] : []),
  }
}

/** The text of one version of a list as it was frozen, once that version's time has come. */
export async function frozenText(
  core: Core,
  id: string,
  version: number,
): Promise<Read<string | undefined>> {
  const read = await oneResult(core, id)
  const isShown = read.value?.versions.some((one) => one.version === version)
  if (!isShown) return { ...read, value: undefined }
  const [row] = await core.database.read<{ text: string }>(
    'frozen text',
    'select text from result_versions where public_id = $1 and version = $2',
    [id, version],
  )
  return { ...read, value: row?.text }
}

/** One page of the lists that are shown, the one shown last first. */
export async function listResults(
  core: Core,
  { campaign, limit, cursor }: Pick<ListOptions, 'campaign' | 'limit' | 'cursor'>,
): Promise<Read<Page>> {
  const question = `results ${campaign ?? ''}`
  const [at, last] = cursor === undefined ? [null, null] : core.cursors.read(question, cursor)
  const rows = await core.database.read<Row>(
    'list results',
    `${selected} where ($1::text is null or v.campaign = $1) order by v.result_id, v.version`,
    [campaign ?? null],
  )
  const all = groups(rows)
  const cards = all
    .flatMap((known) => {
      const one = shown(known)
      return one ? [{ card: resultCard(one), at: Date.parse(one.publishedAt), id: one.id }] : []
    })
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  const rest =
    at === null
      ? cards
      : cards.filter(
          (one) => one.at < Number(at) || (one.at === Number(at) && one.id > String(last)),
        )
  const page = rest.slice(0, limit)
  const end = rest.length > limit ? page.at(-1)! : undefined
  const matches: Matches = (change) =>
    isResult(change) && (campaign === undefined || change.campaign === campaign)
  return {
    value: {
      data: page.map(({ card }) => card),
      next: end ? core.cursors.write(question, [end.at, end.id]) : null,
    },
    ...{ matches, expires: expiryOf(all) },
  }
}

const shown = ({ versions, states, now }: Known) => showResult(versions, states, now)

function groups(rows: Row[]): Known[] {
  const known = new Map<number, Known>()
  for (const { now, states, ...row } of rows) {
    const one = known.get(row.result) ?? { versions: [], states, now: new Date(Number(now)) }
    one.versions.push(versionOf(row))
    known.set(row.result, one)
  }
  return [...known.values()]
}

// The database's clock decides; this node's own says only how long that is from now.
function expiryOf(known: Known[]): number | undefined {
  const ends = known.flatMap(({ versions, now }) => {
    const at = noticeChangesAt(versions, now)
    return at ? [Date.now() + at.getTime() - now.getTime()] : []
  })
  return ends.length > 0 ? Math.min(...ends) : undefined
}

function isResult(
  change: Parameters<Matches>[0],
): change is Extract<Parameters<Matches>[0], { document: string }> {
  return 'document' in change && change.document === 'result'
}
