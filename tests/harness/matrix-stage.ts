import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { seal } from '../../src/database/sealed.ts'
import { environment } from '../../src/environment.ts'
import { testCampaign, type TestCampaign } from './campaign.ts'
import { keepTables, type Kept } from './kept-tables.ts'
import { graphqlDoor, graphqlOf, restDoor, type Door, type Graphql } from './matrix-doors.ts'
import { makeJudgingSpare, type JudgingSpare } from './matrix-judging.ts'
import { cast, kinds, states, type Kind, type State, type Who } from './matrix.ts'
import { makeResultsSpare, type ResultsSpare } from './matrix-results.ts'

export type Place = 'wuxi' | 'nantong'
export type File = { id: number; place: Place; state: State; open: boolean; filename: string }

export type Stage = Kept & {
  campaign: TestCampaign
  graphql: Graphql
  doors: readonly [Door, Door]
  /** The name of somebody in the campaign's people. */
  as: (who: Who) => string | undefined
  /** The work that somebody is asked about, by kind and state. */
  entry: (who: Who, kind: Kind, state: State) => number
  entryAt: (place: Place, kind: Kind, state: State) => number
  /** A picture of each state, both open to the public and as evidence, and two that nothing uses. */
  files: File[]
  unused: { wuxi: number; suzhou: number }
  articles: { draft: number; published: number; changed: number }
  /** Rows that nothing refers to. */
  spare: JudgingSpare &
    ResultsSpare & {
      campaign: number
      track: number
      unit: number
      quota: number
      voteRound: number
      /** With the two cases. */
      oddRound: number
      voteCase: number
      noticeTemplate: number
      proposedCase: number
    }
  /** Log rows of a recommended work in Wuxi. */
  logs: { submit: number; recommend: number }
  /** Writes the files' bytes anew. */
  refill: () => void
}

export const phone = '13800001234'
export const maskedPhone = '138****1234'
const codes = {
  cases: 'CAS',
  videos: 'VID',
  photos: 'PHO',
  recitations: 'REC',
  commentaries: 'COM',
  platforms: 'PLA',
}

const reviews = [
  ['recommend', 'submitted', 'recommended'],
  ['accept', 'recommended', 'accepted'],
  ['publish', 'accepted', 'published'],
] as const

/** Sets the scene by SQL: a work of each kind in each state in two units, files, articles. */
export async function setStage(): Promise<Stage> {
  const campaign = await testCampaign()
  const { payload, sql, unit, people } = campaign
  payload.logger.level = 'silent'
  await campaign.openAll()
  await sql('delete from tracks_rules')
  await sql(`delete from tracks_rels where path = 'coHosts'`)
  await sql('update tracks set host_id = $1', [unit('南通市总工会')])
  await sql(
    `insert into tracks_rels ("order", parent_id, path, units_id) select 1, id, 'coHosts', $1 from tracks`,
    [unit('南京市总工会')],
  )
  await sql(`update users set active = false where email = 'wuxi2@example.org'`)
  await sql(`update users set unit_id = null, unit_path = null where email = 'suzhou2@example.org'`)

  const entries = await makeEntries(campaign)
  const { files, unused, refill } = await makeFiles(campaign, entries)
  const articles = await makeArticles(campaign)
  const spare = await makeSpare(campaign)
  const logOf = async (action: string) => {
    const id = entries.get('wuxi/videos/recommended')
    const [row] = await sql(
      `select id from review_logs where kind = 'videos' and entry_id = $1 and action = $2`,
      [id, action],
    )
    return row.id as number
  }
  const logs = { submit: await logOf('submit'), recommend: await logOf('recommend') }
  const graphql = await graphqlOf(campaign)
  const kept = await keepTables(sql)
  const placeOf = (who: Who): Place => (who === 'hostAndOwnUnit' ? 'nantong' : 'wuxi')
  return {
    ...kept,
    campaign,
    graphql,
    doors: [restDoor(campaign), graphqlDoor(graphql)],
    as: (who) => cast[who],
    entryAt: (place, kind, state) => entries.get(`${place}/${kind}/${state}`)!,
    entry: (who, kind, state) => entries.get(`${placeOf(who)}/${kind}/${state}`)!,
    files,
    unused: { wuxi: unused(people.wuxi!.id), suzhou: unused(people.suzhou!.id) },
    articles,
    spare,
    logs,
    refill,
  }
}

type Entries = Map<string, number>

async function makeEntries({ sql, unit, people }: TestCampaign): Promise<Entries> {
  const { fieldKey, fieldKeyId } = environment()
  const sealed = seal(phone, { id: fieldKeyId, key: fieldKey })
  const entries: Entries = new Map()
  let number = 0
  for (const [place, name] of [
    ['wuxi', '无锡市总工会'],
    ['nantong', '南通市总工会'],
  ] as const) {
    for (const kind of kinds) {
      for (const state of states) {
        number += 1
        const publicId =
          state === 'draft' ? null : `2022-${codes[kind]}-${String(number).padStart(6, '0')}`
        const [row] = await sql(
          `insert into ${kind} (title, status, public_id, track_id, unit_id, unit_path, campaign_id, created_by_id, submitted_at, published_at)
           select $1, $2, $3::text, t.id, u.id, u.path, t.campaign_id, $4, case when $3::text is null then null else now() end, case when $6 then now() end
           from tracks t, units u where t.kind = '${kind}' and t.slug <> 'spare' and u.id = $5 returning id`,
          [
            `${place} ${kind} ${state}`,
            state,
            publicId,
            people.province2!.id,
            unit(name),
            state === 'published',
          ],
        )
        entries.set(`${place}/${kind}/${state}`, row.id)
        await sql(
          `insert into ${kind}_authors (_order, _parent_id, id, name, phone) values (1, $1, $2, '甲', $3)`,
          [row.id, `${kind}${row.id}`, sealed],
        )
        if (publicId) await logSteps(sql, { kind, id: row.id, state, actor: people.province2!.id })
      }
    }
  }
  return entries
}

// Somebody who plays no other part did what led to the state.
async function logSteps(
  sql: TestCampaign['sql'],
  { kind, id, state, actor }: { kind: Kind; id: number; state: State; actor: number },
): Promise<void> {
  const log = (action: string, from: string, to: string) =>
    sql(
      `insert into review_logs (kind, entry_id, public_id, title, action, "from", "to", track_id, unit_id, actor_id, actor_name)
       select '${kind}', id, public_id, title, $2, $3, $4, track_id, unit_id, $5, '演示·另一人' from ${kind} where id = $1`,
      [id, action, from, to, actor],
    )
  await log('submit', 'draft', 'submitted')
  const reviewed = reviews.slice(0, reviews.findIndex(([, , to]) => to === state) + 1)
  for (const [action, from, to] of reviewed) await log(action, from, to)
}

async function makeFiles({ sql, people }: TestCampaign, entries: Entries) {
  const folder = environment().mediaDir
  mkdirSync(folder, { recursive: true })
  const names: string[] = []
  const add = async (name: string, owner: number, values = '', columns = '') => {
    names.push(`${name}.jpg`, `${name}-card.webp`)
    const [row] = await sql(
      `insert into media (filename, mime_type, filesize, sizes_card_filename, sizes_card_mime_type, original_name, created_by_id${columns})
       values ('${name}.jpg', 'image/jpeg', 4, '${name}-card.webp', 'image/webp', '原名', ${owner}${values}) returning id`,
    )
    return row.id as number
  }
  const files: File[] = []
  for (const place of ['wuxi', 'nantong'] as const) {
    for (const state of states) {
      for (const open of [true, false]) {
        const name = `${place}-${state}-${open ? 'open' : 'evidence'}`
        const entry = entries.get(`${place}/photos/${state}`)!
        const path = `(select unit_path from photos where id = ${entry})`
        const track = `(select track_id from photos where id = ${entry})`
        const id = await add(
          name,
          people.province2!.id,
          `, 'photos', ${entry}, 'cover', ${track}, ${path}, '${state}', ${open}`,
          ', entry_kind, entry_id, entry_field, track_id, unit_path, status, open',
        )
        files.push({ id, place, state, open, filename: `${name}.jpg` })
      }
    }
  }
  const unused = new Map<number, number>()
  for (const name of ['wuxi', 'suzhou']) {
    const { id } = people[name]!
    const path = `(select unit_path from users where id = ${id})`
    unused.set(id, await add(`unused-${name}`, id, `, ${path}`, ', unit_path'))
  }
  const refill = () => names.forEach((name) => writeFileSync(path.join(folder, name), 'file'))
  refill()
  return { files, unused: (owner: number) => unused.get(owner)!, refill }
}

async function makeArticles({ payload }: TestCampaign): Promise<Stage['articles']> {
  const make = async (slug: string, status: 'draft' | 'published') => {
    const data = { title: slug, slug, _status: status }
    return payload.create({ collection: 'articles', data, draft: status === 'draft' })
  }
  const draft = await make('only-a-draft', 'draft')
  const published = await make('out', 'published')
  const changed = await make('out-and-changed', 'published')
  await payload.update({
    collection: 'articles',
    id: changed.id,
    data: { title: '未发布的改动', _status: 'draft' },
    draft: true,
  })
  return { draft: draft.id, published: published.id, changed: changed.id }
}

async function makeSpare(given: TestCampaign): Promise<Stage['spare']> {
  const { sql, unit } = given
  const one = async (text: string, values: unknown[] = []) =>
    (await sql(`${text} returning id`, values))[0].id as number
  const campaign = await one(
    `insert into campaigns (title, slug, year) values ('备用', 'spare', 2031)`,
  )
  const track = await one(
    `insert into tracks (title, slug, kind, scope, campaign_id, host_id) values ('备用', 'spare', 'videos', 'province', (select min(id) from campaigns), $1)`,
    [unit('南通市总工会')],
  )
  await sql(
    `insert into tracks_rels ("order", parent_id, path, units_id) values (1, $1, 'coHosts', $2)`,
    [track, unit('南京市总工会')],
  )
  const spareUnit = await one(
    `insert into units (name, code, kind, parent_id, contact_name) values ('备用单位', 'spare', 'county', $1, '某人')`,
    [unit('徐州市总工会')],
  )
  await sql(
    `update units u set path = p.path || lpad(u.id::text, 6, '0') from units p where p.id = u.parent_id and u.id = $1`,
    [spareUnit],
  )
  const quota = await one(
    `insert into quotas (track_id, unit_id, unit_path, maximum, counts_from)
     select t.id, u.id, u.path, 500, 'submit' from tracks t, units u where t.slug = 'micro-videos' and u.name = '无锡市总工会'`,
  )
  const voteRound = await one(
    `insert into vote_rounds (title, slug, campaign_id, window_from, window_to, votes_per_period, ballot_max)
     values ('备用', 'spare', (select min(id) from campaigns), now(), now() + interval '1 day', 5, 5)`,
  )
  await sql(
    `insert into ballot_rounds (round_id, slug, title, campaign, tracks, state, policy)
     values ($1, 'spare', '备用', '2022', '{}', 'draft', '{}')`,
    [voteRound],
  )
  const oddRound = await one(
    `insert into vote_rounds (title, slug, campaign_id, window_from, window_to, votes_per_period, ballot_max)
     values ('备用二', 'odd', (select min(id) from campaigns), now(), now() + interval '1 day', 5, 5)`,
  )
  const caseIn = (state: string) =>
    one(
      `insert into vote_cases (title, round_id, class, query, reason, state)
       values ('备用', ${oddRound}, 'automated', '{"sharedBy":3}', '理由', '${state}')`,
    )
  const [voteCase, proposedCase] = [await caseIn('collecting'), await caseIn('proposed')]
  const noticeTemplate = await one(
    `insert into notice_templates (event, subject, body, active) values ('round-locked', '备用', '备用', true)`,
    [],
  )
  return {
    ...{ campaign, track, unit: spareUnit, quota, voteRound, oddRound, voteCase, proposedCase },
    noticeTemplate,
    ...(await makeJudgingSpare(given)),
    ...(await makeResultsSpare(given)),
  }
}
