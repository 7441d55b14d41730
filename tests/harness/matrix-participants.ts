import { createLocalReq, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { asParticipant, participantOf } from '../../src/access/person.ts'
import { takeStep } from '../../src/hooks/steps/take-step.ts'
import { kinds, states, type Action, type Kind, type State } from './matrix.ts'
import { tablesOf } from './matrix-entries.ts'
import { maskedPhone, type Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

// The row “participant” of the house plan's table, through the Local API: the only way in they have.
// For this section the works in Wuxi, and their files, belong to one of two.

const people = { owner: 901, other: 902 } as const
type Somebody = keyof typeof people
const both = Object.keys(people) as Somebody[]

const open: readonly State[] = ['draft', 'returned']
const steps: Partial<Record<Action, Partial<Record<State, State>>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  withdraw: {
    ...{ submitted: 'withdrawn', returned: 'withdrawn' },
    ...{ recommended: 'withdrawn', accepted: 'withdrawn' },
  },
  reopen: { withdrawn: 'draft' },
}
const actions: readonly Action[] = [
  ...(['submit', 'recommend', 'accept', 'publish', 'return', 'reject'] as const),
  ...(['withdraw', 'takeDown', 'reopen'] as const),
]

// What strangers do not read of a published work, but its participant does; who made it is neither's.
const ownFields = ['originalDeclared', 'ageGroup', 'cameFrom', 'submittedAt', 'participantId']
const closed = ['users', 'review-logs', 'quotas', 'api-clients', 'word-lists'] as const
const readOnly = ['campaigns', 'tracks', 'units', 'articles'] as const

// The field by which a row of a collection is called, where it is not its `name`.
const nameOf: Record<string, string> = {
  ...{ 'review-logs': 'title', campaigns: 'title', tracks: 'title' },
  ...{ articles: 'title', 'word-lists': 'title' },
}

type Outcome = { ok: boolean; value?: any; status?: number }

/** Participants do with their own works what the table says, and nothing with anything else. */
export async function takePart(stage: Stage, tally: Tally) {
  const { campaign, restore } = stage
  const { sql } = campaign
  await sql(
    kinds
      .map(
        (kind) => `update ${kind} set participant_id = 901, came_from = 'App', age_group = 'adult'
          where unit_path = (select path from units where name = '无锡市总工会');
        insert into consents (participant_id, client_id, kind, entry_id, purpose, granted)
          select p.id, 1, '${kind}', e.id, 'takePart', true from ${kind} e, (select min(id) as id from participants) p`,
      )
      .concat(
        `update media set participant_id = 901, created_by_id = null where unit_path like (select path || '%' from units where name = '无锡市总工会')`,
      )
      .reduce((all, one) => `${all};${one}`, 'insert into participants default values'),
  )
  try {
    await reviewTwice(stage, tally)
    await readWorks(stage, tally)
    await writeWorks(stage, tally)
    await stepWorks(stage, tally)
    await useFiles(stage, tally)
    await tryTheRest(stage, tally)
  } finally {
    await restore()
    stage.refill()
  }
}

/** Who accepted a work does not publish it: actors are told apart, also from participants. */
async function reviewTwice({ campaign, entryAt }: Stage, { cell }: Tally) {
  for (const kind of kinds) {
    const path = `/${kind}/${entryAt('wuxi', kind, 'accepted')}/transition`
    const body = { action: 'publish', reason: '理由' }
    const answer = await campaign.call('POST', path, { as: 'province2', body })
    const code = answer.body.errors?.[0]?.data?.code
    cell(`nobody reviews ${kind} twice`, answer.status === 403 && code === 'same-person', answer)
  }
}

const userOf = (who: Somebody) => asParticipant({ id: people[who], cameFrom: 'App' })

async function tried(work: () => Promise<any>): Promise<Outcome> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, status: (error as { status?: number }).status ?? 500 }
  }
}

const isRefusal = ({ ok, status }: Outcome) => !ok && [401, 403, 404, 409].includes(status!)

async function readWorks({ campaign: { payload }, entryAt }: Stage, { cell }: Tally) {
  for (const who of both) {
    const asked = { overrideAccess: false, user: userOf(who), depth: 0 } as const
    for (const kind of kinds) {
      const collection = kind as 'videos'
      const found = await tried(() => payload.find({ collection, limit: 100, ...asked }))
      const docs = new Map<number, any>(found.value?.docs?.map((doc: any) => [doc.id, doc]))
      for (const place of ['wuxi', 'nantong'] as const) {
        for (const state of states) {
          const id = entryAt(place, kind, state)
          const isOwn = who === 'owner' && place === 'wuxi'
          const may = isOwn || state === 'published'
          const name = `${who} ${may ? 'reads' : 'does not read'} ${place} ${kind} ${state}`
          cell(`in a list: ${name}`, docs.has(id) === may)
          if (state !== 'published' && (id + kind.length) % 3 !== 0) continue
          const one = await tried(() => payload.findByID({ collection, id, ...asked }))
          cell(name, one.ok === may && (may || isRefusal(one)), one)
          if (!one.ok) continue
          const phone = one.value.authors[0]?.phone ?? null
          cell(`${name}: phone`, phone === (isOwn ? maskedPhone : null), phone)
          cell(`${name}: who made it`, !('createdBy' in one.value), one.value.createdBy)
          for (const field of ownFields) {
            cell(`${name}: ${field}`, field in one.value === isOwn, one.value[field])
          }
        }
      }
    }
  }
}

async function writeWorks(stage: Stage, { cell }: Tally) {
  const { campaign, entryAt, restore, unchanged } = stage
  const { payload, track, unit, sql } = campaign
  const kept = await ownership(stage)
  for (const who of both) {
    const asked = { overrideAccess: false, user: userOf(who), depth: 0 } as const
    for (const [index, state] of states.entries()) {
      for (const turn of [0, 1, 2]) {
        const kind = kinds[(index + turn) % 6]!
        const collection = kind as 'videos'
        const place = turn === 2 ? 'nantong' : 'wuxi'
        const id = entryAt(place, kind, state)
        const isOwn = who === 'owner' && place === 'wuxi'
        const data = { title: '改过的标题', status: 'published', participantId: 903 } as never
        const changed = await tried(() => payload.update({ collection, id, data, ...asked }))
        const may = isOwn && open.includes(state)
        const [row] = await sql(
          `select title, status, participant_id from ${kind} where id = ${id}`,
        )
        const right = may
          ? changed.ok &&
            row.title === '改过的标题' &&
            row.status === state &&
            Number(row.participant_id) === 901
          : isRefusal(changed) && row.title !== '改过的标题'
        cell(
          `${who} ${may ? 'changes' : 'does not change'} ${place} ${kind} ${state}`,
          right,
          changed,
        )
        const removed = await tried(() => payload.delete({ collection, id, ...asked }))
        const goes = isOwn && state === 'draft'
        const left = await sql(`select 1 from ${kind} where id = ${id}`)
        const gone = goes
          ? removed.ok && left.length === 0
          : isRefusal(removed) && left.length === 1
        cell(
          `${who} ${goes ? 'deletes' : 'does not delete'} ${place} ${kind} ${state}`,
          gone,
          removed,
        )
        if (changed.ok || removed.ok) await kept.back(...tablesOf(kind))
      }
    }
    for (const kind of kinds) {
      const slugs = await sql(`select slug from tracks where kind = '${kind}' and slug <> 'spare'`)
      const data = {
        ...{ title: '新作品', track: track(slugs[0].slug), unit: unit('苏州市总工会') },
        ...{ status: 'accepted', participantId: 903, publicId: '2022-XXX-000001' },
      }
      const made = await tried(() =>
        payload.create({ collection: kind as 'videos', data: data as never, ...asked }),
      )
      const rows = await sql(
        `select status, participant_id, public_id, created_by_id, came_from from ${kind} where title = '新作品'`,
      )
      const [row] = rows
      const right =
        rows.length === 1 && row.status === 'draft' && Number(row.participant_id) === people[who]
      const plain =
        row?.public_id === null && row?.created_by_id === null && row?.came_from === 'App'
      cell(`${who} creates ${kind}, a draft of their own`, made.ok && right && plain, made)
      await kept.back(...tablesOf(kind))
    }
  }
  cell('nothing else was written', await unchanged('users', 'tracks', 'units', 'campaigns'))
  await restore('users')
}

/** Puts tables back as the section found them: kept rows, and whose they are. */
async function ownership({ campaign: { sql }, restore }: Stage) {
  const own = `unit_path = (select path from units where name = '无锡市总工会')`
  return {
    back: async (...tables: string[]) => {
      await restore(...tables)
      for (const table of tables) {
        if ((kinds as readonly string[]).includes(table)) {
          await sql(
            `update ${table} set participant_id = 901, came_from = 'App', age_group = 'adult' where ${own}`,
          )
        }
        if (table === 'media') {
          await sql(
            `update media set participant_id = 901, created_by_id = null where unit_path like (select path || '%' from units where name = '无锡市总工会')`,
          )
        }
      }
    },
  }
}

async function stepWorks(stage: Stage, { cell }: Tally) {
  const { campaign, entryAt } = stage
  const { payload, sql } = campaign
  const kept = await ownership(stage)
  for (const who of both) {
    for (const [number, action] of actions.entries()) {
      for (const [index, state] of states.entries()) {
        const kind = kinds[(number + index) % 6]!
        const place = who === 'owner' ? 'wuxi' : (['wuxi', 'nantong'] as const)[index % 2]!
        const id = entryAt(place, kind, state)
        const req: PayloadRequest = await createLocalReq({ user: userOf(who) as never }, payload)
        const actor = participantOf(req)!
        const taken = await tried(() => takeStep(req, actor, { kind, id, action, reason: '理由' }))
        const to = who === 'owner' ? steps[action]?.[state] : undefined
        const [row] = await sql(`select status from ${kind} where id = ${id}`)
        const right = to ? taken.ok && row.status === to : isRefusal(taken) && row.status === state
        cell(
          `${who} ${to ? 'takes' : 'does not take'} ${action} from ${state} (${kind})`,
          right,
          taken,
        )
        if (taken.ok) {
          await kept.back(...tablesOf(kind as Kind), 'public_id_counters', 'showcase_entries')
        }
      }
    }
  }
}

async function useFiles(stage: Stage, { cell }: Tally) {
  const { campaign, files, unused, refill } = stage
  const { payload, sql } = campaign
  const kept = await ownership(stage)
  const picture = await sharp({
    create: { width: 16, height: 16, channels: 3, background: '#00c' },
  })
    .png()
    .toBuffer()
  for (const who of both) {
    const asked = {
      collection: 'media',
      overrideAccess: false,
      user: userOf(who),
      depth: 0,
    } as const
    const found = await tried(() => payload.find({ ...asked, limit: 100 }))
    const docs = new Map<number, any>(found.value?.docs?.map((doc: any) => [doc.id, doc]))
    for (const file of files) {
      const isOwn = who === 'owner' && file.place === 'wuxi'
      const may = isOwn || (file.open && file.state === 'published')
      cell(`${who} ${may ? 'reads' : 'does not read'} ${file.filename}`, docs.has(file.id) === may)
    }
    const inUse = files.find(({ place, state }) => place === 'wuxi' && state === 'draft')!.id
    for (const [what, id, isOwn] of [
      ['the own unused file', unused.wuxi, who === 'owner'],
      ['another’s unused file', unused.suzhou, false],
      ['a file in use', inUse, false],
    ] as const) {
      const data = { alt: '改过', participantId: 903 } as never
      for (const [right, work] of [
        ['changes', () => payload.update({ ...asked, id, data })],
        ['removes', () => payload.delete({ ...asked, id })],
      ] as const) {
        const outcome = await tried(work)
        const [row] = await sql(`select alt from media where id = ${id}`)
        const untouched = row && row.alt !== '改过'
        const isRight = isOwn ? outcome.ok && !untouched : isRefusal(outcome) && untouched
        cell(`${who} ${isOwn ? right : `never ${right}`} ${what}`, isRight, outcome)
        if (outcome.ok) await kept.back('media')
        refill()
      }
    }
    const file = { data: picture, mimetype: 'image/png', name: '图.png', size: picture.length }
    const made = await tried(() => payload.create({ ...asked, data: {} as never, file }))
    const owners = await sql(
      `select participant_id, created_by_id from media order by id desc limit 1`,
    )
    const isTheirs =
      Number(owners[0].participant_id) === people[who] && owners[0].created_by_id === null
    cell(`${who} brings a file of their own`, made.ok && isTheirs, made)
    await kept.back('media')
  }
}

async function tryTheRest({ campaign, logs, spare, articles, unchanged }: Stage, { cell }: Tally) {
  const { payload, people: staff } = campaign
  const ids: Record<string, number> = {
    ...{ users: staff.suzhou!.id, 'review-logs': logs.submit, quotas: spare.quota },
    ...{ campaigns: spare.campaign, tracks: spare.track, units: spare.unit },
    ...{ articles: articles.published, 'api-clients': 1, 'word-lists': 1 },
  }
  for (const who of both) {
    const asked = { overrideAccess: false, user: userOf(who), depth: 0 } as const
    for (const slug of [...closed, ...readOnly]) {
      const collection = slug as 'users'
      const id = ids[slug]!
      const isPublic = (readOnly as readonly string[]).includes(slug)
      const listed = await tried(() => payload.find({ collection, ...asked }))
      const sees = listed.ok && listed.value.docs.length > 0
      cell(`${who} ${isPublic ? 'lists' : 'lists no'} ${slug}`, sees === isPublic, listed.status)
      const one = await tried(() => payload.findByID({ collection, id, ...asked }))
      cell(`${who} ${isPublic ? 'reads' : 'reads no'} ${slug}`, one.ok === isPublic, one.status)
      const data = (
        slug === 'quotas' ? { maximum: 1 } : { [nameOf[slug] ?? 'name']: '他' }
      ) as never
      for (const [what, work] of [
        ['creates', () => payload.create({ collection, data, ...asked })],
        ['changes', () => payload.update({ collection, id, data, ...asked })],
        ['deletes', () => payload.delete({ collection, id, ...asked })],
      ] as const) {
        const outcome = await tried(work)
        const same = await unchanged(slug.replaceAll('-', '_'))
        cell(`${who} never ${what} ${slug}`, isRefusal(outcome) && same, outcome)
      }
    }
    const drafts = await tried(() =>
      payload.find({ collection: 'articles', draft: true, ...asked }),
    )
    const titles = drafts.value?.docs?.map(({ title }: { title: string }) => title) ?? []
    cell(`${who} reads no drafts of articles`, !titles.includes('only-a-draft'), titles)
  }
}
