import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCodes } from '../../src/delivery/problem-codes.ts'
import { testBrowser, type TestBrowser } from '../harness/browser.ts'
import { deliveryScene, listening, type DeliveryScene, type Node } from '../harness/delivery.ts'

let scene: DeliveryScene
let node: Node
let browser: TestBrowser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  scene = await deliveryScene()
  node = await scene.node()
  await listening(node)
  browser = await testBrowser(node.url)
  ;({ page } = await browser.open())
  page.on('request', (request) => asked.push(request.url()))
})
afterAll(async () => {
  await browser.close()
  await scene.close()
})

describe('/v1/docs', () => {
  it('shows every operation, and tries one, in a browser', async () => {
    await page.goto('/v1/docs')
    await page.waitForSelector('#operations-entries-listEntries')
    const { paths } = await (await fetch(`${node.url}/v1/openapi.json`)).json()
    const operations = Object.values<object>(paths).flatMap((path) => Object.keys(path))
    expect(operations.length).toBeGreaterThan(20)
    expect(await page.locator('.opblock').count()).toBe(operations.length)
    await page.click('#operations-campaigns-listCampaigns .opblock-summary-control')
    await page.click('#operations-campaigns-listCampaigns .execute')
    const answer = page.locator('#operations-campaigns-listCampaigns .live-responses-table')
    await answer.waitFor()
    expect(await answer.innerText()).toContain('2022 年活动')
  })

  it('asks no other host, and breaks no rule of its policy', () => {
    expect(asked.filter((url) => !url.startsWith(node.url) && !url.startsWith('data:'))).toEqual([])
    expect(browser.complaints).toEqual([])
  })

  it('lets no other page put it in a frame, and no script in from elsewhere', async () => {
    for (const path of ['/v1/docs', '/v1/docs/', '/v1/docs/problems']) {
      const { status, headers } = await node.get(path)
      expect([path, status]).toEqual([path, 200])
      const policy = headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/script-src[^;]*unsafe|https:/)
    }
  })
})

describe('/v1/docs/problems', () => {
  it('explains every code where its type leads', async () => {
    const { body } = await node.get('/v1/entries?limit=0')
    await page.goto(body.type)
    for (const code of Object.keys(problemCodes)) {
      expect(await page.locator(`h2[id="${code}"]`).count(), code).toBe(1)
    }
    const style = await page.locator('h2:target').evaluate((one) => {
      return [one.id, getComputedStyle(one).backgroundColor]
    })
    expect(style).toEqual(['invalid-parameter', 'rgb(255, 244, 214)'])
    expect(browser.complaints).toEqual([])
  })
})
