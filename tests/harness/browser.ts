import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export type TestBrowser = {
  /** A window of its own, logged in when `token` is given. */
  open: (options?: { token?: string }) => Promise<{ page: Page; context: BrowserContext }>
  /** What pages complained about so far: errors, scripts refused by the policy, answers of 5xx. */
  complaints: string[]
  close: () => Promise<void>
}

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const artifacts = path.resolve(import.meta.dirname, '../../artifacts/screenshots')

/** Chromium out of npm, with a font that has Chinese: a bare machine would draw boxes. */
export async function testBrowser(baseUrl: string): Promise<TestBrowser> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'browser-'))
  process.env.FONTCONFIG_FILE = fontConfig(folder)
  const { default: binary } = await import('@sparticuz/chromium')
  const { chromium } = await import('playwright-core')
  // One process for all pages, as its makers advise for a cloud function, ends with the first window.
  const args = binary.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  const browser: Browser = await chromium.launch({
    executablePath: await binary.executablePath(),
    args: [...args, ...quiet],
    headless: true,
  })
  const complaints: string[] = []
  return {
    complaints,
    async open({ token } = {}) {
      const context = await browser.newContext({
        baseURL: baseUrl,
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      context.setDefaultTimeout(60_000)
      if (token)
        await context.addCookies([
          { name: 'payload-token', value: token, url: baseUrl, httpOnly: true },
        ])
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
      page.on('console', (said) => {
        if (/Content Security Policy/i.test(said.text())) complaints.push(`policy: ${said.text()}`)
      })
      page.on('response', (answer) => {
        if (answer.status() >= 500) complaints.push(`${answer.status()}: ${answer.url()}`)
      })
      return { page, context }
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Keeps a picture of what the window shows under `artifacts/screenshots`. Asked of Chromium itself:
 * Playwright waits for a quiet frame first, which a page with a film in it does not always give.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(artifacts, { recursive: true })
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' })
  writeFileSync(path.join(artifacts, `${name}.png`), Buffer.from(data, 'base64'))
  await session.detach()
}

function fontConfig(folder: string): string {
  const font = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-sc/package.json',
  )
  const file = path.join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${path.dirname(font)}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  return file
}
