import { describe, expect, test } from 'vitest'
import { commandOf, type Key } from '../../src/plugins/judging/screen/rules/keys.ts'
import {
  fullOrder,
  moved,
  placed,
  placesOf,
  tied,
} from '../../src/plugins/judging/screen/rules/order.ts'
import { addressOf, readPlace } from '../../src/plugins/judging/screen/rules/place.ts'
import { isDoubleTap, swipeOf } from '../../src/plugins/judging/screen/rules/swipe.ts'
import { markOf, reached, stepped, typed } from '../../src/plugins/judging/screen/rules/typing.ts'
import {
  firstToDo,
  nextToDo,
  type ShownState,
} from '../../src/plugins/judging/screen/rules/walk.ts'
import {
  fitted,
  panned,
  toggled,
  whole,
  zoomed,
} from '../../src/plugins/judging/screen/rules/zoom.ts'
import { resumeAt } from '../../src/plugins/judging/screen/media/resume.ts'
import { totalOf } from '../../src/plugins/judging/screen/rules/content.ts'

const key = (key: string, more: Partial<Key> = {}): Key => ({
  ...{ key, code: '', shift: false, control: false, alt: false },
  ...more,
})

describe('keys', () => {
  test.each([
    ['8', 'score', { do: 'type', sign: '8' }],
    ['８', 'score', { do: 'type', sign: '8' }],
    ['。', 'score', { do: 'type', sign: '.' }],
    ['Enter', 'score', { do: 'confirm' }],
    ['ArrowUp', 'score', { do: 'step', by: 1 }],
    ['ArrowLeft', 'score', { do: 'previous' }],
    ['ArrowRight', 'qualify', { do: 'next' }],
    ['S', 'score', { do: 'skip' }],
    ['u', 'rank', { do: 'undo' }],
    ['？', 'score', { do: 'help' }],
    ['y', 'qualify', { do: 'pass', passes: true }],
    ['n', 'qualify', { do: 'pass', passes: false }],
    ['y', 'score', null],
    ['8', 'qualify', null],
    ['Tab', 'score', null],
  ] as const)('%s in a round of kind %s', (pressed, kind, command) => {
    expect(commandOf(key(pressed), kind)).toEqual(command)
  })

  test('an input method for Chinese swallows nothing', () => {
    expect(commandOf(key('Process', { code: 'KeyY' }), 'qualify')).toEqual({
      do: 'pass',
      passes: true,
    })
    expect(commandOf(key('Process', { code: 'Digit7' }), 'score')).toEqual({
      do: 'type',
      sign: '7',
    })
    expect(commandOf(key('Process', { code: 'Enter' }), 'score')).toEqual({ do: 'confirm' })
  })

  test('Control and Z takes back, Control and a digit is the browser’s', () => {
    expect(commandOf(key('z', { control: true }), 'score')).toEqual({ do: 'undo' })
    expect(commandOf(key('1', { control: true }), 'score')).toBeNull()
    expect(commandOf(key('ArrowUp', { alt: true }), 'rank')).toEqual({ do: 'move', by: -1 })
  })
})

describe('typing a mark', () => {
  const type = (signs: string, full: number) =>
    [...signs].reduce((text, sign) => typed(text, sign, full) ?? text, '')

  test('keeps within full marks and two decimals', () => {
    expect(type('18', 20)).toBe('18')
    expect(type('21', 20)).toBe('2')
    expect(type('8.255', 10)).toBe('8.25')
    expect(type('10.1', 10)).toBe('10.')
    expect(type('.5', 10)).toBe('0.5')
    expect(type('07', 10)).toBe('7')
    expect(typed('18', 'Backspace', 20)).toBe('1')
    expect(markOf('')).toBeNull()
    expect(markOf('8.')).toBe(8)
  })

  test('steps stay within the scale and begin in the middle', () => {
    expect(stepped(null, 1, 10)).toBe(5)
    expect(stepped(10, 1, 10)).toBe(10)
    expect(stepped(0.3, -0.5, 10)).toBe(0)
    expect(stepped(8.1, 0.5, 10)).toBe(8.6)
  })

  test('a mark reaches the highest anchor that is not above it', () => {
    const anchors = [{ marks: 6 }, { marks: 9 }]
    expect([5, 6, 8.9, 9].map((mark) => reached(anchors, mark)?.marks ?? null)).toEqual([
      null,
      6,
      6,
      9,
    ])
  })

  test('the total is of 100 by weights', () => {
    const one = (key: string, full: number, weight: number) => ({
      ...{ key, full, weight, name: { zh: key, en: key }, anchors: [] },
    })
    const content = { marks: { a: 18, b: 5 }, passes: null, note: '' }
    expect(totalOf([one('a', 20, 60), one('b', 10, 40)], content)).toBe(74)
    expect(totalOf([one('a', 20, 60), one('c', 10, 40)], content)).toBeNull()
  })
})

describe('from work to work', () => {
  const works = ['7', '3', '9', '4'].map((work) => ({
    ...{
      work,
      title: '',
      state: 'open' as const,
      isWhole: false,
      savedAt: null,
      calibrates: false,
    },
  }))
  const states: Record<string, ShownState> = {
    7: 'complete',
    3: 'skipped',
    9: 'complete',
    4: 'open',
  }
  const stateOf = ({ work }: { work: string }) => states[work]!

  test('what is open comes first, what was skipped last', () => {
    expect(firstToDo(works, stateOf)).toBe('4')
    expect(nextToDo(works, '7', stateOf)).toBe('4')
    expect(nextToDo(works, '4', stateOf)).toBe('3')
    expect(nextToDo(works, '4', () => 'complete')).toBeNull()
  })

  test('the address says where one is, and nothing else is read from it', () => {
    expect(readPlace(new URLSearchParams(addressOf({ round: 3, work: '12' })))).toEqual({
      round: 3,
      work: '12',
    })
    expect(readPlace(new URLSearchParams('?round=x&work=12'))).toEqual({ round: null, work: null })
    expect(addressOf({ round: null, work: null })).toBe('')
  })
})

describe('fingers', () => {
  const at = (x: number, y: number, at: number) => ({ x, y, at })

  test('a stroke aside is a swipe; a short, a slow or a steep one is none', () => {
    expect(swipeOf(at(300, 100, 0), at(180, 110, 200), 390)).toBe('next')
    expect(swipeOf(at(100, 100, 0), at(220, 90, 200), 390)).toBe('previous')
    expect(swipeOf(at(100, 100, 0), at(130, 100, 100), 390)).toBeNull()
    expect(swipeOf(at(300, 100, 0), at(180, 100, 900), 390)).toBeNull()
    expect(swipeOf(at(300, 100, 0), at(200, 200, 200), 390)).toBeNull()
  })

  test('two taps in one place are a double tap', () => {
    expect(isDoubleTap(at(10, 10, 0), at(14, 12, 200))).toBe(true)
    expect(isDoubleTap(at(10, 10, 0), at(80, 12, 200))).toBe(false)
    expect(isDoubleTap(null, at(10, 10, 0))).toBe(false)
  })

  test('zooming keeps the point under the finger, and the picture in its frame', () => {
    const frame = { width: 800, height: 600 }
    const shown = fitted({ width: 1600, height: 1200 }, frame)
    const point = { x: 100, y: -50 }
    const close = zoomed(whole, 2, point, frame, shown)
    // The same part of the picture lies under the point as before.
    expect([(point.x - close.x) / close.scale, (point.y - close.y) / close.scale]).toEqual([
      100, -50,
    ])
    expect(panned(close, { x: 9_999, y: 0 }, frame, shown).x).toBe(400)
    expect(toggled(close, point, frame, shown)).toEqual(whole)
    expect(zoomed(whole, 0.1, point, frame, shown)).toEqual(whole)
  })
})

describe('an order', () => {
  const order = [['1'], ['2', '3'], ['4']]

  test('a work that shares a place leaves it first, then passes others one by one', () => {
    expect(moved(order, '3', -1)).toEqual([['1'], ['3'], ['2'], ['4']])
    expect(moved(order, '4', -1)).toEqual([['1'], ['4'], ['2', '3']])
    expect(moved(order, '1', -1)).toEqual(order)
  })

  test('equal works share the first of their places', () => {
    expect(tied(order, '4')).toEqual([['1'], ['2', '3', '4']])
    expect([...placesOf(order)]).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 2],
      ['4', 4],
    ])
  })

  test('new works come last, those that are gone go', () => {
    expect(fullOrder(order, ['2', '4', '5'])).toEqual([['2'], ['4'], ['5']])
    expect(placed(order, '4', 0)).toEqual([['4'], ['1'], ['2', '3']])
  })
})

test('a film goes on where it was left, but neither from its first seconds nor its last', () => {
  expect([null, 1, 62, 119, Number.NaN].map((kept) => resumeAt(kept, 120))).toEqual([
    0, 0, 62, 0, 0,
  ])
})
