import { expect, test } from 'vitest'
import type { Mine, ScreenRound, WorkItem } from '../../src/plugins/judging/screen/api-types.ts'
import { keepOf, type Store } from '../../src/plugins/judging/screen/session/keep.ts'
import { backOff } from '../../src/plugins/judging/screen/session/sender.ts'
import { openSession, type RoundSession } from '../../src/plugins/judging/screen/session/session.ts'
import type { Answer, Talk } from '../../src/plugins/judging/screen/session/talk.ts'

// A judge's session against the rules of the API by themselves: a line that can be cut before a request
// or before its answer, and versions.

const round = {
  ...{ id: 7, kind: 'score', state: 'open', scoresShown: 'never', blind: true },
  criteria: [
    { key: 'theme', name: { zh: '主题', en: 'Theme' }, full: 20, weight: 60, anchors: [] },
    { key: 'craft', name: { zh: '制作', en: 'Craft' }, full: 10, weight: 40, anchors: [] },
  ],
} as unknown as ScreenRound

const nothingElse = { savedAt: null, calibrates: false }

type Line = 'up' | 'down' | 'answers lost' | 'signed out'

function scene() {
  const works = ['3', '1', '2', '5']
  const stored = new Map<string, Mine>(
    works.map((work) => [
      work,
      { marks: [], passes: null, note: null, savedAt: null, handedInAt: null, version: 0 },
    ]),
  )
  const server = {
    ...{ line: 'up' as Line, asked: [] as string[], skipped: new Set<string>(), stored },
    /** Called whenever the server has saved one work. */
    onSave: (_work: string): void => undefined,
  }
  const items = (): WorkItem[] =>
    works.flatMap((work) =>
      stored.has(work)
        ? [{ work, title: work, state: 'open', isWhole: isWhole(work), ...nothingElse }]
        : [],
    )
  const isWhole = (work: string) => stored.get(work)!.marks!.length === 2
  const save = (work: string, body: any): Answer<any> => {
    const mine = stored.get(work)
    if (!mine) return { kind: 'refused', status: 403, code: 'work-not-assigned', message: '' }
    const isSame =
      mine.version > 0 &&
      JSON.stringify(mine.marks) === JSON.stringify(body.marks) &&
      (mine.handedInAt !== null) === body.handIn
    if (isSame) return { kind: 'ok', body: mine }
    if (body.version !== mine.version) {
      return { kind: 'refused', status: 409, code: 'version-stale', message: '' }
    }
    const savedAt = new Date(Date.UTC(2022, 6, 1) + mine.version).toISOString()
    const { marks, note } = body
    const handedInAt = body.handIn ? savedAt : null
    stored.set(work, { marks, note, passes: null, savedAt, handedInAt, version: mine.version + 1 })
    server.onSave(work)
    return { kind: 'ok', body: stored.get(work)! }
  }
  const answer = (method: string, path: string, body: any): Answer<any> => {
    const [, work = '', action] = /works\/(\d+)(?:\/(\w+))?$/.exec(path) ?? []
    if (path === '/marks') {
      const rows = body.rows.map((row: any) => {
        const saved = save(row.work, row)
        const { work } = row
        return saved.kind === 'ok'
          ? { work, ok: true, ...saved.body }
          : { ok: false, ...saved, work }
      })
      return { kind: 'ok', body: { rows } }
    }
    if (action === 'skip') server.skipped.add(work)
    if (action === 'unskip') server.skipped.delete(work)
    if (action === 'recuse') stored.delete(work)
    if (action) return { kind: 'ok', body: {} }
    if (method === 'PUT') return save(work, body)
    const mine = stored.get(work)
    if (!mine) return { kind: 'refused', status: 404, code: 'not-found', message: '' }
    const shown = { description: null, text: null, fields: [], media: [], others: null }
    return { kind: 'ok', body: { work, title: work, ...shown, pending: 0, withheld: 0, mine } }
  }
  const talk: Talk = async (method, path, body) => {
    await Promise.resolve()
    if (server.line === 'down') return { kind: 'unreachable' }
    if (server.line === 'signed out') return { kind: 'signed-out' }
    server.asked.push(`${method} ${path}`)
    const told = answer(method, path, body && JSON.parse(JSON.stringify(body)))
    return server.line === 'answers lost' ? { kind: 'unreachable' } : told
  }
  const store = memory()
  const clock = { now: Date.UTC(2022, 6, 2) }
  const open = (): RoundSession =>
    openSession({
      ...{ round, items: items(), at: null, talk, now: () => (clock.now += 1) },
      keep: keepOf(store, 1, 7),
    })
  return { server, store, clock, open, given: (work: string) => stored.get(work)?.marks }
}

function memory(): Store {
  const map = new Map<string, string>()
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size
    },
  }
}

const known = (session: RoundSession) =>
  expect.poll(() => session.snapshot().details.size, { interval: 1 }).toBeGreaterThan(3)
const nothingWaits = (session: RoundSession) =>
  expect.poll(() => session.snapshot().waiting.size, { interval: 1 }).toBe(0)
const mark = (criterion: string, marks: number) => ({ criterion, marks })

test('what is marked while the line is down outlives the window and is sent by the next one', async () => {
  const { server, open, given } = scene()
  const first = open()
  await known(first)
  server.line = 'down'
  for (const work of ['3', '1', '2', '5']) first.setMark(work, 'theme', Number(work) + 0.5)
  first.sendNow()
  await expect.poll(() => first.snapshot().link).toBe('waiting')
  expect(given('3')).toEqual([])
  first.stop()

  server.line = 'up'
  const second = open()
  await nothingWaits(second)
  expect(['3', '1', '2', '5'].map((work) => given(work))).toEqual(
    [3.5, 1.5, 2.5, 5.5].map((marks) => [mark('theme', marks)]),
  )
  // Many at once are one request.
  expect(server.asked.filter((one) => one === 'POST /marks')).toHaveLength(1)
  second.stop()
})

test('a save whose answer was lost is no conflict, whether or not marks were changed since', async () => {
  const { server, open, given } = scene()
  const session = open()
  await known(session)
  server.line = 'answers lost'
  session.setMark('3', 'theme', 11)
  session.sendNow()
  await expect.poll(() => given('3')).toEqual([mark('theme', 11)])
  await expect.poll(() => session.snapshot().link).toBe('waiting')
  session.setMark('3', 'craft', 8)
  server.line = 'up'
  session.sendNow()
  await nothingWaits(session)
  expect(given('3')).toEqual([mark('theme', 11), mark('craft', 8)])
  session.stop()
})

test('what is changed while another work is on its way is sent as it was changed', async () => {
  const { server, open, given } = scene()
  const session = open()
  await known(session)
  server.line = 'down'
  session.setMark('3', 'theme', 10)
  session.setMark('1', 'theme', 11)
  session.sendNow()
  await expect.poll(() => session.snapshot().link).toBe('waiting')
  server.line = 'up'
  server.onSave = (work) => {
    if (work === '3') session.setMark('1', 'craft', 4)
  }
  session.sendNow()
  await nothingWaits(session)
  expect(given('3')).toEqual([mark('theme', 10)])
  expect(given('1')).toEqual([mark('theme', 11), mark('craft', 4)])
  session.stop()
})

test('two devices: both are shown, and the judge’s choice stands', async () => {
  const { server, open, given } = scene()
  const here = open()
  await known(here)
  server.stored.set('1', { ...server.stored.get('1')!, marks: [mark('theme', 5)], version: 1 })
  server.stored.set('2', { ...server.stored.get('2')!, marks: [mark('theme', 6)], version: 1 })
  server.stored.set('5', { ...server.stored.get('5')!, marks: [mark('theme', 7)], version: 1 })
  here.setMark('5', 'theme', 17)
  here.setMark('1', 'theme', 15)
  here.setMark('2', 'theme', 16)
  here.sendNow()
  const stands = (work: string) => here.snapshot().waiting.get(work)?.stopped?.stands?.marks
  const there = [[mark('theme', 5)], [mark('theme', 6)], [mark('theme', 7)]]
  await expect.poll(() => ['1', '2', '5'].map(stands)).toEqual(there)
  here.settle('1', 'here')
  here.settle('2', 'there')
  // Whoever goes on marking here has chosen, too.
  here.setMark('5', 'craft', 1)
  await nothingWaits(here)
  expect([given('1'), given('2')]).toEqual([[mark('theme', 15)], [mark('theme', 6)]])
  expect(given('5')).toEqual([mark('theme', 17), mark('craft', 1)])
  here.stop()
})

test('undo takes back marks and skips, and goes to where they were', async () => {
  const { server, open, given } = scene()
  const session = open()
  await known(session)
  session.setMark('3', 'theme', 20)
  session.setMark('3', 'theme', 12)
  session.toggleSkip('1')
  expect(session.snapshot().at).toBe('2')
  session.sendNow()
  await nothingWaits(session)
  expect([...server.skipped]).toEqual(['1'])
  expect(session.undo()).toEqual({ work: '1', criterion: null })
  expect(session.undo()).toEqual({ work: '3', criterion: 'theme' })
  expect(session.snapshot().at).toBe('3')
  session.sendNow()
  await nothingWaits(session)
  expect([...server.skipped]).toEqual([])
  expect(given('3')).toEqual([mark('theme', 20)])
  session.stop()
})

test('“I know this author” can be taken back; left alone it is sent and the work is gone', async () => {
  const { server, clock, open } = scene()
  const session = open()
  await known(session)
  session.recuse('3')
  expect(session.snapshot().at).toBe('1')
  session.takeBackRecusal('3')
  expect(session.snapshot().at).toBe('3')
  session.recuse('1')
  session.sendNow()
  await expect.poll(() => session.snapshot().link).toBe('idle')
  expect(server.stored.has('1')).toBe(true)
  clock.now += 10_000
  session.sendNow()
  await nothingWaits(session)
  expect(session.snapshot().items.map(({ work }) => work)).toEqual(['3', '2', '5'])
  expect(server.stored.has('3')).toBe(true)
  session.stop()
})

test('only whole marks are handed in, and what is in stays whole', async () => {
  const { server, open } = scene()
  const session = open()
  await known(session)
  session.setMark('3', 'theme', 10)
  session.setMark('3', 'craft', 9)
  session.setMark('1', 'theme', 10)
  session.handIn(['3', '1'])
  session.setMark('3', 'craft', null)
  session.sendNow()
  await nothingWaits(session)
  expect(server.stored.get('3')).toMatchObject({
    marks: [mark('theme', 10), mark('craft', 9)],
    handedInAt: expect.any(String),
  })
  expect(server.stored.get('1')!.handedInAt).toBeNull()
  session.stop()
})

test('whole marks are left alone after a reload, and handed in before they have been read', async () => {
  const { server, open } = scene()
  const first = open()
  await known(first)
  for (const work of ['3', '2']) {
    first.setMark(work, 'theme', 10)
    first.setMark(work, 'craft', 9)
  }
  await nothingWaits(first)
  first.stop()

  const second = open()
  expect(second.snapshot().at).toBe('1')
  second.handIn(['3', '2', '1'])
  await known(second)
  await nothingWaits(second)
  const isIn = (work: string) => server.stored.get(work)!.handedInAt !== null
  expect(['3', '1', '2', '5'].map(isIn)).toEqual([true, false, true, false])
  second.stop()
})

test('a log-in that has run out keeps everything until somebody logs in again', async () => {
  const { server, open, given } = scene()
  const session = open()
  await known(session)
  server.line = 'signed out'
  session.setMark('5', 'theme', 19)
  session.sendNow()
  await expect.poll(() => session.snapshot().link).toBe('signed-out')
  server.line = 'up'
  session.sendNow()
  await nothingWaits(session)
  expect(given('5')).toEqual([mark('theme', 19)])
  session.stop()
})

test('tries again after 1, 2, 4 … 30 seconds, a part of it by chance', () => {
  expect([1, 2, 3, 9].map((tries) => backOff(tries, 0))).toEqual([1_000, 2_000, 4_000, 30_000])
  expect(backOff(3, 0.999)).toBeGreaterThan(2_000)
})
