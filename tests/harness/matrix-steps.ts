import { done } from './matrix-entries.ts'
import {
  everybody,
  kinds,
  reads,
  reviewers,
  states,
  steps,
  strangers,
  unitSide,
  type Action,
  type Kind,
  type State,
  type Who,
} from './matrix.ts'
import { phone, type Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

const actions = Object.keys(steps) as Action[]
const touched = (kind: Kind) => [kind, 'media', 'review_logs', 'public_id_counters']

/** Every step from every state by everybody: done and logged, or refused and nothing changed. */
export async function takeSteps(stage: Stage, { cell }: Tally) {
  const { campaign, as, entry, restore, unchanged } = stage
  const ask = (who: Who, kind: Kind, state: State, action: Action) =>
    campaign.call('POST', `/${kind}/${entry(who, kind, state)}/transition`, {
      as: as(who),
      body: { action, reason: '矩阵' },
    })
  for (const [index, who] of everybody.entries()) {
    for (const [number, state] of states.entries()) {
      const kind = kinds[(index + number) % 6]!
      const may = actions.filter((action) => steps[action][state]?.by.includes(who))
      const mayNot = actions.filter((action) => !may.includes(action))
      const denied = await Promise.all(
        mayNot.map(async (action) => {
          const { status } = await ask(who, kind, state, action)
          return { action, status }
        }),
      )
      for (const { action, status } of denied) {
        const want = statusOf(who, state, action)
        cell(`${who} does not ${action} ${kind} ${state}`, status === want, { status, want })
      }
      const same = await unchanged(...touched(kind))
      cell(`${who} changes nothing by refused steps on ${kind} ${state}`, same)
      if (!same) await restore(...touched(kind))
      for (const [turn, action] of may.entries()) {
        for (const one of [kind, kinds[(index + number + turn + 2) % 6]!]) {
          const { status, body } = await ask(who, one, state, action)
          const { to } = steps[action][state]!
          const id = entry(who, one, state)
          const [row] = await campaign.sql(
            `select e.status, l.action, l."to", l.actor_id from ${one} e, review_logs l
             where e.id = $1 and l.kind = $2 and l.entry_id = e.id order by l.id desc limit 1`,
            [id, one],
          )
          const actor = campaign.people[as(who)!]!.id
          const right =
            row.status === to && row.action === action && row.to === to && row.actor_id === actor
          cell(`${who} can ${action} ${one} ${state}`, done(status) && right, { status, body, row })
          await restore(...touched(one))
        }
      }
    }
  }
}

function statusOf(who: Who, state: State, action: Action): number {
  if (strangers.includes(who)) return 401
  if (!reads[who].includes(state)) return 404
  return steps[action][state] ? 403 : 409
}

/** The desk says to each reader what they may do there; what is behind it is for those with a part. */
export async function lookAtDesks({ campaign, as, entry, unchanged }: Stage, { cell }: Tally) {
  for (const [index, who] of everybody.entries()) {
    await Promise.all(
      states.map(async (state, number) => {
        const kind = kinds[(index + number) % 6]!
        const path = `/${kind}/${entry(who, kind, state)}/desk`
        const { status, body } = await campaign.call('GET', path, { as: as(who) })
        const name = `desk of ${kind} ${state} for ${who}`
        if (strangers.includes(who)) return cell(name, status === 401, status)
        if (!reads[who].includes(state)) return cell(name, status === 404, status)
        cell(name, status === 200, { status, body })
        const may = actions.filter((action) => steps[action][state]?.by.includes(who))
        const offered = body.actions?.map(({ action }: { action: string }) => action)
        cell(`${name}: its steps`, `${offered}` === `${may}`, { offered, may })
        cell(`${name}: contacts`, body.contacts === unitSide.includes(who), body.contacts)
        const hasPart = reviewers.includes(who)
        const trail = body.trail?.length > 0
        cell(`${name}: its trail`, trail === (hasPart && state !== 'draft'), body.trail)
        if (!hasPart) {
          const nothing = body.findings?.length === 0 && body.quotas?.length === 0
          cell(`${name}: nothing behind the scenes`, nothing, body)
        }
      }),
    )
  }
  cell('looking at desks changes nothing', await unchanged(...kinds, 'review_logs'))
}

/** Remarks come from those with a part in the reviews; phone numbers in clear go to the unit's side. */
export async function writeNotes(stage: Stage, { cell }: Tally) {
  const { campaign, as, entry, restore, unchanged } = stage
  const asked = [
    { path: 'notes', body: { text: '备注' }, by: reviewers, action: 'note', status: 201 },
    { path: 'contacts', body: { reason: '核对' }, by: unitSide, action: 'unmask', status: 200 },
  ] as const
  for (const [index, who] of everybody.entries()) {
    for (const [number, state] of states.entries()) {
      const kind = kinds[(index + number) % 6]!
      for (const { path, body, by, action, status: wanted } of asked) {
        const id = entry(who, kind, state)
        const answer = await campaign.call('POST', `/${kind}/${id}/${path}`, { as: as(who), body })
        const may = by.includes(who) && reads[who].includes(state)
        const name = `${who} ${may ? 'may' : 'may not'} ask for ${path} of ${kind} ${state}`
        const told = JSON.stringify(answer.body).includes(phone)
        if (!may) {
          const want = strangers.includes(who) ? 401 : reads[who].includes(state) ? 403 : 404
          const same = await unchanged('review_logs')
          cell(name, answer.status === want && same && !told, { answer, want, same })
          if (!same) await restore('review_logs')
          continue
        }
        const [log] = await campaign.sql(
          'select action, actor_id, kind from review_logs order by id desc limit 1',
        )
        const logged = log.action === action && log.actor_id === campaign.people[as(who)!]!.id
        const right = logged && log.kind === kind && told === (path === 'contacts')
        cell(name, answer.status === wanted && right, answer)
        await restore('review_logs')
      }
    }
  }
}
