import { words, type Words } from '../words.ts'
import { dayNumber } from '../phases.ts'
import { checkPastDate, declaration, fileRule } from './definitions.ts'
import { amount, checkLimits, describeLimits, forSubtype } from './limits.ts'
import { dateOf, field, filesOf, missing, numberOf } from './reading.ts'
import type { EntryFacts, Flaw, RuleDefinition, TrackRule } from './types.ts'

const length = words('时长', 'Duration')
const showcaseLength = words('展示视频时长', 'Duration of the showcase video')
const resolution = words('分辨率（短边）', 'Resolution (short side)')
const ratio = words('画面比例', 'Aspect ratio')
const made = words('制作日期', 'Date of making')

export const videoTypes = { 'video/mp4': 'MP4', 'video/quicktime': 'MOV' }
const audioTypes = { 'audio/mpeg': 'MP3' }

/** Containers often run a fraction of a second over; only whole seconds count. */
function checkDuration({
  facts,
  rule,
  role,
  what,
  required,
}: {
  facts: EntryFacts
  rule: TrackRule
  role: string
  what: Words
  required: boolean
}): Flaw[] {
  const probed = filesOf(facts, role).find((file) => numberOf(file.durationSeconds) !== null)
  const seconds = numberOf(probed?.durationSeconds) ?? numberOf(field(facts, 'durationSeconds'))
  // A declared length of nothing or less is none.
  if (seconds === null || seconds <= 0) return required ? [missing('durationSeconds', what)] : []
  const path = probed ? role : 'durationSeconds'
  const actual = Math.floor(seconds)
  return checkLimits({ rule, kind: facts.kind, what, path, actual, unit: 'seconds' })
}

const durationRole = (facts: EntryFacts): string =>
  facts.kind === 'commentaries' && facts.subtype === 'audio' ? 'audio' : 'video'

/** Names people know for a span of ratios; the first that lies inside it. */
const ratioNames: readonly [name: string, value: number][] = [
  ['16:9', 16 / 9],
  ['9:16', 9 / 16],
  ['4:3', 4 / 3],
  ['3:4', 3 / 4],
  ['1:1', 1],
]

function ratioText({ minimum, maximum }: TrackRule): string {
  const low = minimum ?? 0
  const high = maximum ?? Infinity
  const named = ratioNames.find(([, value]) => value >= low && value <= high && high / low < 1.1)
  if (named) return named[0]
  return [minimum, maximum].map((end) => (end == null ? '' : amount(end, 'ratio').zh)).join('–')
}

/** Rules for what moves and sounds: videos, recitations, commentaries, platforms' showcases. */
export const movingPictureRules = {
  'video-file': fileRule({
    kinds: ['videos', 'recitations', 'commentaries'],
    role: 'video',
    what: words('视频文件', 'Video file'),
    types: videoTypes,
    required: true,
  }),

  'audio-file': fileRule({
    kinds: ['commentaries'],
    role: 'audio',
    what: words('音频文件', 'Audio file'),
    types: audioTypes,
    required: true,
  }),

  'showcase-file': fileRule({
    kinds: ['platforms'],
    role: 'showcaseVideo',
    what: words('展示视频', 'Showcase video'),
    types: videoTypes,
    required: false,
  }),

  duration: {
    kinds: ['videos', 'recitations', 'commentaries'],
    label: length,
    unit: 'seconds',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: length, unit: 'seconds' }),
    check: (facts, rule) =>
      checkDuration({ facts, rule, role: durationRole(facts), what: length, required: true }),
  },

  'showcase-duration': {
    kinds: ['platforms'],
    label: showcaseLength,
    unit: 'seconds',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) =>
      describeLimits({ rule, kind, what: showcaseLength, unit: 'seconds' }),
    check: (facts, rule) => {
      const required = filesOf(facts, 'showcaseVideo').length > 0
      return checkDuration({ facts, rule, role: 'showcaseVideo', what: showcaseLength, required })
    },
  },

  'aspect-ratio': {
    kinds: ['videos', 'recitations'],
    label: ratio,
    unit: 'ratio',
    takes: ['minimum', 'maximum'],
    describe: (rule, { kind }) => {
      const text = ratioText(rule)
      return forSubtype(rule, kind, { zh: `画面比例 ${text}`, en: `Aspect ratio ${text}` })
    },
    check: (facts, rule) =>
      filesOf(facts, 'video').flatMap((file): Flaw[] => {
        const { width, height } = file
        if (!width || !height) return []
        const actual = width / height
        const { minimum, maximum } = rule
        if (actual >= (minimum ?? 0) && actual <= (maximum ?? Infinity)) return []
        const wanted = ratioText(rule)
        const zh = `画面 ${width}×${height}，比例不是 ${wanted}`
        const en = `The picture is ${width}×${height}, not ${wanted}`
        return [{ path: 'video', words: { zh, en }, actual: `${width}×${height}`, limit: wanted }]
      }),
  },

  resolution: {
    kinds: ['videos', 'recitations'],
    label: resolution,
    unit: 'pixels',
    takes: ['minimum'],
    describe: (rule, { kind }) => describeLimits({ rule, kind, what: resolution, unit: 'pixels' }),
    check: (facts, rule) =>
      filesOf(facts, 'video').flatMap(({ width, height }) => {
        if (!width || !height) return []
        const actual = Math.min(width, height)
        const { kind } = facts
        return checkLimits({ rule, kind, what: resolution, path: 'video', actual, unit: 'pixels' })
      }),
  },

  'made-within': {
    kinds: ['videos'],
    label: made,
    unit: 'days',
    takes: ['maximum'],
    describe: (rule, { kind }) => {
      const days = amount(rule.maximum ?? 0, 'days')
      const text = { zh: `须为近 ${days.zh}内制作`, en: `Made within the last ${days.en}` }
      return forSubtype(rule, kind, text)
    },
    check: (facts, rule) => {
      const wrong = checkPastDate({ facts, name: 'madeOn', what: made })
      const date = dateOf(field(facts, 'madeOn'))
      if (wrong.length > 0 || !date) return wrong
      const actual = dayNumber(facts.now) - dayNumber(date)
      const what = words('制作距今', 'Age of the work')
      const { kind } = facts
      return checkLimits({ rule, kind, what, path: 'madeOn', actual, unit: 'days' })
    },
  },

  'no-watermark-declared': declaration({
    kinds: ['videos'],
    name: 'noWatermarkDeclared',
    label: words('无水印声明', 'Declaration of no watermark'),
    text: words('作品不含水印、台标', 'the work carries no watermark or station logo'),
  }),
} satisfies Record<string, RuleDefinition>
