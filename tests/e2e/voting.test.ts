import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openSessions } from '../../src/delivery/taking-part/identity/session-token.ts'
import { faultsIn } from '../harness/axe.ts'
import { keepPicture, testBrowser, type TestBrowser } from '../harness/browser.ts'
import { testClient } from '../harness/clients.ts'
import { rowsThrough } from '../harness/showcase-rows.ts'
import { makeVoter } from '../harness/voting.ts'
import { startServer, type StartedServer } from '../http/door-server.ts'

// The province holds a vote in a real browser; a worker's ballot comes in over HTTP meanwhile.
let server: StartedServer
let browser: TestBrowser
let database: pg.Client
let work = ''
const people = inject('people')
const slug = 'popular-choice'

beforeAll(async () => {
  server = await startServer()
  database = new pg.Client({ connectionString: server.settings.DATABASE_URL })
  await database.connect()
  work = await rowsThrough(database).entry({ number: 1 })
  browser = await testBrowser(server.url)
})
afterAll(async () => {
  await browser?.close()
  await database?.end()
  await server?.stop()
})

test('a round is opened, a vote appears on its live screen, and it closes for a reason', async () => {
  const { page } = await browser.open({ token: people.province!.token })
  await makeDraft(page)
  await takeStep(page, 'open')
  await page.locator('.round-desk__state', { hasText: '投票中' }).waitFor()

  await page.getByRole('button', { name: '投票情况' }).click()
  const valid = page.locator('.live-round__numbers > div', { hasText: '有效票' }).locator('dd')
  await valid.filter({ hasText: /^0$/ }).waitFor()
  expect(await castVote()).toBe(201)
  await valid.filter({ hasText: /^1$/ }).waitFor()
  await keepPicture(page, 'vote-round-live')
  expect(await faultsIn(page)).toEqual([])

  await page.click('#round-close')
  expect(await page.locator('#round-step-go').isDisabled()).toBe(true)
  await page.locator('.house-dialog textarea').fill('演练结束')
  await page.click('#round-step-go')
  await page.locator('.round-desk__state', { hasText: '已提前关闭' }).waitFor()
  await page.locator('.live-round__log', { hasText: '演练结束' }).waitFor()
  expect(await castVote()).toBe(409)
  expect(browser.complaints).toEqual([])
})

async function makeDraft(page: Page): Promise<void> {
  const day = 86_400_000
  const date = (at: number) => new Date(at).toISOString().slice(0, 10)
  await page.goto('/admin/collections/vote-rounds/create')
  await page.waitForSelector('form[data-form-ready="true"]')
  await page.fill('#field-title', '演示·人气投票')
  await page.fill('#field-slug', slug)
  await page.click('#field-campaign .rs__control')
  await page.locator('.rs__option').first().click()
  await page.fill('#field-windowFrom input', `${date(Date.now() - 2 * day)} 00:00`)
  await page.fill('#field-windowTo input', `${date(Date.now() + 7 * day)} 00:00`)
  await page.click('#field-title') // leaves the date, which closes its calendar
  await page.click('#action-save')
  await page.waitForURL(/vote-rounds\/\d+/)
}

async function takeStep(page: Page, action: string): Promise<void> {
  await page.click(`#round-${action}`)
  await page.click('#round-step-go')
  await page.locator('.house-dialog').waitFor({ state: 'hidden' })
}

/** One vote of somebody new; resolves to the status. */
async function castVote(): Promise<number> {
  const sql = async (text: string, values?: unknown[]) => (await database.query(text, values)).rows
  const client = await testClient(sql, `app-${Date.now()}`, { scopes: ['votes:write'] })
  const participant = await makeVoter(database)
  const sessions = openSessions(server.settings.PAYLOAD_SECRET!)
  const scopes = ['votes:write'] as never
  const token = await sessions.issue({ participant, client: client.id, scopes, epoch: 1 }, 600)
  const answer = await fetch(`${server.url}/v1/votes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ round: slug, entries: [work] }),
  })
  return answer.status
}
