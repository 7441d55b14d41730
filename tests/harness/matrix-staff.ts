import { done, refused } from './matrix-entries.ts'
import { everybody, province, type Who } from './matrix.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

type Right = 'read' | 'create' | 'update' | 'remove'
type Case = {
  what: string
  collection: string
  table: string
  id: number
  /** The data of a create, or the change of an update. */
  create?: Record<string, unknown>
  update?: Record<string, unknown>
  by: Partial<Record<Right, readonly Who[]>>
  /** Other tables that a write touches. */
  also?: string[]
}

const unitsAbove: readonly Who[] = ['ownUnit', 'parentUnit', 'province']
const nobody: readonly Who[] = []
const hosts: readonly Who[] = ['host', 'coHost', 'hostAndOwnUnit', 'province']
const withScope: readonly Who[] = [...unitsAbove, 'supervisor', 'host', 'coHost', 'hostAndOwnUnit']
const staffOfCentre: readonly Who[] = ['supervisor', 'province']
const loggedIn: readonly Who[] = everybody.filter(
  (who) => who !== 'anonymous' && who !== 'switchedOff',
)

function cases({ campaign, articles, spare, logs, entryAt }: Stage): Case[] {
  const { track, unit, people } = campaign
  const idOf = (name: string) => people[name]!.id
  const yixing = unit('宜兴市总工会')
  const wuxi = unit('无锡市总工会')
  const account = (email: string, role: string, place: number | null) => ({
    email: `${email}@example.org`,
    password: 'correct horse 9',
    name: '演示·新人',
    role,
    ...(place === null ? {} : { unit: place }),
  })
  const all = { update: province, remove: province, create: province, read: everybody }
  return [
    {
      what: 'a campaign',
      collection: 'campaigns',
      table: 'campaigns',
      id: spare.campaign,
      create: { title: '新活动', slug: 'new', year: 2030 },
      update: { title: '改名' },
      by: all,
    },
    {
      what: 'a track',
      collection: 'tracks',
      table: 'tracks',
      id: spare.track,
      create: {
        title: '新项目',
        slug: 'new',
        kind: 'videos',
        scope: 'province',
        campaign: spare.campaign,
        host: wuxi,
      },
      update: { note: '说明' },
      by: { ...all, update: hosts },
      also: ['tracks_rels', 'tracks_texts', 'tracks_rules'],
    },
    {
      what: 'a unit',
      collection: 'units',
      table: 'units',
      id: spare.unit,
      create: { name: '新单位', code: 'new', kind: 'county', parent: wuxi },
      update: { name: '改名' },
      by: all,
    },
    {
      what: 'a quota of Wuxi',
      collection: 'quotas',
      table: 'quotas',
      id: spare.quota,
      create: { track: track('photography'), unit: yixing, maximum: 3, countsFrom: 'submit' },
      update: { maximum: 9 },
      by: { ...all, read: withScope },
    },
    {
      what: 'a vote round',
      collection: 'vote-rounds',
      table: 'vote_rounds',
      id: spare.voteRound,
      create: {
        ...{ title: '新投票', slug: 'new', campaign: spare.campaign, votesPerPeriod: 5 },
        ...{ windowFrom: '2030-06-01T00:00:00Z', windowTo: '2030-06-02T00:00:00Z', ballotMax: 5 },
        ...{
          candidatesFrom: 'published',
          periodKind: 'day',
          countsShown: 'live',
          voters: 'members',
        },
      },
      update: { title: '改名' },
      by: { ...all, read: loggedIn.filter((who) => who !== 'judge') },
      also: ['vote_rounds_rels', 'ballot_rounds', 'ballot_candidates'],
    },
    {
      what: 'a case of odd votes',
      collection: 'vote-cases',
      table: 'vote_cases',
      id: spare.voteCase,
      create: {
        ...{ title: '新案件', round: spare.oddRound, class: 'automated', reason: '理由' },
        query: { sharedBy: 5 },
      },
      update: { title: '改名' },
      by: { read: staffOfCentre, create: province, update: province, remove: nobody },
    },
    {
      what: 'a case that was proposed',
      collection: 'vote-cases',
      table: 'vote_cases',
      id: spare.proposedCase,
      update: { title: '改名' },
      by: { read: staffOfCentre, update: nobody, remove: nobody },
    },
    {
      what: 'a round of judging',
      collection: 'judging-rounds',
      table: 'judging_rounds',
      id: spare.judgingDraft,
      create: {
        ...{ title: '新评审', key: 'new', track: spare.track, kind: 'qualify', quorum: 1 },
        ...{ method: 'mean', carryOver: 'none', carryEqual: 'by-hand', awardsEqual: 'by-hand' },
        ...{ scoresShown: 'never', votePoints: 'share-of-top' },
        ...{ windowFrom: '2030-06-01T00:00:00Z', windowTo: '2030-06-02T00:00:00Z' },
      },
      update: { title: '改名' },
      by: { ...all, read: loggedIn.filter((who) => who !== 'judge') },
      also: ['judging_rounds_criteria', 'judging_works', 'judging_panel'],
    },
    {
      what: 'a list of results',
      collection: 'results',
      table: 'results',
      id: spare.result,
      create: {
        ...{ title: '新结果', track: spare.resultTrack, round: spare.resultRound },
        ...{ noticeFrom: '2030-06-01T00:00:00Z', noticeTo: '2030-06-11T00:00:00Z' },
        contact: '办公室',
      },
      update: { title: '改名' },
      by: { read: staffOfCentre, create: province, update: province, remove: province },
    },
    {
      what: 'an objection',
      collection: 'objections',
      table: 'objections',
      id: spare.objection,
      create: { ground: '理由' },
      update: { ground: '改写' },
      by: { read: staffOfCentre, create: nobody, update: nobody, remove: nobody },
    },
    {
      what: 'a template of notices',
      collection: 'notice-templates',
      table: 'notice_templates',
      id: spare.noticeTemplate,
      create: { event: 'judge-invited', subject: '邀请', body: '{{judgeName}}' },
      update: { subject: '改名' },
      by: { read: staffOfCentre, create: province, update: province, remove: province },
    },
    {
      what: 'an article that is out',
      collection: 'articles',
      table: 'articles',
      id: articles.published,
      create: { title: '新信息', slug: 'new' },
      update: { title: '改名' },
      by: all,
      also: ['_articles_v'],
    },
    {
      what: 'a draft of an article',
      collection: 'articles',
      table: 'articles',
      id: articles.draft,
      update: { title: '改名' },
      by: { ...all, create: undefined, read: staffOfCentre },
      also: ['_articles_v'],
    },
    {
      what: 'the log of a submit in Wuxi',
      collection: 'review-logs',
      table: 'review_logs',
      id: logs.submit,
      create: { kind: 'videos', entryId: entryAt('wuxi', 'videos', 'draft'), action: 'publish' },
      update: { reason: '改写' },
      by: {
        read: [...unitsAbove, 'supervisor'],
        create: nobody,
        update: nobody,
        remove: nobody,
      },
    },
    {
      what: 'the log of a recommendation in Wuxi',
      collection: 'review-logs',
      table: 'review_logs',
      id: logs.recommend,
      update: { reason: '改写' },
      by: { read: withScope, update: nobody, remove: nobody },
    },
    {
      what: 'an editor of a unit below Wuxi',
      collection: 'users',
      table: 'users',
      id: idOf('jiangyin'),
      create: account('new-below', 'editor', yixing),
      update: { name: '改名' },
      by: {
        read: [...unitsAbove, 'supervisor'],
        create: unitsAbove,
        update: unitsAbove,
        remove: nobody,
      },
      also: ['users_sessions'],
    },
    {
      what: 'another editor of Wuxi itself',
      collection: 'users',
      table: 'users',
      id: idOf('wuxi2'),
      create: account('new-beside', 'editor', wuxi),
      update: { name: '改名' },
      by: {
        read: [...unitsAbove, 'supervisor'],
        create: ['parentUnit', 'province'],
        update: ['parentUnit', 'province'],
        remove: nobody,
      },
      also: ['users_sessions'],
    },
    {
      what: 'a colleague of the province',
      collection: 'users',
      table: 'users',
      id: idOf('province2'),
      create: account('new-province', 'province', null),
      update: { name: '改名' },
      // Of the same unit as the headquarters' editor, who sees but does not manage them.
      by: {
        read: ['parentUnit', 'supervisor', 'province'],
        create: province,
        update: province,
        remove: nobody,
      },
      also: ['users_sessions'],
    },
    {
      what: 'a supervisor, whose unit is below the headquarters',
      collection: 'users',
      table: 'users',
      id: idOf('supervisor2'),
      create: account(
        'new-supervisor',
        'supervisor',
        unit('中共江苏省委网络安全和信息化委员会办公室'),
      ),
      update: { name: '改名' },
      by: {
        read: ['parentUnit', 'supervisor', 'province'],
        create: province,
        update: province,
        remove: nobody,
      },
      also: ['users_sessions'],
    },
    {
      what: 'a judge',
      collection: 'users',
      table: 'users',
      id: idOf('judge'),
      create: account('new-judge', 'judge', null),
      update: { name: '改名' },
      by: {
        read: ['judge', 'supervisor', 'province'],
        create: province,
        update: ['judge', 'province'],
        remove: nobody,
      },
      also: ['users_sessions'],
    },
  ]
}

/** Accounts: who reads, makes, changes and deletes whose, by both doors. */
export async function manageAccounts(stage: Stage, tally: Tally) {
  await manageAll(stage, tally, (collection) => collection === 'users')
}

/** Everything else that is not a work: who reads, makes, changes and deletes it, by both doors. */
export async function manage(stage: Stage, tally: Tally) {
  await manageAll(stage, tally, (collection) => collection !== 'users')
}

async function manageAll(
  stage: Stage,
  { cell }: Tally,
  chosen: (collection: string) => boolean,
): Promise<void> {
  const { as, doors, restore, unchanged } = stage
  for (const one of cases(stage).filter(({ collection }) => chosen(collection))) {
    const { what, collection, table, id, by, also = [] } = one
    const tables = [table, ...also]
    for (const door of doors) {
      await Promise.all(
        everybody.map(async (who) => {
          const may = by.read!.includes(who)
          const { status, body } = await door.read(as(who), collection, id)
          const name = `${door.name}: ${who} ${may ? 'reads' : 'does not read'} ${what}`
          cell(name, may ? done(status) : refused(status), { status, body })
        }),
      )
      for (const right of ['create', 'update', 'remove'] as const) {
        const allowed = by[right]
        if (!allowed) continue
        for (const who of everybody) {
          const may = allowed.includes(who)
          const { status, body } = await {
            create: () => door.create(as(who), collection, one.create!),
            update: () => door.update(as(who), collection, id, one.update!),
            remove: () => door.remove(as(who), collection, id),
          }[right]()
          const same = await unchanged(table)
          const name = `${door.name}: ${who} ${may ? 'may' : 'may not'} ${right} ${what}`
          cell(name, may ? done(status) && !same : refused(status) && same, { status, same, body })
          if (!same) await restore(...tables)
        }
      }
    }
  }
}

/** What nobody gives themselves, and what a host may not move. */
export async function keepPowers(stage: Stage, { cell }: Tally) {
  const { campaign, as, doors, restore, unchanged, spare } = stage
  const own = (who: Who) => campaign.people[as(who)!]!.id
  for (const door of doors) {
    for (const who of loggedIn) {
      // An editor without a unit is an account to be mended by the province first.
      if (who === 'unitless') continue
      const renamed = await door.update(as(who), 'users', own(who), { name: '改名' })
      cell(`${door.name}: ${who} changes the own name`, done(renamed.status), renamed)
      await restore('users', 'users_sessions')
      for (const change of [
        { role: who === 'province' ? 'supervisor' : 'province' },
        { unit: campaign.unit('徐州市总工会') },
        { active: false },
      ]) {
        const { status, body } = await door.update(as(who), 'users', own(who), change)
        const same = await unchanged('users')
        const name = `${door.name}: ${who} does not change the own ${Object.keys(change)[0]}`
        cell(name, refused(status) && same, { status, same, body })
        if (!same) await restore('users', 'users_sessions')
      }
    }
    for (const who of ['host', 'coHost', 'hostAndOwnUnit'] as const) {
      const change = { slug: 'stolen', kind: 'photos', host: campaign.unit('南京市总工会') }
      await door.update(as(who), 'tracks', spare.track, change)
      const [row] = await campaign.sql('select slug, kind, host_id from tracks where id = $1', [
        spare.track,
      ])
      const kept = row.slug === 'spare' && row.kind === 'videos'
      const host = row.host_id === campaign.unit('南通市总工会')
      cell(`${door.name}: ${who} does not move the track`, kept && host, row)
      await restore('tracks', 'tracks_rels', 'tracks_texts', 'tracks_rules')
    }
  }
}

const staffOnly: Record<string, string[]> = {
  campaigns: ['allowSamePerson'],
  units: ['path', 'contactName'],
  media: ['unitPath', 'createdBy', 'originalName'],
}
const entryStaffOnly = ['originalDeclared', 'unitPath', 'submittedAt', 'createdBy']

/** Fields for staff are not there for strangers, neither to read nor to ask by. */
export async function readFields({ campaign, as, entryAt, files, spare }: Stage, { cell }: Tally) {
  const openFile = files.find(
    ({ state, open, place }) => state === 'published' && open && place === 'wuxi',
  )!
  const asked: [collection: string, id: number, fields: string[]][] = [
    ['campaigns', spare.campaign, staffOnly.campaigns!],
    ['units', spare.unit, staffOnly.units!],
    ['media', openFile.id, staffOnly.media!],
    ['videos', entryAt('wuxi', 'videos', 'published'), entryStaffOnly],
  ]
  for (const who of everybody) {
    for (const [collection, id, fields] of asked) {
      const { body } = await campaign.call('GET', `/${collection}/${id}?depth=0`, { as: as(who) })
      await Promise.all(
        fields.map(async (field) => {
          const judgeNot = who === 'judge' && field === 'createdBy' && collection === 'videos'
          const may = loggedIn.includes(who) && !judgeNot
          const name = `${who} ${may ? 'reads' : 'does not read'} ${field} of ${collection}`
          cell(name, field in body === may, body)
          const path = `/${collection}/count?where[${field}][exists]=true`
          const { status } = await campaign.call('GET', path, { as: as(who) })
          cell(`${name}: as a condition`, status === (may ? 200 : 400), status)
          const sorted = await campaign.call('GET', `/${collection}?limit=1&sort=${field}`, {
            as: as(who),
          })
          cell(`${name}: as an order`, sorted.status === (may ? 200 : 400), sorted.status)
        }),
      )
    }
  }
}

/** Drafts behind what is out, and their versions, are for those who publish. */
export async function readVersions({ campaign, as, articles, graphql }: Stage, { cell }: Tally) {
  for (const who of everybody) {
    const may = staffOfCentre.includes(who)
    const ask = (path: string) => campaign.call('GET', path, { as: as(who) })
    const changed = await ask(`/articles/${articles.changed}?draft=true&depth=0`)
    const title = changed.body.title
    cell(
      `${who} ${may ? 'reads' : 'does not read'} an unpublished change`,
      may === (title === '未发布的改动'),
      title,
    )
    const listed = await ask('/articles?draft=true&depth=0&limit=50')
    const titles: string[] = listed.body.docs?.map((doc: { title: string }) => doc.title) ?? []
    const seen = titles.includes('未发布的改动') || titles.includes('only-a-draft')
    cell(`${who} ${may ? 'lists' : 'does not list'} unpublished changes`, seen === may, titles)
    const versions = await ask('/articles/versions?depth=0')
    cell(
      `REST: ${who} ${may ? 'reads' : 'does not read'} versions`,
      versions.status === (may ? 200 : 403),
      versions.status,
    )
    const other = await graphql(as(who), '{ versionsArticles { docs { id } } }')
    cell(
      `GraphQL: ${who} ${may ? 'reads' : 'does not read'} versions`,
      may ? other.status === 200 : refused(other.status),
      other,
    )
    for (const collection of ['videos', 'users', 'media', 'tracks', 'quotas']) {
      const { status } = await ask(`/${collection}/versions`)
      cell(`${who} reads no versions of ${collection}`, refused(status), status)
    }
  }
}

export { loggedIn }
