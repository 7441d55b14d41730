import { done, refused } from './matrix-entries.ts'
import {
  deletes,
  edits,
  everybody,
  kinds,
  reads,
  states,
  toTheSecondSet,
  type Who,
} from './matrix.ts'
import { names } from './matrix-doors.ts'
import { loggedIn } from './matrix-staff.ts'
import type { Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

/** What the access endpoints promise is what the table grants. */
export async function askAccess({ campaign, graphql, as, entry }: Stage, { cell }: Tally) {
  for (const [index, who] of everybody.entries()) {
    const asked = states.map((state, step) => {
      const kind = kinds[(index + step) % 6]!
      const rights = 'read { permission } update { permission } delete { permission }'
      return `${state}: docAccess${names[kind]![0]}(id: ${entry(who, kind, state)}) { ${rights} }`
    })
    const { body } = await graphql(as(who), `{ ${asked.join(' ')} }`)
    await Promise.all(
      states.map(async (state, step) => {
        const kind = kinds[(index + step) % 6]!
        const path = `/${kind}/access/${entry(who, kind, state)}`
        const rest = (await campaign.call('POST', path, { as: as(who), body: {} })).body
        const other = body.data?.[state]
        const granted = {
          read: reads[who].includes(state),
          update: edits(who).includes(state),
          delete: deletes(who).includes(state),
        }
        for (const [right, may] of Object.entries(granted)) {
          const name = `${who} is told ${may ? 'yes' : 'no'} for ${right} of ${kind} ${state}`
          const said = rest[right] === true || rest[right]?.permission === true
          cell(`REST: ${name}`, said === may, rest[right])
          // Payload's GraphQL says nothing where the right holds without a condition; never yes for no.
          if (!may) cell(`GraphQL: ${name}`, other?.[right]?.permission !== true, other)
        }
      }),
    )
    const { body: access } = await campaign.call('GET', '/access', { as: as(who) })
    const may = loggedIn.includes(who)
    cell(
      `${who} ${may ? 'enters' : 'does not enter'} the admin`,
      (access.canAccessAdmin === true) === may,
    )
  }
}

const waits: Partial<Record<Who, number>> = {
  // Drafts, returned and submitted ones of the own side; recommended ones of the host; accepted ones.
  ownUnit: 3,
  parentUnit: 6,
  host: 5,
  hostAndOwnUnit: 5,
  coHost: 2,
  supervisor: 2,
  province: 2,
}

/** To-do lists and counts hold what a person sees and what waits for that person. */
export async function countWork({ campaign, as }: Stage, { cell }: Tally) {
  for (const [index, who] of everybody.entries()) {
    const kind = kinds[index % 6]!
    const [counts, toDo] = await Promise.all([
      campaign.call('GET', `/${kind}/counts`, { as: as(who) }),
      campaign.call('GET', '/to-do', { as: as(who) }),
    ])
    if (!loggedIn.includes(who)) {
      cell(`${who} has no counts`, counts.status === 401, counts)
      cell(`${who} has no to-do list`, toDo.status === 401, toDo)
      continue
    }
    const wuxi = who === 'hostAndOwnUnit' ? 'host' : who
    for (const state of states) {
      const expected = [wuxi, toTheSecondSet[who]].filter((what) =>
        reads[what].includes(state),
      ).length
      cell(
        `${who} counts ${kind} ${state}`,
        counts.body.statuses?.[state] === expected,
        counts.body,
      )
    }
    const expected = waits[who] ?? 0
    cell(
      `what waits for ${who} of ${kind}`,
      (counts.body.waiting?.count ?? 0) === expected,
      counts.body,
    )
    const items: { kind: string; count: number }[] = toDo.body.items ?? []
    const listed = items
      .filter((item) => item.kind === kind)
      .reduce((sum, { count }) => sum + count, 0)
    cell(`the to-do list of ${who} for ${kind}`, listed === expected, items)
  }
}

/** Ways round the front door: unlocking, first accounts, copies, many at once. */
export async function goRound(stage: Stage, { cell }: Tally) {
  const { campaign, graphql, as, entry, restore, unchanged } = stage
  const email = 'nanjing@example.org'
  for (const who of everybody) {
    for (const door of ['REST', 'GraphQL'] as const) {
      await campaign.sql(
        `update users set login_attempts = 8, lock_until = now() + interval '1 hour' where email = $1`,
        [email],
      )
      const { status } =
        door === 'REST'
          ? await campaign.call('POST', '/users/unlock', { as: as(who), body: { email } })
          : await graphql(as(who), `mutation { unlockUser(email: "${email}") }`)
      const [row] = await campaign.sql('select lock_until from users where email = $1', [email])
      const may = who === 'province'
      const opened = row.lock_until === null
      cell(
        `${door}: ${who} ${may ? 'unlocks' : 'does not unlock'} an account`,
        may ? done(status) && opened : refused(status) && !opened,
        { status, row },
      )
      await restore('users', 'users_sessions')
    }
    const id = entry(who, 'videos', 'draft')
    const tries: [name: string, method: string, path: string, body?: object][] = [
      [
        'registers a first account',
        'POST',
        '/users/first-register',
        { email: 'x@example.org', password: 'correct horse 9', name: 'x', role: 'province' },
      ],
      ['duplicates a work', 'POST', `/videos/${id}/duplicate`, {}],
      ['changes many works', 'PATCH', '/videos?where[id][exists]=true', { title: '全部' }],
      ['deletes many works', 'DELETE', '/videos?where[id][exists]=true'],
    ]
    for (const [name, method, path, body] of tries) {
      const { status } = await campaign.call(method, path, { as: as(who), body })
      const same = await unchanged('videos', 'users')
      cell(`${who} never ${name}`, status >= 400 && status < 500 && same, { status, same })
      if (!same) await restore('users', 'users_sessions', 'videos', 'videos_authors', 'media')
    }
  }
}

const notForEditors = [
  ...['campaigns', 'articles', 'vote-cases', 'notice-templates', 'results', 'objections'],
]

/** The admin's navigation leaves out what somebody has no use for, and nothing else. */
export async function seeMenus({ campaign, as }: Stage, { cell }: Tally) {
  for (const who of loggedIn) {
    const user = { ...campaign.people[as(who)!]!, collection: 'users' }
    for (const { slug, admin } of campaign.config.collections) {
      if (!names[slug]) continue
      const hidden =
        typeof admin.hidden === 'function' ? admin.hidden({ user: user as never }) : admin.hidden
      const expected =
        user.role === 'judge' || (user.role === 'editor' && notForEditors.includes(slug))
      cell(
        `${who} ${expected ? 'has no' : 'has a'} menu item ${slug}`,
        Boolean(hidden) === expected,
      )
    }
  }
}
