import { expect, test } from 'vitest'
import { createProgress } from '../../seed/demo/progress.ts'

function listener(isTTY: boolean, columns = 60) {
  const said: string[] = []
  return { said, isTTY, columns, write: (text: string) => said.push(text) }
}

test('a terminal gets one line that is drawn again and never wraps', () => {
  const out = listener(true)
  const progress = createProgress({ total: 4, out, clock: () => 0 })
  progress.step('很长很长的标题很长很长的标题很长很长的标题')
  progress.step('b', 3)
  progress.end()
  expect(out.said).toHaveLength(3)
  expect(out.said[0]).toMatch(/^\r/)
  expect(out.said[0]).toContain(' 25%  1/4')
  expect(out.said[1]).toContain('100%  4/4')
  const wide = [...out.said[0]!.replace('\r\u001b[2K', '')].map((c) => (c > '\u2e7f' ? 2 : 1))
  expect(wide.reduce((sum, width) => sum + width, 0)).toBeLessThan(60)
})

test('a file gets one line a tenth', () => {
  const out = listener(false)
  const progress = createProgress({ total: 200, out, clock: () => 0 })
  for (let index = 0; index < 200; index++) progress.step('x')
  progress.end()
  expect(out.said).toHaveLength(10)
  expect(out.said.at(-1)).toContain('100%  200/200')
})

test('nothing to do is done at once', () => {
  const out = listener(false)
  createProgress({ total: 0, out, clock: () => 0 }).end()
  expect(out.said).toEqual([])
})
