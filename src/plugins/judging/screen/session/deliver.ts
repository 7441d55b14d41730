import type { Mine, Saved, SavedRow, WorkDetail } from '../api-types.ts'
import { bodyOf, contentOf, sameContent, type Content } from '../rules/content.ts'
import { changeItem, putMine, putWaiting, type Desk } from './desk.ts'
import type { Sent } from './sender.ts'
import type { Answer, Talk } from './talk.ts'
import { afterSave, isDue, rest, type Waiting } from './waiting.ts'

const batchFrom = 3
const batchMost = 100

type Saving = Waiting & { content: Content }
const isSaving = (one: Waiting): one is Saving => one.content !== null && !one.stopped

/** Sends what is due, works that wait in numbers as one request. What is refused waits for the judge. */
export async function deliver(desk: Desk, talk: Talk, now: () => number): Promise<Sent> {
  const due = [...desk.waiting.values()].filter((one) => isDue(one, now()))
  const contents = due.filter(isSaving)
  if (contents.length >= batchFrom) {
    const sent = await sendBatch(desk, talk, contents.slice(0, batchMost))
    if (sent !== 'done') return sent
  } else {
    for (const { work } of contents) {
      const sent = await sendOne(desk, talk, work)
      if (sent !== 'done') return sent
    }
  }
  for (const { work } of due) {
    const sent = await sendRest(desk, talk, work, now)
    if (sent !== 'done') return sent
  }
  return 'done'
}

async function sendOne(desk: Desk, talk: Talk, work: string): Promise<Sent> {
  // As it is by now: it may have been changed while the one before it was on its way.
  const one = desk.waiting.get(work)
  if (!one || !isSaving(one)) return 'done'
  putWaiting(desk, work, { ...one, tried: one.content })
  const { kind } = desk.round
  const answer = await talk<Saved>('PUT', `/rounds/${desk.round.id}/works/${one.work}`, {
    ...{ ...bodyOf(kind, one.content), handIn: one.handIn, version: one.base },
  })
  if (answer.kind === 'ok') {
    saved(desk, one, answer.body)
    return 'done'
  }
  if (answer.kind !== 'refused') return later(answer)
  return refused(desk, talk, one, answer)
}

async function sendBatch(desk: Desk, talk: Talk, list: Saving[]): Promise<Sent> {
  for (const one of list) putWaiting(desk, one.work, { ...one, tried: one.content })
  const { id, kind } = desk.round
  const rows = list.map((one) => ({
    ...{ work: one.work, ...bodyOf(kind, one.content), handIn: one.handIn, version: one.base },
  }))
  const answer = await talk<{ rows: SavedRow[] }>('POST', '/marks', { round: id, rows })
  if (answer.kind === 'refused') {
    // The list as a whole was refused: one by one it shows which of them is meant.
    for (const { work } of list) {
      const sent = await sendOne(desk, talk, work)
      if (sent !== 'done') return sent
    }
    return 'done'
  }
  if (answer.kind !== 'ok') return later(answer)
  for (const row of answer.body.rows) {
    const one = list.find(({ work }) => work === row.work)
    if (!one) continue
    if (row.ok) saved(desk, one, row)
    else {
      const sent = await refused(desk, talk, one, row)
      if (sent !== 'done') return sent
    }
  }
  return 'done'
}

function saved(desk: Desk, one: Saving, answer: Omit<Saved, 'progress'>): void {
  const { savedAt, version, handedInAt } = answer
  const marks = Object.entries(one.content.marks).map(([criterion, marks]) => ({
    ...{ criterion, marks },
  }))
  const { passes, note } = one.content
  putMine(desk, one.work, { marks, passes, note, savedAt, handedInAt: handedInAt ?? null, version })
  const now = desk.waiting.get(one.work)
  if (now) putWaiting(desk, one.work, afterSave(now, one.changedAt, version))
}

type Refusal = { code: string; message: string }

async function refused(desk: Desk, talk: Talk, one: Saving, why: Refusal): Promise<Sent> {
  if (why.code !== 'version-stale') {
    stop(desk, one.work, why, null)
    return 'done'
  }
  const answer = await bring(desk, talk, one.work)
  if (answer.kind === 'refused') stop(desk, one.work, answer, null)
  if (answer.kind === 'unreachable' || answer.kind === 'signed-out') return later(answer)
  if (answer.kind === 'ok') meet(desk, one, answer.body.mine, why)
  return 'done'
}

// Another device saved something since. Where that is what this one meant, or what it sent before its
// line broke, nobody needs to be asked.
function meet(desk: Desk, one: Saving, stands: Mine, why: Refusal): void {
  const now = desk.waiting.get(one.work)
  if (!now?.content) return
  const theirs = contentOf(stands)
  const isSame = sameContent(theirs, now.content) && now.handIn === (stands.handedInAt !== null)
  if (isSame) {
    putWaiting(desk, one.work, rest({ ...now, content: null, handIn: false, tried: null }))
  } else if (one.tried && sameContent(theirs, one.tried)) {
    putWaiting(desk, one.work, { ...now, base: stands.version, tried: null })
  } else {
    stop(desk, one.work, why, stands)
  }
}

function stop(desk: Desk, work: string, { code, message }: Refusal, stands: Mine | null): void {
  const now = desk.waiting.get(work)
  if (now) putWaiting(desk, work, { ...now, stopped: { code, message, stands } })
}

/** Reads one work anew. */
export async function bring(desk: Desk, talk: Talk, work: string): Promise<Answer<WorkDetail>> {
  const answer = await talk<WorkDetail>('GET', `/rounds/${desk.round.id}/works/${work}`)
  if (answer.kind === 'ok') {
    const known = desk.details.get(work)?.mine
    desk.details.set(work, answer.body)
    // An answer that was overtaken by a save brings back nothing.
    putMine(
      desk,
      work,
      known && known.version > answer.body.mine.version ? known : answer.body.mine,
    )
  }
  return answer
}

async function sendRest(desk: Desk, talk: Talk, work: string, now: () => number): Promise<Sent> {
  const at = `/rounds/${desk.round.id}/works/${work}`
  const one = desk.waiting.get(work)
  if (!one || one.stopped) return 'done'
  if (one.skip !== null && !one.recuse) {
    const skip = one.skip
    const answer = await talk('POST', `${at}/${skip ? 'skip' : 'unskip'}`, {})
    if (answer.kind === 'unreachable' || answer.kind === 'signed-out') return later(answer)
    if (answer.kind === 'refused') stop(desk, work, answer, null)
    else skipped(desk, work, skip)
  }
  if (one.recuse && one.recuse.due <= now()) {
    const answer = await talk('POST', `${at}/recuse`, { kind: 'knows-author' })
    if (answer.kind === 'unreachable' || answer.kind === 'signed-out') return later(answer)
    if (answer.kind === 'refused' && answer.code !== 'work-not-assigned') {
      stop(desk, work, answer, null)
    } else gone(desk, work)
  }
  return 'done'
}

function skipped(desk: Desk, work: string, skip: boolean): void {
  changeItem(desk, work, (item) => ({ ...item, state: skip ? 'skipped' : 'open' }))
  const detail = desk.details.get(work)
  if (!skip && detail) putMine(desk, work, detail.mine)
  const now = desk.waiting.get(work)
  if (now?.skip === skip) putWaiting(desk, work, rest({ ...now, skip: null }))
}

function gone(desk: Desk, work: string): void {
  if (desk.at === work) desk.at = desk.items.find((item) => item.work !== work)?.work ?? null
  desk.items = desk.items.filter((item) => item.work !== work)
  desk.details.delete(work)
  putWaiting(desk, work, null)
}

const later = ({ kind }: { kind: 'unreachable' | 'signed-out' }): Sent =>
  kind === 'signed-out' ? 'signed-out' : 'later'
