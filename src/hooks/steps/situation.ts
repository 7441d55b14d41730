import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/person.ts'
import { hostedTracks } from '../../access/scope.ts'
import { query, sql } from '../../database/sql.ts'
import { idOf } from '../../fields/id-of.ts'
import {
  intervalWords,
  openPhases,
  windowsOf,
  type PhaseKey,
  type Windows,
} from '../../domain/phases.ts'
import { isSameOrBelow } from '../../domain/unit-tree.ts'
import type { Action, Standing } from '../../domain/workflow.ts'
import type { PassStep } from '../../domain/separation.ts'
import type { EntryKind } from '../../domain/kinds.ts'
import type { Words } from '../../domain/words.ts'
import type { Campaign, Track } from '../../payload-types.ts'
import type { Entry } from './entry.ts'

/** Everything that the workflow's decision over one entry needs to know, read at one instant. */
export type Situation = {
  now: Date
  track: Track
  campaign: Campaign
  windows: Windows
  openPhases: ReadonlySet<PhaseKey>
  standings: ReadonlySet<Standing>
  history: PassStep[]
  allowSamePerson: boolean
}

/** Reads the situation of an entry for whoever asks; `now` is the database's clock. */
export async function situationOf(
  req: PayloadRequest,
  kind: EntryKind,
  entry: Entry,
  actor: Actor,
): Promise<Situation> {
  const track = await req.payload.findByID({
    collection: 'tracks',
    id: idOf(entry.track)!,
    depth: 0,
    req,
  })
  const campaign = await req.payload.findByID({
    collection: 'campaigns',
    id: idOf(track.campaign)!,
    depth: 0,
    req,
  })
  const windows = windowsOf({ campaignPhases: campaign.phases ?? [], trackWindows: track.windows })
  const now = await databaseClock(req)
  return {
    now,
    track,
    campaign,
    windows,
    openPhases: openPhases(windows, now),
    standings: await standingsOf(req, entry, actor),
    history: await stepsSinceSubmit(req, kind, entry.id),
    allowSamePerson: campaign.allowSamePerson === true,
  }
}

/** When the phases of a step are, in words, for the refusal outside of them. */
export function windowWords(windows: Windows, phases: readonly PhaseKey[]): Words | undefined {
  const texts = phases.flatMap((phase) => (windows[phase] ? [intervalWords(windows[phase])] : []))
  if (texts.length === 0) return undefined
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') }
}

/** What a person is to an entry: none for those who only read what is published. */
export async function standingsOf(
  req: PayloadRequest,
  entry: Entry,
  person: Actor,
): Promise<Set<Standing>> {
  const standings = new Set<Standing>()
  if (person.role === 'participant') {
    if (idOf(entry.participantId) === person.id) standings.add('owner')
    return standings
  }
  if (person.role === 'province') standings.add('province')
  if (person.role === 'supervisor') standings.add('supervisor')
  if (person.role === 'editor' && isSameOrBelow(entry.unitPath ?? '', person.unitPath))
    standings.add('unitEditor')
  if ((await hostedTracks(req)).includes(idOf(entry.track) ?? -1)) standings.add('host')
  return standings
}

async function stepsSinceSubmit(
  req: PayloadRequest,
  kind: EntryKind,
  id: number,
): Promise<PassStep[]> {
  const rows = await query<{ action: string; actor_id: number | null }>(
    req,
    sql`
    select action, actor_id from review_logs
    where kind = ${kind} and entry_id = ${id} and action not in ('edit', 'note', 'unmask')
      and id >= coalesce((select max(id) from review_logs where kind = ${kind} and entry_id = ${id} and action = 'submit'), 0)
    order by id`,
  )
  return rows.map(({ action, actor_id }) => ({
    action: action as Action,
    actorId: actor_id ?? 'system',
  }))
}

async function databaseClock(req: PayloadRequest): Promise<Date> {
  const [row] = await query<{ now: string }>(
    req,
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  return new Date(row!.now)
}
