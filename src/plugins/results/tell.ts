import type { PayloadRequest } from 'payload'
import type { StoredVersion } from '../../database/results/versions.ts'
import { list, query, sql } from '../../database/sql.ts'
import type { ResultList } from '../../domain/results/frozen.ts'
import { environment } from '../../environment.ts'
import { notify, type Recipient } from '../../hooks/notices.ts'
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

/** Tells those whose works got an award, once a list is final. */
export async function tellAwards(req: PayloadRequest, version: StoredVersion): Promise<void> {
  const { awards, levels, title } = JSON.parse(version.text) as ResultList
  const works = await worksOf(
    req,
    awards.map(({ entry }) => entry),
  )
  const names = new Map(levels.map(({ key, name }) => [key, name.zh]))
  const batch = `result:${version.result}:${version.version}:awards`
  for (const { entry, level, title: entryTitle } of awards) {
    const work = works.get(entry)
    if (!work) continue
    const values = {
      ...{ entryId: entry, entryTitle, track: title, level: names.get(level) ?? level },
      ...{ certificate: '另行制发', link: linkOf(version) },
    }
    const [place] = await query<{ unit: number; participant: number | null }>(
      req,
      sql`select unit_id as unit, participant_id::int as participant from ${sql.identifier(work.kind)} where id = ${work.id}`,
    )
    const to: Recipient<'award-given'>[] = [
      { kind: 'submitting-unit', unitId: place!.unit, values },
    ]
    const { participant } = place!
    if (participant !== null) to.push({ kind: 'participant', participantId: participant, values })
    const ids = { entry, level, result: version.publicId, version: String(version.version) }
    await notify(req, { event: 'award-given', about: entry, batch, ids, to })
  }
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
