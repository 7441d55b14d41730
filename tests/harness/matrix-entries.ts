import {
  afterEdit,
  deletes,
  edits,
  everybody,
  kinds,
  reads,
  readsMaskedPhones,
  states,
  toTheSecondSet,
  unitSide,
  type Kind,
  type Who,
} from './matrix.ts'
import { names } from './matrix-doors.ts'
import { maskedPhone, type Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

export const refused = (status: number) => [401, 403, 404].includes(status)
export const done = (status: number) => status === 200 || status === 201

/** The tables that a write to a work of one kind touches. */
export const tablesOf = (kind: Kind) => [kind, `${kind}_authors`, 'media', 'review_logs']

type Row = { id: number; authors?: { phone?: string | null }[]; createdBy?: unknown }

/** Lists and counts hold exactly what a person may see, by REST and by GraphQL. */
export async function readLists({ campaign, graphql, as, entryAt }: Stage, { cell }: Tally) {
  for (const who of everybody) {
    const asked = kinds.map((kind) => {
      const [, many] = names[kind]!
      return `${many}(limit: 100) { docs { id } } count${many} { totalDocs }`
    })
    const fromGraphql = (await graphql(as(who), `{ ${asked.join(' ')} }`)).body.data
    for (const kind of kinds) {
      const [list, count] = await Promise.all([
        campaign.call('GET', `/${kind}?limit=100&depth=0`, { as: as(who) }),
        campaign.call('GET', `/${kind}/count`, { as: as(who) }),
      ])
      const [, many] = names[kind]!
      const rest = new Map<number, Row>(list.body.docs?.map((doc: Row) => [doc.id, doc]))
      const other = new Set(fromGraphql?.[many]?.docs.map(({ id }: Row) => id))
      let expected = 0
      for (const place of ['wuxi', 'nantong'] as const) {
        const standing = place === 'wuxi' && who !== 'hostAndOwnUnit' ? who : toTheSecondSet[who]
        if (who === 'hostAndOwnUnit' && place === 'wuxi') {
          expected += reads.host.length
          continue
        }
        for (const state of states) {
          const id = entryAt(place, kind, state)
          const may = reads[standing].includes(state)
          expected += Number(may)
          const cellName = `${who} ${may ? 'lists' : 'does not list'} ${place} ${kind} ${state}`
          cell(`REST: ${cellName}`, rest.has(id) === may)
          cell(`GraphQL: ${cellName}`, other.has(id) === may)
          if (!may || state !== 'published') continue
          const phones = rest.get(id)?.authors?.map((author) => author.phone ?? null)
          const masked = readsMaskedPhones.includes(standing)
          cell(
            `${who} ${masked ? 'reads a masked' : 'reads no'} phone number of ${place} ${kind}`,
            JSON.stringify(phones) === JSON.stringify([masked ? maskedPhone : null]),
            phones,
          )
        }
      }
      cell(`REST: ${who} counts ${kind}`, count.body.totalDocs === expected, count.body)
      const counted = fromGraphql?.[`count${many}`]?.totalDocs
      cell(`GraphQL: ${who} counts ${kind}`, counted === expected, counted)
    }
  }
}

/** One work at a time: there for those who may see it, 404 for the others. */
export async function readOne({ as, entry, doors, graphql }: Stage, { cell }: Tally) {
  const [rest] = doors
  for (const [index, who] of everybody.entries()) {
    const asked = kinds.flatMap((kind) =>
      states.map(
        (state) => `${kind}_${state}: ${names[kind]![0]}(id: ${entry(who, kind, state)}) { id }`,
      ),
    )
    const { body } = await graphql(as(who), `{ ${asked.join(' ')} }`)
    for (const [step, state] of states.entries()) {
      const may = reads[who].includes(state)
      for (const kind of kinds) {
        const found = body.data?.[`${kind}_${state}`]?.id === entry(who, kind, state)
        cell(`GraphQL: ${who} ${may ? 'reads' : 'does not read'} ${kind} ${state}`, found === may)
      }
      const some = [kinds[(index + step) % 6]!, kinds[(index + step + 3) % 6]!]
      await Promise.all(
        some.map(async (kind) => {
          const { status } = await rest.read(as(who), kind, entry(who, kind, state))
          cell(
            `REST: ${who} ${may ? 'reads' : 'does not read'} ${kind} ${state}`,
            status === (may ? 200 : 404),
            status,
          )
        }),
      )
    }
  }
}

/** A work is made for the own unit or one below it, and by nobody else. */
export async function createOne(
  { campaign, as, doors, restore, unchanged }: Stage,
  { cell }: Tally,
) {
  const { track, unit, sql } = campaign
  const slugs: Record<Kind, string> = {
    cases: 'rights-cases',
    videos: 'micro-videos',
    photos: 'photography',
    recitations: 'recitations',
    commentaries: 'commentaries',
    platforms: 'service-platforms',
  }
  for (const [index, who] of everybody.entries()) {
    const may = unitSide.includes(who)
    for (const [number, kind] of kinds.entries()) {
      for (const [turn, door] of doors.entries()) {
        if (!may && (index + turn) % 3 !== number % 3) continue
        const place = who === 'hostAndOwnUnit' ? '南通市总工会' : '无锡市总工会'
        const data = { title: '新作品', track: track(slugs[kind]), unit: unit(place) }
        const { status, body } = await door.create(as(who), kind, data)
        const name = `${door.name}: ${who} ${may ? 'creates' : 'does not create'} ${kind}`
        if (!may) {
          cell(name, refused(status) && (await unchanged(kind)), { status, body })
          if (!refused(status)) await restore(...tablesOf(kind))
          continue
        }
        const rows = await sql(`select status, unit_id from ${kind} where title = '新作品'`)
        const right =
          rows.length === 1 && rows[0].status === 'draft' && rows[0].unit_id === unit(place)
        cell(name, done(status) && right, { status, body })
        await restore(...tablesOf(kind))
      }
    }
  }
}

/** The content changes where the table says so; a change after a review leads one step back. */
export async function updateOne(stage: Stage, { cell }: Tally) {
  const { campaign, as, entry, restore, unchanged } = stage
  for (const { who, state, kind, door } of writes(stage, (who) => edits(who))) {
    const id = entry(who, kind, state)
    const may = edits(who).includes(state)
    const { status, body } = await door.update(as(who), kind, id, { title: '改过的标题' })
    const name = `${door.name}: ${who} ${may ? 'changes' : 'does not change'} ${kind} ${state}`
    if (may) {
      const [row] = await campaign.sql(`select title, status from ${kind} where id = ${id}`)
      const right = row.title === '改过的标题' && row.status === (afterEdit[state] ?? state)
      cell(name, done(status) && right, { status, body, row })
    } else cell(name, refused(status) && (await unchanged(kind)), { status, body })
    if (may || done(status)) await restore(...tablesOf(kind))
  }
}

/** Only what was never sent in goes away, and only by its own side. */
export async function deleteOne(stage: Stage, { cell }: Tally) {
  const { campaign, as, entry, restore, unchanged } = stage
  for (const { who, state, kind, door } of writes(stage, (who) => deletes(who))) {
    const id = entry(who, kind, state)
    const may = deletes(who).includes(state)
    const { status, body } = await door.remove(as(who), kind, id)
    const name = `${door.name}: ${who} ${may ? 'deletes' : 'does not delete'} ${kind} ${state}`
    if (may) {
      const rows = await campaign.sql(`select 1 from ${kind} where id = ${id}`)
      cell(name, done(status) && rows.length === 0, { status, body })
    } else cell(name, refused(status) && (await unchanged(kind)), { status, body })
    if (may || done(status)) await restore(...tablesOf(kind))
  }
}

// Each person and state meets both doors and, in turn, all kinds; what is allowed is tried with three.
function* writes({ doors }: Stage, allowed: (who: Who) => readonly string[]) {
  for (const [index, who] of everybody.entries()) {
    for (const [step, state] of states.entries()) {
      const times = allowed(who).includes(state) ? 3 : 1
      for (let turn = 0; turn < times * 2; turn++) {
        const door = doors[turn % 2]!
        const kind = kinds[(index + step + turn) % 6]!
        yield { who, state, kind, door }
      }
    }
  }
}
