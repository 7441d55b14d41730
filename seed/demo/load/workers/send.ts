import type { Payload } from 'payload'
import { personOf } from '../../../../src/access/person.ts'
import { queryAlone, sql } from '../../../../src/database/sql.ts'
import { isAction, rowOf } from '../../../../src/domain/workflow.ts'
import { takeStep } from '../../../../src/hooks/steps/take-step.ts'
import { entryReferences } from '../../../../src/plugins/participation/entry-reference.ts'
import { self } from '../../participants/works.ts'
import { personNamed, requestOf, type People } from '../request.ts'
import type { Begun } from './begin.ts'
import type { Ask } from './door.ts'

type Sent = { begun: Begun; ask: Ask; people: People }

/**
 * Takes the steps of a work that nobody has taken yet: the worker's through `/v1`, the reviewers' at the
 * staff's desk. A work that somebody has taken elsewhere since stays where it is; so does one whose step
 * is refused in a campaign that was changed since (a quota that is used up, say).
 *
 * @returns why it went no further, or null
 */
export async function sendWork(payload: Payload, sent: Sent): Promise<string | null> {
  try {
    await takeSteps(payload, sent)
    return null
  } catch (error) {
    const { status, message } = error as { status?: number; message: string }
    if (status === undefined || status < 400 || status >= 500) throw error
    return `${sent.begun.work.fields.title}: ${message}`
  }
}

async function takeSteps(payload: Payload, { begun, ask, people }: Sent): Promise<void> {
  const { work, id } = begun
  const place = entryReferences(payload.secret).read(id)!
  for (const [index, { action, by, reason }] of work.steps.entries()) {
    const taken = await stepsOf(payload, place)
    if (taken.count > index) continue
    if (taken.count < index || !isAction(action) || !rowOf(action, taken.status as never)) return
    if (by === self) await ask('POST', `/me/entries/${id}/${action}`)
    else {
      const req = await requestOf(payload, personNamed(people, by))
      await takeStep(req, personOf(req)!, { ...place, action, reason })
    }
  }
  if (work.takesBack) await takeBack(ask, id, work.takesBack)
}

async function takeBack(ask: Ask, id: string, purpose: string): Promise<void> {
  const { body } = await ask('GET', `/me/entries/${id}`)
  if (body.status !== 'published' || !body.consents[purpose]?.granted) return
  await ask('PATCH', `/me/entries/${id}`, { body: { consents: { [purpose]: false } } })
}

async function stepsOf(
  payload: Payload,
  { kind, id }: { kind: string; id: number },
): Promise<{ count: number; status: string }> {
  const [row] = await queryAlone<{ count: number; status: string }>(
    payload,
    sql`select status::text as status, (select count(*)::int from review_logs l
        where l.kind = ${kind} and l.entry_id = e.id and l."from" is distinct from l."to") as count
      from ${sql.identifier(kind)} e where id = ${id}`,
  )
  return row!
}
