import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificatePage } from '../../src/delivery/certificates/page.ts'
import { entryKindList } from '../../src/domain/kinds.ts'
import {
  certificateNumber,
  checkSheets,
  missingGlyphs,
  readCertificateNumber,
  verification,
} from '../../src/domain/results/certificates.ts'
import {
  checkTemplate,
  decideSend,
  noticeEvents,
  preview,
  recipientKinds,
  render,
  type NoticeEvent,
  type SendQuestion,
} from '../../src/domain/results/notices.ts'

describe('a certificate’s number', () => {
  const number = fc.record({
    year: fc.integer({ min: 1000, max: 9999 }),
    kind: fc.constantFrom(...entryKindList),
    serial: fc.integer({ min: 1, max: 99_999 }),
  })

  it('reads back, however people type it', () => {
    fc.assert(
      fc.property(number, (one) => {
        const text = certificateNumber(one)
        for (const typed of [
          text,
          text.toLowerCase(),
          ` ${text.replaceAll('-', ' — ')} `,
          text.replaceAll('-', ''),
        ]) {
          expect(readCertificateNumber(typed)).toEqual(one)
        }
      }),
    )
    expect(certificateNumber({ year: 2022, kind: 'photos', serial: 17 })).toMatchInlineSnapshot(
      `"2022-PHO-00017-M"`,
    )
  })

  it('is found out with any one sign wrong', () => {
    fc.assert(
      fc.property(
        number,
        fc.nat(),
        fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
        (one, pick, sign) => {
          const text = certificateNumber(one).replaceAll('-', '')
          const at = pick % text.length
          const wrong = text.slice(0, at) + sign + text.slice(at + 1)
          if (wrong !== text) expect(readCertificateNumber(wrong)).toBeNull()
        },
      ),
      { numRuns: 500 },
    )
    for (const bad of [null, 7, '', '2022-XXX-00001-0', 'x'.repeat(99)])
      expect(readCertificateNumber(bad)).toBeNull()
    expect(() => certificateNumber({ year: 2022, kind: 'photos', serial: 0 })).toThrow(RangeError)
  })

  it('is verified as what became of it', () => {
    const [at, none] = [new Date(0), { revokedAt: null, replacedBy: null }]
    expect(
      [null, none, { ...none, replacedBy: 'x' }, { revokedAt: at, replacedBy: 'x' }].map(
        verification,
      ),
    ).toEqual([...['unknown', 'valid', 'replaced', 'revoked']])
  })
})

describe('names on certificates', () => {
  const covers = (code: number) =>
    '张伟·é ABC'.includes(String.fromCodePoint(code)) || code === 0xe000

  it.each([
    ['张伟', []],
    ['张𠮷', ['U+20BB7']],
    ['㼆㼆伟', ['U+3F06']],
    ['e\u0301', []],
    ['张\u{E0100}伟\uFE00', []],
    ['\uE000', ['U+E000']],
    ['A\nB', ['U+000A']],
  ])('%j miss %j', (text, points) => {
    expect(missingGlyphs(text, covers).map(({ point }) => point)).toEqual(points)
  })

  it('are ready or listed, never blank', () => {
    const { ready, unfit } = checkSheets(
      [
        { id: '1', texts: { name: '张伟', level: 'A' } },
        { id: '2', texts: { name: '张𠮷', level: 'A' } },
        { id: '3', texts: { name: ' \u200B', level: 'A' } },
      ],
      covers,
    )
    expect(ready).toEqual(['1'])
    expect(unfit.map(({ id, field, message }) => `${id} ${field} ${message.zh}`)).toEqual([
      '2 name “张𠮷”中的 𠮷（U+20BB7） 字体无法显示，请更换字体或手工制作',
      '3 name 内容为空',
    ])
  })

  it('of any text are ready exactly when every character has a picture', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const { ready, unfit } = checkSheets([{ id: 'x', texts: { name: text } }], () => true)
        expect(ready.length + unfit.length).toBe(1)
        expect(checkSheets([{ id: 'x', texts: { name: text } }], () => false).ready).toEqual([])
      }),
    )
  })
})

describe('notices', () => {
  const events = Object.keys(noticeEvents) as NoticeEvent[]

  it.each(events)('of “%s” tell somebody, never the objected', (event) => {
    const { tells, placeholders } = noticeEvents[event]
    expect(tells.length).toBeGreaterThan(0)
    for (const kind of tells) expect(recipientKinds).toContain(kind)
    const all = Object.keys(placeholders)
      .map((name) => `{{${name}}}`)
      .join('\n')
    expect(checkTemplate(event, { subject: 'S', body: all })).toEqual([])
    expect(preview(event, { subject: 'S', body: all }).body).not.toContain('{{')
    expect(Object.keys(placeholders).join()).not.toMatch(/objectorName|phone/)
  })

  it.each([
    [{ subject: '{{entryTitle}}', body: '{{ entryId }}' }, []],
    [{ subject: 'S', body: '{{phone}} {{phone}}' }, ['placeholder-unknown body']],
    [{ subject: 'S', body: '{{entryId' }, ['braces body']],
    [{ subject: 'S', body: '{{entry.id}}' }, ['braces body']],
    [{ subject: ' ', body: 'B' }, ['empty subject']],
    [{ subject: 'a\nb', body: 'B' }, ['subject-lines subject']],
    [{ subject: 'S', body: 'x\u0000' }, ['unfit body']],
    [{ subject: 'S'.repeat(201), body: 'B' }, ['too-long subject']],
  ])('%j', (template, expected) => {
    expect(
      checkTemplate('entry-published', template).map(({ code, path }) => `${code} ${path}`),
    ).toEqual(expected)
  })

  it('put values in once, keep the subject one line, and never go out by halves', () => {
    expect(
      render({ subject: '{{a}}!', body: '{{a}} {{b}}' }, { a: 'x\r\nBcc: y', b: '{{a}}' }),
    ).toEqual({
      ...{ subject: 'x Bcc: y!', body: 'x\r\nBcc: y {{a}}' },
    })
    expect(() => render({ subject: '', body: '{{constructor}}' }, {})).toThrow(RangeError)
    expect(render({ subject: '', body: '{{a}}' }, { a: '$& $1' }).body).toBe('$& $1')
  })

  const batch: SendQuestion = { size: 5, releasedBy: 1, releasedSize: 5, isStopped: false }
  it.each<[Partial<SendQuestion>, string | null]>([
    [{}, null],
    [{ size: 1, releasedBy: null, releasedSize: null }, null],
    [{ releasedBy: null }, 'batch-not-released'],
    [{ releasedSize: 4 }, 'batch-changed'],
    [{ isStopped: true }, 'batch-stopped'],
    [{ size: 0 }, 'batch-empty'],
  ])('in a batch with %o: %s', (change, code) => {
    const decided = decideSend({ ...batch, ...change })
    expect(decided.send ? null : decided.refusal.code).toBe(code)
  })
})

describe('the page of a certificate', () => {
  it('is printed dark on white whatever the screen looks like', () => {
    const page = certificatePage('2022-PHO-00001-X', null)
    expect(page).toContain('@media screen and (prefers-color-scheme: dark)')
    expect(page).not.toContain('@media (prefers-color-scheme')
  })
})
