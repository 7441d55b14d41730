import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton, findWords } from '../../src/domain/content-safety/automaton.ts'
import { textsOf } from '../../src/domain/content-safety/entry-texts.ts'
import { excerptOf } from '../../src/domain/content-safety/excerpt.ts'
import { buildMatcher, findHits } from '../../src/domain/content-safety/find-hits.ts'
import { folded } from '../../src/domain/content-safety/folded.ts'
import { addressesOf } from '../../src/domain/rules/index.ts'
import { simplified } from '../../src/domain/content-safety/traditional.ts'
import { cleanWords, linesOf, wordListLimits } from '../../src/domain/content-safety/word-list.ts'

type Find = [word: number, start: number, end: number]

function found(words: number[][], text: number[]): Find[] {
  const finds: Find[] = []
  findWords(buildAutomaton(words), text, (...find) => finds.push(find))
  return finds
}

function foundNaively(words: number[][], text: number[]): Find[] {
  return text.flatMap((_, start) =>
    words.flatMap((word, index): Find[] =>
      word.length > 0 && word.every((point, at) => text[start + at] === point)
        ? [[index, start, start + word.length]]
        : [],
    ),
  )
}

const inOrder = (finds: Find[]) =>
  [...finds].sort((a, b) => a[2] - b[2] || a[1] - b[1] || a[0] - b[0])

describe('the automaton', () => {
  // Three letters only, so that words overlap, repeat and stand inside each other.
  const letters = fc.constantFrom(1, 2, 3)
  const words = fc.uniqueArray(fc.array(letters, { minLength: 1, maxLength: 5 }), {
    maxLength: 12,
    selector: (word) => word.join(),
  })

  it('finds what a naive search finds, each once, by where it ends', () => {
    fc.assert(
      fc.property(words, fc.array(letters, { maxLength: 60 }), (list, text) => {
        const finds = found(list, text)
        expect(inOrder(finds)).toEqual(inOrder(foundNaively(list, text)))
        expect(finds.map(([, , end]) => end)).toEqual(
          finds.map(([, , end]) => end).sort((a, b) => a - b),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing with no word, and never an empty one', () => {
    expect(found([], [1, 2])).toEqual([])
    expect(found([[]], [1, 2])).toEqual([])
  })
})

const list = (...words: string[]) => [{ id: 7, version: 3, words }]
const hits = (text: string, ...words: string[]) =>
  findHits(buildMatcher(list(...words)), text).map(({ start, end }) => text.slice(start, end))

describe('words in disguise', () => {
  it.each([
    ['as it is', '这是敏感词。', '敏感词'],
    ['spaced out', '这是敏 感 词。', '敏 感 词'],
    ['with punctuation between', '这是敏-感*词。', '敏-感*词'],
    ['partly spaced', '敏 感词', '敏 感词'],
    ['with full stops after every character', '敏。感。词。', '敏。感。词'],
    ['in traditional characters', '這是敏感詞', '敏感詞'],
    ['with unseen characters between', '敏\u200b感\u2060词', '敏\u200b感\u2060词'],
    ['over a soft hyphen', '敏\u00ad感\u00ad词', '敏\u00ad感\u00ad词'],
  ])('are found %s', (_, text, hit) => {
    expect(hits(text, '敏感词')).toEqual([hit])
  })

  it.each([
    ['full-width letters', 'ＣＡＳＩＮＯ', 'casino', 'ＣＡＳＩＮＯ'],
    ['capitals', '去CASINO玩', 'casino', 'CASINO'],
    ['accents', 'càsínö', 'casino', 'càsínö'],
    ['letters apart', 'c a s i n o', 'casino', 'c a s i n o'],
    ['circled figures', '加微信①②③④⑤', '12345', '①②③④⑤'],
    ['a word of the list in traditional characters', '赌博网站', '賭博', '赌博'],
    ['astral characters', '看𠮷野家', '𠮷野', '𠮷野'],
  ])('are found as %s', (_, text, word, hit) => {
    expect(hits(text, word)).toEqual([hit])
  })

  it.each([
    ['the end of a sentence and the beginning of the next', '我们在建。党员到了', '建党'],
    ['a comma between two phrases', '法，轮到谁', '法轮'],
    ['a new line', '出\n售', '出售'],
    ['characters far apart', '敏 — — — — 感词', '敏感词'],
    ['a part of a longer English word', 'classroom', 'ass'],
    ['half of two English words', 'gas sink', 'assin'],
    ['a number inside another', '电话 15890', '589'],
  ])('are not taken for: %s', (_, text, word) => {
    expect(hits(text, word)).toEqual([])
  })

  it('give the longest of those inside each other, and each place once', () => {
    expect(hits('赌博网站上的赌博', '赌博', '赌博网站', '网站')).toEqual(['赌博网站', '赌博'])
  })

  it('say which list they come from, in which version; two lists that have it are two', () => {
    const matcher = buildMatcher([
      { id: 1, version: 4, words: ['赌博'] },
      { id: 2, version: 9, words: ['賭博', '！'] },
    ])
    expect(findHits(matcher, '不赌博')).toEqual([
      { start: 1, end: 3, word: '赌博', listId: 1, listVersion: 4 },
      { start: 1, end: 3, word: '賭博', listId: 2, listVersion: 9 },
    ])
  })

  it('point into the original, whatever the disguise', () => {
    const cover = fc.constantFrom('', ' ', '-', '*', '\u200b', '·')
    const around = fc.string({
      unit: fc.constantFrom('的', '是', '在', '。', 'é', '𠮷', '①', ' '),
      maxLength: 20,
    })
    fc.assert(
      fc.property(around, cover, around, (before, between, after) => {
        const hidden = ['敏', '感', '詞'].join(between)
        const text = `${before}${hidden}${after}`
        const [hit] = findHits(buildMatcher(list('敏感词')), text)
        expect(hit).toMatchObject({ start: before.length, end: before.length + hidden.length })
      }),
    )
  })
})

describe('a text in one form', () => {
  it('keeps for every point its place in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { points, starts, ends } = folded(text)
        expect(starts).toHaveLength(points.length)
        points.forEach((_, at) => {
          expect(starts[at]!).toBeLessThan(ends[at]!)
          expect(ends[at]!).toBeLessThanOrEqual(text.length)
          expect(at === 0 || starts[at]! >= starts[at - 1]!).toBe(true)
        })
      }),
    )
  })

  it('is its own form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = String.fromCodePoint(...folded(text).points)
        expect(folded(once).points).toEqual(folded(text).points)
      }),
    )
  })

  it('knows the simplified form of some thousand characters', () => {
    const of = (one: string) => String.fromCodePoint(simplified.get(one.codePointAt(0)!)!)
    expect(['愛', '國', '體', '轉'].map(of)).toEqual(['爱', '国', '体', '转'])
    expect(simplified.size).toBeGreaterThan(3_000)
  })
})

describe('the words of a list', () => {
  it('are trimmed, in one form, each once', () => {
    const text = '\uFEFF 赌博 \r\n賭博\n# 说明\n\nＣａｓｉｎｏ\ncasino\n加　微 信'
    expect(cleanWords(linesOf(text))).toEqual({
      words: ['赌博', 'Casino', '加 微 信'],
      dropped: [{ reason: 'duplicate', count: 2, examples: ['賭博', 'casino'] }],
    })
  })

  it('that are none are dropped, each with its reason', () => {
    const lines = ['黄', '=毒', '！！', '长'.repeat(41), '长'.repeat(40)]
    expect(cleanWords(lines)).toEqual({
      words: ['=毒', '长'.repeat(40)],
      dropped: [
        { reason: 'single', count: 1, examples: ['黄'] },
        { reason: 'empty', count: 1, examples: ['！！'] },
        { reason: 'tooLong', count: 1, examples: ['长'.repeat(41)] },
      ],
    })
  })

  it('are bounded', () => {
    const many = Array.from({ length: wordListLimits.words + 3 }, (_, index) => `词${index}`)
    const { words, dropped } = cleanWords(many)
    expect(words).toHaveLength(wordListLimits.words)
    expect(dropped).toMatchObject([{ reason: 'tooMany', count: 3 }])
  })

  it('stay as they are when they are cleaned again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 20 }),
        (lines) => {
          const once = cleanWords(lines).words
          expect(cleanWords(once)).toEqual({ words: once, dropped: [] })
        },
      ),
    )
  })
})

describe('an excerpt', () => {
  it('is the sentence around the find', () => {
    const text = '第一句。他说不要赌博，也不要喝酒。第三句。'
    const start = text.indexOf('赌博')
    expect(excerptOf(text, start, start + 2)).toEqual({
      before: '他说不要',
      found: '赌博',
      after: '，也不要喝酒。',
    })
  })

  it('is cut where the sentence is long', () => {
    const text = `${'前'.repeat(100)}赌博${'后'.repeat(100)}`
    expect(excerptOf(text, 100, 102)).toEqual({
      before: `…${'前'.repeat(40)}`,
      found: '赌博',
      after: `${'后'.repeat(40)}…`,
    })
  })
})

describe('the texts of a work', () => {
  it('are all that somebody wrote, by the path of the field', () => {
    const entry = {
      title: '题',
      summary: '简介',
      authors: [{ name: '甲', workplace: '厂', phone: '138' }, { name: '' }],
      body: '正文',
      publishedUrl: 'https://example.org',
      publishedPlatform: '网',
      h5Screens: 3,
      unknown: '不看',
    }
    const files = [
      { field: 'comic', alt: '图一' },
      { field: 'comic', alt: null },
      { field: 'comic', alt: '图三' },
    ]
    expect(textsOf('commentaries', entry, files)).toEqual([
      { path: 'title', text: '题' },
      { path: 'summary', text: '简介' },
      { path: 'authors.0.name', text: '甲' },
      { path: 'authors.0.workplace', text: '厂' },
      { path: 'body', text: '正文' },
      { path: 'publishedPlatform', text: '网' },
      { path: 'comic.0.alt', text: '图一' },
      { path: 'comic.2.alt', text: '图三' },
    ])
  })

  it('include rows and lists', () => {
    const entry = {
      services: ['法律', 5],
      selfAssessment: [{ indicator: '指标', evidence: '佐证', marks: 3 }, null],
    }
    expect(textsOf('platforms', entry, []).map(({ path }) => path)).toEqual([
      'services.0',
      'selfAssessment.0.indicator',
      'selfAssessment.0.evidence',
    ])
  })
})

describe('the addresses of a work', () => {
  it.each([
    [
      'commentaries',
      { publishedUrl: ' https://a.example/1 ', h5Url: 'http://b.example' },
      ['https://a.example/1', 'http://b.example'],
    ],
    ['commentaries', { publishedUrl: 'a.example', h5Url: 5 }, []],
    ['platforms', { address: '示范工会公众号' }, []],
    ['platforms', { address: 'https://c.example' }, ['https://c.example']],
    ['photos', { address: 'https://c.example' }, []],
  ] as const)('of %s %j', (kind, entry, urls) => {
    expect(addressesOf(kind, entry).map(({ url }) => url)).toEqual(urls)
  })
})
