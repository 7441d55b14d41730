import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKinds, type EntryKind } from '../../src/domain/kinds.ts'
import {
  checkEntry,
  defaultRules,
  type EntryFacts,
  type FileFacts,
  type Finding,
  type TrackRule,
} from '../../src/domain/rules/index.ts'
import { commentaries, file, fullHd, good } from './rule-examples.ts'

// What was measured in a file decides; what its sender says counts only until then.

type Case = { kind: EntryKind; subtype: string; role: string; maximum: number; facts: EntryFacts }

const exampleOf = (kind: EntryKind, subtype: string): EntryFacts =>
  kind === 'commentaries' ? commentaries[subtype as keyof typeof commentaries] : good[kind]

const limits: Case[] = (['videos', 'recitations', 'commentaries'] as const).flatMap((kind) =>
  defaultRules(kind)
    .filter(({ rule, subtype, maximum }) => rule === 'duration' && subtype && maximum != null)
    .map(({ subtype, maximum }) => ({
      ...{ kind, subtype: subtype!, maximum: maximum! },
      role: subtype === 'audio' ? 'audio' : 'video',
      facts: { ...exampleOf(kind, subtype!), subtype },
    })),
)

const withFile = (facts: EntryFacts, role: string, more: Partial<FileFacts>): EntryFacts => ({
  ...facts,
  files: facts.files.map((one) => (one.role === role ? { ...one, ...more } : one)),
})

const declared = (facts: EntryFacts, durationSeconds: unknown): EntryFacts => ({
  ...facts,
  fields: { ...facts.fields, durationSeconds },
})

const durationsOf = ({ kind }: Pick<Case, 'kind'>, facts: EntryFacts): Finding[] =>
  checkEntry({ rules: defaultRules(kind), facts }).filter(({ rule }) => rule === 'duration')

const seconds = fc.double({ min: 0.001, max: 36_000, noNaN: true })

it('every moving subtype has a limit of its own', () => {
  expect(limits.map(({ kind, subtype, maximum }) => `${kind}/${subtype} ${maximum}`)).toEqual([
    'videos/drama 480',
    'videos/documentary 360',
    'videos/creative 180',
    'recitations/recite 180',
    'recitations/tell 240',
    'recitations/speech 300',
    'commentaries/audio 180',
    'commentaries/video 240',
  ])
})

describe.each(limits)('the measured length of $kind/$subtype', (given) => {
  const { role, maximum, facts } = given
  const at = (length: number) =>
    durationsOf(given, withFile(facts, role, { durationSeconds: length }))

  it('is allowed up to its limit, to the last fraction of a second', () => {
    fc.assert(
      fc.property(seconds, (length) => {
        expect(at(length).length > 0).toBe(Math.floor(length) > maximum)
      }),
    )
    expect(at(maximum + 0.99)).toEqual([])
    expect(at(maximum + 1)).toHaveLength(1)
  })

  it('once refused is refused at every greater length', () => {
    fc.assert(
      fc.property(seconds, seconds, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one]
        expect(at(more).length).toBeGreaterThanOrEqual(at(less).length)
      }),
    )
  })

  it('is not overridden by what is declared', () => {
    fc.assert(
      fc.property(
        seconds,
        fc.option(fc.oneof(seconds, fc.string(), fc.integer())),
        (real, said) => {
          const probed = withFile(facts, role, { durationSeconds: real })
          expect(durationsOf(given, declared(probed, said))).toEqual(durationsOf(given, probed))
        },
      ),
    )
  })

  it('is named with the limit, at the field of the file', () => {
    const { label } = entryKinds[given.kind].subtypes.find(({ value }) => value === given.subtype)!
    const [found] = at(maximum + 41.7)
    expect(found).toMatchObject({ path: role, actual: maximum + 41, limit: maximum })
    const [minutes, rest] = [maximum / 60, '41']
    expect(found!.message).toBe(`时长 ${minutes}:${rest}，超过${label.zh}上限 ${minutes}:00`)
  })

  it('until it is known is what is declared', () => {
    const unknown = withFile(facts, role, { durationSeconds: null })
    expect(durationsOf(given, declared(unknown, maximum))).toEqual([])
    const [found] = durationsOf(given, declared(unknown, maximum + 1))
    expect(found).toMatchObject({ path: 'durationSeconds', actual: maximum + 1 })
  })
})

describe('the measured picture of a film', () => {
  const rules: TrackRule[] = [
    { rule: 'aspect-ratio', severity: 'blocking', minimum: 1.7, maximum: 1.85 },
    { rule: 'resolution', severity: 'warning', minimum: 1080 },
  ]
  const look = (size: Partial<FileFacts>) =>
    checkEntry({
      rules,
      facts: { ...good.videos, files: [file('video', 'video/mp4', { ...fullHd, ...size })] },
    })

  it.each([
    [1920, 1080, []],
    [1080, 1920, ['aspect-ratio']],
    [1280, 720, ['resolution']],
    [1440, 1080, ['aspect-ratio']],
    [427, 180, ['aspect-ratio', 'resolution']],
  ])('of %i × %i breaks %j', (width, height, broken) => {
    const found = look({ width, height })
    expect(found.map(({ rule }) => rule)).toEqual(broken)
    for (const { path, message } of found) {
      expect(path).toBe('video')
      expect(message).toMatch(/\d/)
    }
  })

  it('is judged by the short side, however it is held', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8192 }), fc.integer({ min: 1, max: 8192 }), (a, b) => {
        const low = (size: Partial<FileFacts>) =>
          look(size).some(({ rule }) => rule === 'resolution')
        expect(low({ width: a, height: b })).toBe(low({ width: b, height: a }))
        expect(low({ width: a, height: b })).toBe(Math.min(a, b) < 1080)
      }),
    )
  })

  it('is not judged before anybody has looked', () => {
    expect(look({ width: null, height: null })).toEqual([])
  })
})
