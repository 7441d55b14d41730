import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import {
  checkTemplate,
  defaultTemplates,
  nextTryAfter,
  noticeEventList,
  noticeEvents,
  pauseAfter,
  preview,
  webhookEvents,
  webhookPayload,
  whyWords,
  webhookType,
  withoutSecrets,
} from '../../src/domain/results/notices.ts'

describe('the house’s own templates', () => {
  it.each(noticeEventList)('say “%s” in both languages, with nothing left to put in', (event) => {
    expect(checkTemplate(event, defaultTemplates[event])).toEqual([])
    const { subject, body } = preview(event, defaultTemplates[event])
    expect(subject + body).not.toMatch(/[{}]/)
    expect(subject).toMatch(/\p{Script=Han}/u)
    expect(body).toMatch(/\p{Script=Han}/u)
    expect(body).toMatch(/[A-Za-z]{3,} [a-z]+/)
  })
})

describe('webhooks', () => {
  it('are told of what concerns clients and their people, never of judges or the desk', () => {
    expect(webhookEvents.filter((event) => /judge|round|filed|disabled/.test(event))).toEqual([])
    expect(webhookEvents.map(webhookType)).toContain('entry.taken-down')
  })

  it.each(webhookEvents)('of “%s” carry no name, title or reason', (event) => {
    const marked = Object.fromEntries(
      Object.keys(noticeEvents[event].placeholders).map((name) => [name, `<${name}>`]),
    )
    const { data } = webhookPayload({ event, at: '2022-09-01T00:00:00.000Z', values: marked })
    const told = Object.values(data).join()
    expect(told).not.toMatch(/<(entryTitle|reason|ruling|track|link|judgeName)>/)
  })

  it('are verified as the guide shows it', () => {
    const guide = readFileSync('docs/notices.md', 'utf8')
    const [, head = '', body = ''] = /POST \/hooks\n([^{]*)\n\n(\{.*\})\n/.exec(guide) ?? []
    const headers = Object.fromEntries(head.split('\n').map((line) => line.split(': ')))
    const secret = /'(whsec_[^']+)'/.exec(guide)![1]!
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    expect(new Webhook(secret).sign(headers['webhook-id'], at, body)).toBe(
      headers['webhook-signature'],
    )
    for (const event of webhookEvents) expect(guide).toContain(`\`${webhookType(event)}\``)
  })

  it('say the state that a work is in now', () => {
    const values = { entryId: '2022-PHO-000123', entryTitle: '题', track: '摄影', reason: '因' }
    const at = '2022-09-01T00:00:00.000Z'
    expect(
      webhookPayload({ event: 'entry-returned', at, values, ids: { kind: 'photos' } }),
    ).toEqual({
      type: 'entry.returned',
      timestamp: at,
      data: { entry: '2022-PHO-000123', status: 'returned', kind: 'photos' },
    })
  })
})

describe('why something did not arrive', () => {
  it.each([
    ['answered 404', '对方答复 404', 'it answered 404'],
    ['no answer within 10 s', '10 秒内没有答复', 'no answer within 10 s'],
    ['ENOTFOUND', '域名不存在', 'no such host name'],
    ['endpoint switched off', '接收地址已停用', 'the endpoint was switched off'],
    ['550 no such user', '550 no such user', '550 no such user'],
    ['constructor', 'constructor', 'constructor'],
  ])('%s is said as “%s”', (why, zh, en) => {
    expect(whyWords(why)).toEqual({ zh, en })
  })
})

describe('tries', () => {
  it('come further apart, and end after some three days', () => {
    for (const channel of ['mail', 'webhook'] as const) {
      const waits: number[] = []
      for (let tries = 1; ; tries += 1) {
        const wait = nextTryAfter(channel, tries, 0.5)
        if (wait === null) break
        waits.push(wait)
      }
      expect(waits).toEqual([...waits].sort((a, b) => a - b))
      const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400
      expect(days).toBeGreaterThan(2)
      expect(days).toBeLessThan(4)
    }
  })

  it('that failed together do not all come back together', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        const wait = nextTryAfter('webhook', 2, chance)!
        expect(wait).toBeGreaterThanOrEqual(240)
        expect(wait).toBeLessThanOrEqual(360)
      }),
    )
    expect(pauseAfter(1)).toBe(5)
    expect(pauseAfter(1_000)).toBe(300)
  })
})

it('a link that logs in is shown to its recipient alone', () => {
  const values = { link: 'https://a.example/x?t=1', judgeName: '某' }
  expect(withoutSecrets('judge-invited', values, '登录：https://a.example/x?t=1。')).toBe(
    '登录：▇▇▇▇。',
  )
  expect(withoutSecrets('judge-invited', { ...values, link: '' }, '甲')).toBe('甲')
})
