import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { keepPicture, testBrowser, type TestBrowser } from '../harness/browser.ts'
import { mp4 } from '../harness/files.ts'
import { film } from '../harness/films.ts'
import { startServer, type StartedServer } from '../http/door-server.ts'

// What staff see of files that are worked on in the background, in a real browser: nobody reloads.
let server: StartedServer
let browser: TestBrowser
const { token } = inject('people').province!

beforeAll(async () => {
  server = await startServer()
  browser = await testBrowser(server.url)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('a film becomes ready in the open list, and its own page says what was made of it', async () => {
  const { page, context } = await browser.open({ token })
  const long = await film({ width: 1920, height: 1080, seconds: 20 })
  const short = await film({ width: 1280, height: 720, seconds: 6 })
  // Behind a long one, so that it still waits when the list is opened.
  await send(long, '长片.mp4')
  const id = await send(short, '示例.mp4')
  await page.goto('/admin/collections/media')
  await page.locator('.standing--waiting').waitFor()
  await page.locator('.standing--done').nth(1).waitFor({ timeout: 180_000 })
  await page.goto(`/admin/collections/media/${id}`)
  await page.locator('.file-look .standing--done').waitFor()
  const told = await page.locator('.file-look').innerText()
  for (const text of ['1280 × 720', '0:06', 'H.264', '视频 720p', '视频封面']) {
    expect(told).toContain(text)
  }
  await keepPicture(page, 'file-ready')
  await context.close()
})

test('one that nobody can play says why, on its page and to the province, and is tried again', async () => {
  const { page, context } = await browser.open({ token })
  const id = await send(mp4(), '打不开.mp4')
  await page.goto(`/admin/collections/media/${id}`)
  await page.locator('.file-look .standing--failed', { hasText: '不完整或已损坏' }).waitFor()
  await page.click('#process-again')
  await page.locator('.file-look__told', { hasText: '已提交处理' }).waitFor()
  await page.locator('.file-look .standing--failed').waitFor()

  await page.goto('/admin')
  const failed = page.locator('.jobs__item', { hasText: '打不开.mp4' })
  await failed.getByText('不完整或已损坏').waitFor()
  await keepPicture(page, 'jobs-failed')
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/retry'))
  await failed.getByRole('button', { name: '重试' }).click()
  expect((await asked).status()).toBe(200)
  expect(browser.complaints).toEqual([])
  await context.close()
})

async function send(bytes: Buffer, name: string): Promise<number> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'video/mp4' }), name)
  const answer = await fetch(`${server.url}/api/media`, {
    method: 'POST',
    headers: { authorization: `JWT ${token}` },
    body: form,
  })
  expect(answer.status).toBe(201)
  return (await answer.json()).doc.id
}
