import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLog, inPieces } from '../../src/door/log.ts'
import { scrub } from '../../src/door/scrub.ts'

function listen() {
  const lines: string[] = []
  return { lines, log: createLog('debug', { write: (line) => lines.push(line) }) }
}

describe('the log', () => {
  it('goes out in whole lines that no other process tears apart', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '职', '\u{1f300}'), maxLength: 1_500 })
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, isEnded) => {
        const text = lines.join('\n') + (isEnded ? '\n' : '')
        const pieces = [...inPieces(text)]
        expect(pieces.join('')).toBe(text)
        for (const [at, piece] of pieces.entries()) {
          if (at < pieces.length - 1) expect(piece.endsWith('\n')).toBe(true)
          const isOne = piece.indexOf('\n') < 0 || piece.indexOf('\n') === piece.length - 1
          expect(isOne || Buffer.byteLength(piece) <= 4_096).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('writes one JSON object a line', () => {
    const { lines, log } = listen()
    log.info({ id: 'x' }, 'hello')
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', id: 'x', msg: 'hello' })
  })

  it('leaves out what an error carries besides its words', () => {
    const { lines, log } = listen()
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(x)',
    })
    const err = Object.assign(
      new Error('Failed query: insert into "a" values ($1)\nparams: 张三,secret-title'),
      { cause, params: ['张三'], data: { title: 'secret-title' } },
    )
    log.error({ err })
    log.error(err)
    log.error(err, err.message)
    for (const line of lines) {
      expect(line).toContain('Failed query')
      expect(line).toContain('23505')
      expect(line).not.toMatch(/张三|secret-title|Key \(email\)/)
    }
  })

  it('does not quote the JSON that somebody could not read', () => {
    const { lines, log } = listen()
    for (const text of ['{"name": 张三}', '张三', '{"a":1', '["张三",]', '"张三']) {
      try {
        JSON.parse(text)
      } catch (err) {
        log.error({ err })
      }
    }
    expect(lines).toHaveLength(5)
    expect(lines.join('')).not.toContain('张三')
  })
})

describe('scrubbing', () => {
  it.each([
    ['mail li.si@union.example.cn bounced', 'mail <email> bounced'],
    ['email=li.si%40union.example', 'email=<email>'],
    ['电话13912345678。', '电话<phone>。'],
    ['+86 139 1234 5678', '<phone>'],
    ['证件 32010219900307123X 号', '证件 <id-number> 号'],
    ['postgres://u:pass@db:5432/x', 'postgres://<secret>@db:5432/x'],
    ['JWT eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.abc-def', 'JWT <token>'],
  ])('%s → %s', (text, clean) => {
    expect(scrub(text)).toBe(clean)
  })

  it('leaves times, ids and sizes alone', () => {
    for (const text of [
      '"time":1763794800000',
      '2026-11-22T07:35:48.123Z',
      '7d35343e-5492-4ad3-9b47-1ea9be677974',
      '"ms":13912.5',
    ]) {
      expect(scrub(text)).toBe(text)
    }
  })

  it('leaves no mobile number or mail address in any text around it', () => {
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
    const around = fc.stringMatching(/^[^\d.]?$/)
    fc.assert(
      fc.property(around, phone, around, fc.emailAddress(), (before, number, after, mail) => {
        const clean = scrub(`${before}${number}${after} ${mail} `)
        expect(clean).not.toContain(number)
      }),
    )
  })
})
