import type { PayloadRequest } from 'payload'
import type { StoredVersion } from '../../database/results/versions.ts'
import { list, query, sql } from '../../database/sql.ts'
import { awardChanges, type AwardChanges } from '../../domain/results/award-changes.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import { environment } from '../../environment.ts'
import { notify, type Notice, type Recipient } from '../../hooks/notices.ts'
import { worksOf } from './list-rows.ts'

/** Tells hosts, submitting units and clients that a list is on notice, or that a correction of it is. */
export async function tellOpened(req: PayloadRequest, version: StoredVersion): Promise<void> {
  const { awards, title } = JSON.parse(version.text) as ResultList
  const works = [
    ...(
      await worksOf(
        req,
        awards.map(({ entry }) => entry),
      )
    ).values(),
  ]
  const units = await unitsOf(req, works)
  const hosts = await hostsOf(req, version.result)
  const about = `result:${version.result}:${version.version}`
  const ids = { result: version.publicId, version: String(version.version) }
  if (version.version === 1) {
    const values = {
      ...{ track: title, link: linkOf(version) },
      ...{ from: dayOf(version.window.from), to: dayOf(new Date(version.window.to.getTime() - 1)) },
    }
    const to = recipients<'results-opened'>({ units, hosts }, values)
    await notify(req, { event: 'results-opened', about, batch: about, ids, to })
    return
  }
  const values = { track: title, version: String(version.version), reason: version.reason ?? '' }
  const to = recipients<'results-corrected'>({ units, hosts }, values)
  await notify(req, { event: 'results-corrected', about, batch: about, ids, to })
}

/**
 * Once a list is final: tells those whose works got an award, or another one, and those who lost theirs.
 *
 * @param before the version that was final until now
 */
export async function tellAwards(
  req: PayloadRequest,
  version: StoredVersion,
  before: StoredVersion | null,
): Promise<void> {
  const list = JSON.parse(version.text) as ResultList
  const { given, lost } = awardChanges(before && (JSON.parse(before.text) as ResultList), list)
  const works = await worksOf(
    req,
    [...given, ...lost].map(({ row }) => row.entry),
  )
  const batch = `result:${version.result}:${version.version}:awards`
  const tell = async (
    event: 'award-given' | 'award-withdrawn',
    { row: { entry, title: entryTitle, level: key }, level }: AwardChanges['given'][number],
    more: object,
  ) => {
    const work = works.get(entry)
    if (!work) return
    const common = { entryId: entry, entryTitle, track: list.title, level, link: linkOf(version) }
    const values = { ...common, ...more }
    const [place] = await query<{ unit: number; participant: number | null }>(
      req,
      sql`select unit_id as unit, participant_id::int as participant from ${sql.identifier(work.kind)} where id = ${work.id}`,
    )
    const { unit, participant } = place!
    const to: object[] = [{ kind: 'submitting-unit', unitId: unit, values }]
    if (participant !== null) to.push({ kind: 'participant', participantId: participant, values })
    const ids = { entry, level: key, result: version.publicId, version: String(version.version) }
    await notify(req, { event, about: entry, batch, ids, to } as Notice<typeof event>)
  }
  for (const one of given) await tell('award-given', one, {})
  for (const one of lost) await tell('award-withdrawn', one, { reason: version.reason ?? '' })
}

function recipients<E extends 'results-opened' | 'results-corrected'>(
  { units, hosts }: { units: number[]; hosts: number[] },
  values: Recipient<E>['values'],
): Recipient<E>[] {
  const kinds = [
    ...units.map((unitId) => ({ kind: 'submitting-unit', unitId, values })),
    ...hosts.map((unitId) => ({ kind: 'host', unitId, values })),
    { kind: 'client', values },
  ]
  return kinds as unknown as Recipient<E>[]
}

async function unitsOf(
  req: PayloadRequest,
  works: readonly { kind: string; id: number }[],
): Promise<number[]> {
  const units = new Set<number>()
  for (const kind of new Set(works.map((work) => work.kind))) {
    const ids = works.filter((work) => work.kind === kind).map(({ id }) => id)
    const rows = await query<{ unit: number }>(
      req,
      sql`select distinct unit_id as unit from ${sql.identifier(kind)} where id in ${list(ids)}`,
    )
    for (const { unit } of rows) units.add(unit)
  }
  return [...units].sort((a, b) => a - b)
}

async function hostsOf(req: PayloadRequest, result: number): Promise<number[]> {
  const rows = await query<{ unit: number }>(
    req,
    sql`select t.host_id as unit from tracks t join results r on r.track_id = t.id where r.id = ${result} and t.host_id is not null
      union select x.units_id from tracks_rels x join results r on r.track_id = x.parent_id
        where r.id = ${result} and x.path = 'coHosts'
      order by unit`,
  )
  return rows.map(({ unit }) => unit)
}

const linkOf = ({ publicId }: StoredVersion) => `${environment().publicUrl}/v1/results/${publicId}`

/** `2022年10月10日`, in Shanghai. */
const dayOf = (at: Date) =>
  new Intl.DateTimeFormat('zh-CN', {
    ...{ timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' },
  }).format(at)
