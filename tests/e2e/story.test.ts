import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { faultsIn } from '../harness/axe.ts'
import { keepPicture, testBrowser, type TestBrowser } from '../harness/browser.ts'
import { pdf } from '../harness/files.ts'
import { usualRound } from '../harness/judging.ts'
import { noticeIn, setNoticeClock } from '../harness/results.ts'
import { startServer, type StartedServer } from '../http/door-server.ts'

// The second and third phase of a campaign in a real browser: works that were accepted are judged, ranked,
// locked, put on notice, made final, and a certificate is verified by the address that its QR code holds.
let server: StartedServer
let browser: TestBrowser
let database: pg.Client
const people = inject('people')
const titles = ['清晨的车间', '桥上的焊花', '夜班之后']
const sql = async (text: string, values?: unknown[]) => (await database.query(text, values)).rows

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

test('from accepted works to a certificate that everyone can verify', async () => {
  const track = await acceptedWorks()
  const first = (await browser.open({ token: people.province!.token })).page
  const second = (await browser.open({ token: people.province2!.token })).page
  const expert = (await browser.open({ token: people.judge!.token })).page

  const round = await openRound(first, track)
  const marks = await judgeAll(expert, round)
  await lockRanking(first, second, round)
  const list = await freezeList(first, second, { track, round })

  // Asked in another way than below: what is kept of it is true until the opening by the real clock.
  const hidden = await fetch(`${server.url}/v1/results?limit=3`)
  expect((await hidden.json()).data).toEqual([])
  const { notice_from: from, notice_to: to } = (
    await sql('select notice_from, notice_to from results where id = $1', [list])
  )[0]
  await setNoticeClock(sql, new Date(from))
  const shown = await until(async () => {
    const { data } = await (await fetch(`${server.url}/v1/results`)).json()
    return data.length === 1 ? data[0] : undefined
  })
  const frozen = await (await fetch(`${server.url}/v1/results/${shown.id}`)).json()
  const best = titles.toSorted((a, b) => marks.get(b)! - marks.get(a)!)
  const { awards } = JSON.parse(frozen.text)
  expect(awards.map(({ title, level }: any) => [title, level])).toEqual([
    [best[0], 'first'],
    [best[1], 'second'],
  ])

  await objectAsUnit(await unitPage('nanjing'), best[0]!)
  await decline(first)

  await setNoticeClock(sql, Date.parse(to) + 60_000)
  await ask(first, list, 'finish')
  await confirm(second, list)
  await setNoticeClock(sql, null)

  const number = await issueCertificates(first, list)
  const worker = (await browser.open()).page
  await worker.goto(`/v1/certificates/${number}`)
  await worker.getByText('证书有效').first().waitFor()
  await worker.getByText(best[0]!).first().waitFor()
  await keepPicture(worker, 'story-certificate-verified')
  expect(await faultsIn(worker, ['body'])).toEqual([])

  const row = first.locator('tr', { hasText: number })
  await row.getByRole('button', { name: '作废' }).click()
  await first.locator('.certificates__change input').fill('演示：信息有误')
  await first.locator('.certificates__change').getByRole('button', { name: '确定' }).click()
  await first.locator('.certificates__state--revoked').waitFor()
  await worker.reload()
  await worker.getByText('证书已作废').first().waitFor()
  expect(browser.complaints).toEqual([])
})

/** Three commentaries that two reviews let through. @returns the id of their track */
async function acceptedWorks(): Promise<number> {
  const [{ id, campaign_id: campaign }] = await sql(
    `select id, campaign_id from tracks where slug = 'commentaries'`,
  )
  const [unit] = await sql(`select id, path from units where name = '苏州市总工会'`)
  for (const [index, title] of titles.entries()) {
    const [work] = await sql(
      `insert into commentaries (title, status, public_id, track_id, campaign_id, unit_id, unit_path, summary, submitted_at)
       values ($1, 'accepted', $2, $3, $4, $5, $6, '一段说明', now()) returning id`,
      [title, `2022-COM-${900_001 + index}`, id, campaign, unit.id, unit.path],
    )
    await sql(
      `insert into commentaries_authors (_order, _parent_id, id, name) values (1, $1, $2, $3)`,
      [work.id, `author-${index}`, `钱某${'甲乙丙'[index]}`],
    )
  }
  return id
}

async function openRound(page: Page, track: number): Promise<number> {
  const { doc } = await asProvince('/judging-rounds?depth=0', {
    ...{ ...usualRound(), track, title: '终评', key: 'final', quorum: 1 },
    levels: [
      { key: 'first', name: '一等奖', count: 1 },
      { key: 'second', name: '二等奖', count: 1 },
    ],
    reserves: 1,
  })
  // The first page of a server that has just started: nobody is quicker than what it loads.
  await page.goto(`/admin/collections/judging-rounds/${doc.id}`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: '评审情况' }).click()
  await page.click('#judging-add')
  await page.getByRole('button', { name: '添加 演示·judge', exact: true }).click()
  await page.locator('.judging-board__table', { hasText: '演示·judge' }).waitFor()
  await page.click('#judging-open')
  await page.click('#judging-step-go')
  await page.locator('.house-dialog').waitFor({ state: 'hidden' })
  return doc.id
}

/** Marks every work by keyboard and hands all in. @returns the points of each title */
async function judgeAll(page: Page, round: number): Promise<Map<string, number>> {
  await page.goto(`/admin/judging?round=${round}`)
  const given = new Map<string, number>()
  for (const theme of [12, 19, 15]) {
    const panel = page.locator('.judging-panel [aria-disabled="false"]').first()
    await panel.waitFor()
    const title = await page.locator('.judging-head h2').first().textContent()
    given.set(title!.trim(), theme)
    const number = await page.locator('.judging-panel').getAttribute('data-work')
    await page.keyboard.type(String(theme))
    await page.keyboard.press('Enter')
    await page.keyboard.type('8')
    await page.keyboard.press('Enter')
    await page
      .locator(`.judging-panel:not([data-work="${number}"]), .judging-overview`)
      .first()
      .waitFor()
  }
  await page.click('#judging-hand-in')
  await page.locator('.judging-overview__done').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.judging-save--saved').waitFor()
  return given
}

async function lockRanking(first: Page, second: Page, round: number): Promise<void> {
  await sql(`update judging_rounds set window_to = now() - interval '1 s' where id = $1`, [round])
  const address = `/admin/collections/judging-rounds/${round}`
  await first.goto(address)
  await first.getByRole('button', { name: '排名' }).click()
  await first.click('#judging-ask-lock')
  await first.locator('.judging-round-desk__hash').first().waitFor()
  await keepPicture(first, 'story-ranking')
  expect(await faultsIn(first)).toEqual([])
  await second.goto(address)
  await second.click('#judging-lock')
  await second.locator('.judging-round-desk__versions').waitFor()
}

async function freezeList(
  first: Page,
  second: Page,
  { track, round }: { track: number; round: number },
): Promise<number> {
  const { from, to } = noticeIn(1)
  const { doc } = await asProvince('/results', {
    ...{ title: '网评作品评选结果', track, round, noticeFrom: from, noticeTo: to },
    contact: '活动办公室 025-80000000',
  })
  await ask(first, doc.id, 'freeze')
  await keepPicture(first, 'story-freeze')
  expect(await faultsIn(first)).toEqual([])
  await confirm(second, doc.id)
  return doc.id
}

async function unitPage(who: string): Promise<Page> {
  const { page } = await browser.open({ token: people[who]!.token })
  await page.goto('/admin')
  await page.click('#nav-unit-objections')
  await page.getByRole('heading', { name: '公示与异议' }).waitFor()
  return page
}

/** A unit objects with a file, takes it back, and objects again. */
async function objectAsUnit(page: Page, title: string): Promise<void> {
  for (const number of ['Y-0001', 'Y-0002']) {
    await page.click('[id^="object-2022"]')
    await page.getByLabel('针对').selectOption({ label: await optionOf(page, title) })
    await page.getByLabel('联系方式').fill('desk@example.org')
    await page.getByLabel('异议理由').fill('该作品此前已公开发表')
    await page.locator('.unit-objections__files input').setInputFiles({
      ...{ name: '旧刊.pdf', mimeType: 'application/pdf', buffer: pdf() },
    })
    await page.locator('.unit-objections__files li', { hasText: '旧刊.pdf' }).waitFor()
    await keepPicture(page, 'story-objection')
    if (number === 'Y-0001') expect(await faultsIn(page)).toEqual([])
    await page.click('#objection-file-go')
    const card = page.locator('.unit-objections__cards li', { hasText: number })
    await card.getByText('待受理').waitFor()
    if (number === 'Y-0002') break
    await page.click(`#take-back-${number}`)
    await page.click('#objection-take-back-go')
    await card.getByText('已撤回').waitFor()
  }
  await keepPicture(page, 'story-objections-of-unit')
  expect(await faultsIn(page, ['.template-default__wrap'])).toEqual([])
}

async function optionOf(page: Page, title: string): Promise<string> {
  const texts = await page.getByLabel('针对').locator('option').allTextContents()
  return texts.find((text) => text.includes(title))!
}

/** The desk does not take the unit's objection up. */
async function decline(page: Page): Promise<void> {
  const [{ id }] = await sql(`select id from objections where state = 'filed'`)
  await page.goto(`/admin/collections/objections/${id}`)
  await page.getByText('旧刊.pdf').waitFor()
  await page.click('#objection-decline')
  await page.locator('.house-dialog textarea').fill('证据与作品无关')
  await page.click('#objection-step-go')
  await page.locator('.house-dialog').waitFor({ state: 'hidden' })
  await page.locator('.result-chip', { hasText: '不予受理' }).first().waitFor()
  await keepPicture(page, 'story-objection-desk')
  expect(await faultsIn(page)).toEqual([])
}

async function ask(page: Page, list: number, kind: string): Promise<void> {
  await page.goto(`/admin/collections/results/${list}`)
  await page.click(`#result-${kind}`)
  await page.click('#result-ask-go')
  await page.locator('#result-withdraw').waitFor()
}

async function confirm(page: Page, list: number): Promise<void> {
  await page.goto(`/admin/collections/results/${list}`)
  await page.click('#result-confirm')
  await page.locator('#result-confirm').waitFor({ state: 'hidden' })
}

/** A template, a batch of all awards, one file of it. @returns the number of the first certificate */
async function issueCertificates(page: Page, list: number): Promise<string> {
  const [{ id: campaign }] = await sql('select id from campaigns order by id limit 1')
  await asProvince('/certificate-templates', {
    ...{ name: '荣誉证书', campaign, issuers: '江苏省示范总工会', orientation: 'portrait' },
  })
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`/admin/collections/results/${list}`)
  await page.click('#certificates-issue')
  const file = page.locator('.certificates__acts a').first()
  await file.waitFor()
  await keepPicture(page, 'story-certificates')
  expect(await faultsIn(page)).toEqual([])
  const address = await file.getAttribute('href')
  const pdf = await page.evaluate(async (url) => {
    const answer = await fetch(url)
    return [answer.status, (await answer.text()).slice(0, 5)]
  }, address!)
  expect(pdf).toEqual([200, '%PDF-'])
  return /certificates\/([^/]+)\/file/.exec(address!)![1]!
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

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await read()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
