import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as launcher, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { testPassword } from '../harness/people.ts'
import { startServer, type StartedServer } from './door-server.ts'

let server: StartedServer
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT_SCALE: '100' })
  browser = await launcher.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    env: { ...(process.env as Record<string, string>), FONTCONFIG_FILE: fontsWithChinese() },
  })
  page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } })
  page.on('console', (said) => {
    if (/content security policy/i.test(said.text())) complaints.push(said.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`)
  })
  page.on('request', (asked) => {
    const { protocol, origin } = new URL(asked.url())
    if (/^https?:$/.test(protocol) && origin !== server.url) complaints.push(asked.url())
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('lets nobody run a script that is not the page’s own', async () => {
  await page.goto(`${server.url}/admin/login`)
  // Through a frame the test itself is not bound by: what an injected tag in the page would do.
  const ran = await page.evaluate(async () => {
    const injected = document.createElement('div')
    injected.innerHTML = '<img src="data:," onerror="window.injected = true">'
    document.body.append(injected)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return 'injected' in window
  })
  expect(ran).toBe(false)
  expect(complaints.splice(0).join('\n')).toMatch(/content security policy/i)
})

it('does not stand in the way of the admin: login, start page, list, edit, relations', async () => {
  await page.goto(`${server.url}/admin/login`)
  await page.fill('input[name=email]', inject('people').province!.email)
  await page.fill('input[name=password]', testPassword)
  await page.click('button[type=submit]')
  await page.waitForURL(({ pathname }) => pathname === '/admin')
  const places = [
    'units',
    'units/1',
    'tracks/1',
    'videos',
    'videos/create',
    'articles/create',
    'media/create',
  ]
  for (const place of places) {
    await page.goto(`${server.url}/admin/collections/${place}`)
    await page.waitForLoadState('networkidle')
    expect(complaints, place).toEqual([])
  }
  await page.goto(`${server.url}/admin/collections/videos/create`)
  await page.locator('.field-type.relationship .rs__control').first().click()
  await page.locator('.rs__option').first().waitFor()
  expect(complaints).toEqual([])
})

function fontsWithChinese(): string {
  const require = createRequire(import.meta.url)
  const fonts = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const file = path.join(inject('workFolder'), 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${path.join(inject('workFolder'), 'font-cache')}</cachedir></fontconfig>`,
  )
  return file
}
