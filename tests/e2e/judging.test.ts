import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { entryKinds, type EntryKind } from '../../src/domain/kinds.ts'
import { faultsIn } from '../harness/axe.ts'
import { keepPicture, testBrowser, type TestBrowser } from '../harness/browser.ts'
import { inHours, usualRound } from '../harness/judging.ts'
import { startServer, type StartedServer } from '../http/door-server.ts'

// A judge judges in a real browser: fifty works by keyboard, over a line that breaks, across a reload;
// then with thumb and finger.
let server: StartedServer
let browser: TestBrowser
let database: pg.Client
const people = inject('people')
const judge = people.judge!

beforeAll(async () => {
  server = await startServer()
  database = new pg.Client({ connectionString: server.settings.DATABASE_URL })
  await database.connect()
  browser = await testBrowser(server.url)
})
afterAll(async () => {
  await browser?.close()
  await database?.end()
  await server?.stop()
})

/** What the judge gives to a work, by its number: the last criterion has halves. */
const given = (work: string) => ({ theme: Number(work) % 21, craft: (Number(work) % 19) / 2 })

test('fifty works by keyboard, with a broken line and a reload: all in the database as typed', async () => {
  const round = await openRound({ track: 'commentaries', works: 50 })
  const order = await worksOf(round)
  expect(order).toHaveLength(50)
  const { page, context } = await browser.open({ token: judge.token })
  await page.goto('/admin')
  await page.waitForURL(/\/admin\/judging$/)
  await page.locator(`#judging-open-${round}`).waitFor()
  await keepPicture(page, 'judging-rounds')
  expect(await faultsIn(page, ['body'])).toEqual([])
  await page.click(`#judging-open-${round}`)
  await atWork(page, order[0]!)
  // Works are fetched ahead: whoever goes on while the line is down has them.
  await page.locator('.judging-desk[data-known="50"]').waitFor()
  expect(await faultsIn(page, ['body'])).toEqual([])

  for (const [index, work] of order.entries()) {
    await atWork(page, work)
    if (index === 4) {
      await page.keyboard.press('s')
      continue
    }
    if (index === 15) await context.setOffline(true)
    if (index === 8) {
      // A slip of the finger, taken back.
      await page.keyboard.type('20')
      await page.keyboard.press('Enter')
      await page.keyboard.press('u')
    }
    await page.keyboard.type(String(given(work).theme))
    await page.keyboard.press('Enter')
    if (index === 30) {
      await page.reload()
      await atWork(page, work)
    }
    await page.keyboard.type(String(given(work).craft))
    if (index === 2) await keepPicture(page, 'judging-marks')
    await page.keyboard.press('Enter')
    if (index === 26) {
      const waits = page.locator('.judging-save--waits')
      expect(await waits.textContent()).toMatch(/离线，1\d 件待上传/)
      await keepPicture(page, 'judging-offline')
      await context.setOffline(false)
      await page.locator('.judging-save--saved').waitFor()
    }
  }
  // What was skipped comes last, and behind it the handing in.
  await atWork(page, order[4]!)
  await page.keyboard.type(String(given(order[4]!).theme))
  await page.keyboard.press('Enter')
  await page.keyboard.type(String(given(order[4]!).craft))
  await page.keyboard.press('Enter')
  await page.locator('.judging-overview').waitFor()
  await page.click('#judging-hand-in')
  await page.locator('.judging-overview__done').waitFor()
  await keepPicture(page, 'judging-handed-in')
  expect(await faultsIn(page, ['body'])).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.judging-save--saved').waitFor()
  await page.keyboard.press('d')
  await page.locator('.judging-bars').first().waitFor()
  await keepPicture(page, 'judging-own-marks')
  expect(await faultsIn(page, ['body'])).toEqual([])

  const rows = await marksOf(round)
  expect(rows.filter(({ handedIn }) => handedIn)).toHaveLength(50)
  expect(Object.fromEntries(rows.map(({ work, marks }) => [work, marks]))).toEqual(
    Object.fromEntries(
      order.map((work) => {
        const { theme, craft } = given(work)
        return [work, { theme: theme * 100, craft: craft * 100 }]
      }),
    ),
  )
  const left = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => /^judging\//.test(key)),
  )
  expect(left).toEqual([])
  await page.close()
  await judgeByPhone(round, order)
  expect(browser.complaints).toEqual([])
})

/** The same judge on a phone: a stroke for the next work, one back, and another mark by thumb. */
async function judgeByPhone(round: number, order: string[]): Promise<void> {
  const { page } = await browser.open({ token: judge.token })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/admin/judging?round=${round}&work=${order[0]}`)
  await atWork(page, order[0]!)
  await swipe(page, -220)
  await atWork(page, order[1]!)
  await swipe(page, -220)
  await atWork(page, order[2]!)
  await swipe(page, 220)
  await atWork(page, order[1]!)
  const digit = (sign: string) => page.locator('.judging-pad button', { hasText: sign })
  await page.locator('[data-criterion="theme"]').click()
  await digit('1').first().click()
  await digit('3').click()
  await keepPicture(page, 'judging-phone')
  expect(await faultsIn(page, ['body'])).toEqual([])
  await page.locator('.judging-pad__on').click()
  await page.locator('.judging-save--saved').waitFor()
  await expect
    .poll(async () => (await marksOf(round)).find(({ work }) => work === order[1])?.marks.theme)
    .toBe(1300)
  const small = await page.evaluate(
    () =>
      [...document.querySelectorAll('.judging button')]
        .map((button) => button.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && Math.min(width, height) < 43.5).length,
  )
  expect(small).toBe(0)
  await page.close()
}

test('yes and no by y and n, an order by Alt and arrows', async () => {
  const yesNo = await openRound({
    ...{ track: 'photography', works: 3, kind: 'qualify', criteria: [], method: 'mean' },
    tieBreak: [{ by: 'lot' }],
  })
  const { page } = await browser.open({ token: judge.token })
  const works = await worksOf(yesNo)
  await page.goto(`/admin/judging?round=${yesNo}`)
  for (const [index, key] of ['y', 'n', 'y'].entries()) {
    await atWork(page, works[index]!)
    await page.keyboard.press(key)
  }
  await page.click('#judging-hand-in')
  await page.locator('.judging-overview__done').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.judging-save--saved').waitFor()
  const passes = await database.query(
    `select w.number::text as work, p.passes from judging_pairs p join judging_works w
       on w.round_id = p.round_id and w.entry = p.entry where p.round_id = $1`,
    [yesNo],
  )
  expect(Object.fromEntries(passes.rows.map(({ work, passes }) => [work, passes]))).toEqual({
    [works[0]!]: true,
    [works[1]!]: false,
    [works[2]!]: true,
  })

  const ranks = await openRound({
    ...{ track: 'recitations', works: 3, kind: 'rank', criteria: [], method: 'schulze' },
    ...{ tieBreak: [{ by: 'lot' }], decimals: null },
  })
  const [first, second, third] = await worksOf(ranks)
  await page.goto(`/admin/judging?round=${ranks}&work=${first}`)
  await page.locator('.judging-rank__row').nth(2).waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.locator(`.judging-rank__row:last-child[data-work="${first}"]`).waitFor()
  await keepPicture(page, 'judging-order')
  expect(await faultsIn(page, ['body'])).toEqual([])
  await page.click('#judging-hand-in-order')
  await page.locator('.judging-save--saved').waitFor()
  const order = await fetch(`${server.url}/api/judging/rounds/${ranks}/order`, {
    headers: { authorization: `JWT ${judge.token}` },
  })
  expect(await order.json()).toMatchObject({
    order: [[second], [third], [first]],
    handedInAt: expect.any(String),
  })
  expect(browser.complaints).toEqual([])
})

const atWork = (page: Page, work: string) =>
  page
    .locator(
      `.judging-panel[data-work="${work}"] [aria-disabled="false"], .judging-panel[data-work="${work}"] .judging-yes-no button:enabled`,
    )
    .first()
    .waitFor()

async function swipe(page: Page, aside: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const send = (type: string, x: number | null) =>
    session.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: x === null ? [] : [{ x, y: 200 }],
    })
  const from = 195 - aside / 2
  await send('touchStart', from)
  for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', from + aside * part)
  await send('touchEnd', null)
  await session.detach()
}

/** Works of a track that were accepted, as rows; a round of them for the one judge, opened by the province. */
async function openRound({
  track,
  works,
  ...data
}: { track: string; works: number } & Record<string, unknown>): Promise<number> {
  const { rows } = await database.query(
    `select id, kind, campaign_id from tracks where slug = $1`,
    [track],
  )
  const [{ id, kind, campaign_id: campaign }] = rows
  await database.query(
    `insert into ${kind} (title, status, public_id, track_id, campaign_id, unit_path, summary)
      select '作品之' || n, 'accepted', $1 || lpad((9000 + n)::text, 6, '0'), $2, $3, '', '一段说明'
      from generate_series(1, $4::int) n`,
    [`2022-${entryKinds[kind as EntryKind].code}-`, id, campaign, works],
  )
  const round = await asProvince('/judging-rounds?depth=0', {
    ...{ ...usualRound(), windowTo: inHours(48), quorum: 1, ...data, track: id },
  })
  await asProvince(`/judging-rounds/${round.doc.id}/panel`, { add: [judge.id] })
  await asProvince(`/judging-rounds/${round.doc.id}/open`, {})
  return round.doc.id
}

async function asProvince(path: string, body: unknown): Promise<any> {
  const answer = await fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: {
      authorization: `JWT ${people.province!.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  const json = await answer.json()
  if (!answer.ok) throw new Error(`${path} ${answer.status}: ${JSON.stringify(json)}`)
  return json
}

/** The judge's works in the order in which they come, calibration works first. */
async function worksOf(round: number): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/judging/rounds/${round}/works`, {
    headers: { authorization: `JWT ${judge.token}` },
  })
  const { works } = (await answer.json()) as { works: { work: string }[] }
  return works.map(({ work }) => work)
}

async function marksOf(round: number) {
  const { rows } = await database.query(
    `select w.number::text as work, p.marks, p.handed_in_at is not null as "handedIn" from judging_pairs p
       join judging_works w on w.round_id = p.round_id and w.entry = p.entry
       where p.round_id = $1 and p.judge_id = $2`,
    [round, judge.id],
  )
  return rows as { work: string; marks: Record<string, number>; handedIn: boolean }[]
}
