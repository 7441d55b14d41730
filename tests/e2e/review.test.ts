import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { faultsIn } from '../harness/axe.ts'
import { keepPicture, testBrowser, type TestBrowser } from '../harness/browser.ts'
import { mp4 } from '../harness/files.ts'
import { testPassword } from '../harness/people.ts'
import { startServer, type StartedServer } from '../http/door-server.ts'

// The day of an editor, a host and the province, in a real browser against the started server: one
// micro-video from an empty form to the public.
let server: StartedServer
let browser: TestBrowser
let address = ''
const people = inject('people')

beforeAll(async () => {
  server = await startServer()
  browser = await testBrowser(server.url)
  await openTheTrack()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('an editor logs in and finds the way to a new micro-video', async () => {
  const { page, context } = await browser.open()
  await page.goto('/admin')
  await page.fill('#field-email', people.wuxi!.email)
  await page.fill('#field-password', testPassword)
  await keepPicture(page, '1-login')
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  await page.locator('aside, nav').getByText('待办').first().waitFor()
  await page.getByText('待我处理').waitFor()
  await keepPicture(page, '2-start')
  expect(await faultsIn(page)).toEqual([])
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/)
  await context.close()
})

test('a draft is refused with the rules that it breaks; each line leads to its field', async () => {
  const { page, context } = await asPerson('wuxi')
  await page.goto('/admin/collections/videos/create')
  await formReady(page)
  await page.fill('#field-title', '老班长的最后一班岗')
  await save(page)
  address = new URL(page.url()).pathname
  await page.click('#step-submit-button')
  await page.click('#step-confirm')
  const refusal = page.locator('.house-dialog [role=alert]')
  await refusal.waitFor()
  expect(await refusal.innerText()).toContain('简介')
  await keepPicture(page, '3-refused')
  expect(await faultsIn(page)).toEqual([])
  await page.locator('.house-dialog .findings__line', { hasText: '简介' }).first().click()
  await page.waitForFunction(() => document.activeElement?.id === 'field-summary')
  await context.close()
})

test('mended it is taken in, gets a number and is locked', async () => {
  const { page, context } = await asPerson('wuxi')
  await page.goto(address)
  await formReady(page)
  await page.fill('#field-summary', '他在这条生产线上站了三十年，今天把位置交给徒弟。')
  await pick(page, '#field-subtype', '情景剧')
  await pick(page, '#field-theme', '匠心绝活')
  await page.click('#field-authors .array-field__add-row')
  await page.fill('#field-authors__0__name', '演示甲')
  await page.fill('#field-authors__0__workplace', '示例机床厂')
  await page.fill('#field-authors__0__phone', '19900000001')
  await page.check('#field-originalDeclared')
  await page.check('#field-noWatermarkDeclared')
  await page.fill('#field-durationSeconds', '300')
  await uploadVideo(page)
  await page.fill('#field-madeOn input', yesterday())
  await page.click('#field-title') // leaves the date, which closes its calendar
  await save(page)
  await page.locator('.findings__good').waitFor()
  await keepPicture(page, 'admin-edit')
  expect(await faultsIn(page)).toEqual([])
  await takeStep(page, 'submit')
  await page.getByText('2022-VID-000001').first().waitFor()
  await page.getByText('199****0001').or(page.locator('#field-authors__0__phone')).first().waitFor()
  expect(await page.locator('#field-title').isDisabled()).toBe(true)
  await keepPicture(page, '4-submitted')
  await context.close()
})

test('recommended, accepted by another person of the host, published by the province', async () => {
  await review('wuxi', 'recommend')
  await review('wuxi2', 'accept')
  expect(
    (await fetch(`${server.url}/api/videos?limit=5`).then((answer) => answer.json())).totalDocs,
  ).toBe(0)
  const page = await review('province', 'publish', { keepOpen: true })
  await page.getByRole('button', { name: '审核记录' }).click()
  await page.locator('.trail__rows > li').nth(3).waitFor()
  await keepPicture(page, '5-trail')
  expect(await faultsIn(page)).toEqual([])
  await page.context().close()
})

test('the list answers what waits; strangers read the work', async () => {
  const { page, context } = await asPerson('province')
  await page.goto('/admin/collections/videos')
  await page.getByText('老班长的最后一班岗').first().waitFor()
  await page.locator('table').getByText('无锡市总工会').waitFor()
  await page.getByText('加载中').first().waitFor({ state: 'hidden' })
  await keepPicture(page, '6-list')
  expect(await faultsIn(page)).toEqual([])
  await context.close()
  const { docs } = await fetch(`${server.url}/api/videos?depth=1`).then((answer) => answer.json())
  expect(docs).toHaveLength(1)
  expect(docs[0]).toMatchObject({
    publicId: '2022-VID-000001',
    title: '老班长的最后一班岗',
    theme: '匠心绝活',
  })
  expect(JSON.stringify(docs)).not.toContain('199')
})

test('no page complained: no error, no script refused by the policy, no 5xx', () => {
  expect(browser.complaints).toEqual([])
})

async function asPerson(name: string) {
  return browser.open({ token: people[name]!.token })
}

async function review(name: string, action: string, { keepOpen = false } = {}): Promise<Page> {
  const { page, context } = await asPerson(name)
  await page.goto(address)
  await formReady(page)
  await takeStep(page, action)
  if (!keepOpen) await context.close()
  return page
}

async function takeStep(page: Page, action: string): Promise<void> {
  await page.click(`#step-${action}-button`)
  const answered = page.waitForResponse((answer) => answer.url().includes('/transition'))
  await page.click('#step-confirm')
  expect((await answered).status()).toBe(200)
  await page.locator('.house-dialog').waitFor({ state: 'hidden' })
}

async function formReady(page: Page): Promise<void> {
  await page.waitForSelector('form[data-form-ready="true"]')
}

async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse(
    (answer) =>
      /\/api\/videos(\/\d+)?(\?|$)/.test(answer.url()) &&
      ['POST', 'PATCH'].includes(answer.request().method()),
  )
  await page.click('#action-save')
  expect((await saved).status()).toBeLessThan(300)
  await page.waitForURL(/videos\/\d+/)
  await page.waitForSelector('#step-submit-button')
  await formReady(page)
}

async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.click(`${field} .rs__control`)
  await page.locator('.rs__option', { hasText: option }).first().click()
}

async function uploadVideo(page: Page): Promise<void> {
  await page.locator('#field-video').getByRole('button', { name: '新建' }).click()
  const input = page.locator('.drawer input[type=file], dialog input[type=file]').first()
  await input.setInputFiles({ name: '老班长.mp4', mimeType: 'video/mp4', buffer: mp4() })
  const stored = page.waitForResponse(
    (answer) => /\/api\/media(\?|$)/.test(answer.url()) && answer.request().method() === 'POST',
  )
  await page.locator('.drawer #action-save, dialog #action-save').first().click()
  expect((await stored).status()).toBe(201)
  await page
    .locator('#field-video .file-details, #field-video .upload-relationship-details')
    .first()
    .waitFor()
}

function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
}

async function openTheTrack(): Promise<void> {
  const headers = {
    authorization: `JWT ${people.province!.token}`,
    'content-type': 'application/json',
  }
  const found = await fetch(`${server.url}/api/tracks?where[slug][equals]=micro-videos`, {
    headers,
  })
  const [track] = (await found.json()).docs
  const day = 86_400_000
  const open = {
    from: new Date(Date.now() - 20 * day).toISOString(),
    to: new Date(Date.now() + 40 * day).toISOString(),
  }
  const body = JSON.stringify({ windows: { collect: open, judge: open, summary: open } })
  const answer = await fetch(`${server.url}/api/tracks/${track.id}`, {
    method: 'PATCH',
    headers,
    body,
  })
  expect(answer.status).toBe(200)
}
