import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { writeNotices } from '../../src/database/notices/write.ts'
import { faultsIn } from '../harness/axe.ts'
import { keepPicture, testBrowser, type TestBrowser } from '../harness/browser.ts'
import { testClient } from '../harness/clients.ts'
import { openReceiver } from '../harness/receiver.ts'
import { startServer, type StartedServer } from '../http/door-server.ts'

// The province looks at a batch and lets it go, writes a template, and gives a client its webhook.
let server: StartedServer
let browser: TestBrowser
let database: pg.Client
const people = inject('people')
const sql = async (text: string, values: readonly unknown[] = []) =>
  (await database.query(text, [...values])).rows

beforeAll(async () => {
  server = await startServer({ CHECK_LOOPBACK: 'true' })
  database = new pg.Client({ connectionString: server.settings.DATABASE_URL })
  await database.connect()
  await writeNotices(sql, {
    ...{ event: 'judge-reminded', about: 'round:1', batch: 'two', by: null },
    to: ['judge', 'wuxi'].map((who) => ({
      kind: 'judge',
      userId: people[who]!.id,
      values: { round: '复评', track: '摄影', until: '9月10日', judgeName: who, left: '3' },
    })),
  })
  browser = await testBrowser(server.url)
})
afterAll(async () => {
  await browser?.close()
  await database?.end()
  await server?.stop()
})

test('a batch is looked at, released, and its release is told', async () => {
  const { page } = await browser.open({ token: people.province!.token })
  await page.goto('/admin/collections/notice-templates')
  await page.locator('.notice-desk__warning', { hasText: 'SMTP_URL' }).waitFor()
  await page.locator('.notice-desk__list li', { hasText: '提醒评委：2 项' }).waitFor()
  await keepPicture(page, 'notices-held')
  expect(await faultsIn(page)).toEqual([])
  await page.locator('[id^=look-at-batch-]').click()
  await page.locator('.notice-look li').nth(1).waitFor()
  await page.locator('.notice-look summary', { hasText: 'judge@example.org' }).click()
  await page.locator('.notice-look pre', { hasText: '您还有 3 件作品' }).first().waitFor()
  await keepPicture(page, 'notices-look')
  expect(await faultsIn(page)).toEqual([])
  await page.click('#release-batch')
  await page.locator('.notice-desk', { hasText: '没有等待放行的通知' }).waitFor()
  await page.click('.notice-desk__log summary')
  await page.locator('.notice-desk__log li', { hasText: '演示·province' }).waitFor()
  await page.click('#notices-waiting')
  await page.locator('.notice-desk__list li', { hasText: 'wuxi@example.org' }).waitFor()
  expect(await sql(`select 1 from notice_batches where goes and released_size = 2`)).toHaveLength(1)
  expect(browser.complaints).toEqual([])
})

test('a template shows its mail while it is written, and what is wrong with it', async () => {
  const { page } = await browser.open({ token: people.province!.token })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/admin/collections/notice-templates/create')
  await page.waitForSelector('form[data-form-ready="true"]')
  await page.click('#field-event .rs__control')
  await page.locator('.rs__option', { hasText: '获奖通知' }).click()
  await page.locator('.notice-preview h4', { hasText: '获奖通知：清晨的车间（一等奖）' }).waitFor()
  await page.fill('#field-subject', '{{winner}}')
  await page.locator('.notice-preview [role=alert]', { hasText: '没有占位符“winner”' }).waitFor()
  await page.fill('#field-subject', '恭喜：{{entryTitle}}')
  await page.fill('#field-body', '作品 {{entryId}} 获{{level}}。')
  await page
    .locator('.notice-preview pre', { hasText: '作品 2022-PHO-000123 获一等奖。' })
    .waitFor()
  await keepPicture(page, 'notice-template')
  expect(await faultsIn(page)).toEqual([])
  await page.click('#action-save')
  await page.waitForURL(/notice-templates\/\d+/)
  expect(browser.complaints).toEqual([])
})

test('a client gets a webhook, its secret this once, and a test of it', async () => {
  const receiver = await openReceiver()
  receiver.answer(404)
  const { id } = await testClient(sql, 'app')
  const { page } = await browser.open({ token: people.province!.token })
  await page.goto(`/admin/collections/api-clients/${id}`)
  await page.click('#add-webhook')
  await page.fill('.house-dialog input[type=url]', 'https://10.0.0.1/hooks')
  await page.click('#client-webhook-go')
  await page.locator('.house-dialog [role=alert]', { hasText: '不能是内网地址' }).waitFor()
  await page.fill('.house-dialog input[type=url]', receiver.url)
  await keepPicture(page, 'client-webhook-form')
  expect(await faultsIn(page)).toEqual([])
  await page.click('#client-webhook-go')
  expect(await page.locator('#webhook-secret').innerText()).toMatch(/^whsec_[\w+/=]{40,}$/)
  await page.locator('.house-dialog button', { hasText: '关闭' }).click()
  const hook = page.locator('.client-hooks li', { hasText: receiver.url })
  await hook.getByRole('button', { name: '发送测试' }).click()
  await hook.locator('[role=status]', { hasText: '测试未送达：对方答复 404' }).waitFor()
  receiver.answer(200)
  await hook.getByRole('button', { name: '发送测试' }).click()
  await hook.locator('[role=status]', { hasText: '测试已送达' }).waitFor()
  await keepPicture(page, 'client-webhooks')
  expect(await faultsIn(page)).toEqual([])
  await receiver.close()
  expect(browser.complaints).toEqual([])
})
