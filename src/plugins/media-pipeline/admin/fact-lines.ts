import type { Vars } from '../../../admin/elements/translate.ts'
import { formatDuration } from '../../../domain/characters.ts'
import { mediaGroupOf, mediaGroups } from '../../../domain/media-types.ts'
import type { Words } from '../../../domain/words.ts'
import type { Copy, FileLook } from '../file-look.ts'
import type { MediaKey } from '../translations.ts'

export type Reader = {
  say: (key: MediaKey, vars?: Vars) => string
  pick: (words: Words) => string
}

export type Line = { key: MediaKey; label: string; value: string }

type What = Pick<FileLook, 'mimeType' | 'bytes' | 'width' | 'height' | 'durationSeconds' | 'facts'>

const codecs: Record<string, string> = {
  h264: 'H.264',
  hevc: 'H.265（HEVC）',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  mpeg4: 'MPEG-4',
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
}

/** What is known of a file, a line a fact; what is not known has no line. */
export function factLines(file: What, { say, pick }: Reader): Line[] {
  const { facts } = file
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  const number = (name: string) => (typeof facts[name] === 'number' ? facts[name] : null)
  const group = mediaGroupOf(file.mimeType)
  const [pages, bitRate] = [number('pages'), number('bitRate')]
  const hasPlace =
    typeof facts.hasPlace === 'boolean' && say(facts.hasPlace ? 'hasPlace' : 'noPlace')
  const known: [MediaKey, string | false | null][] = [
    ['type', group ? `${pick(mediaGroups[group].label)} · ${file.mimeType}` : file.mimeType],
    ['size', sizeText(file.bytes)],
    ['pixels', pixelsText(file)],
    ['duration', file.durationSeconds === null ? null : formatDuration(file.durationSeconds)],
    ['videoCodec', videoText(text('videoCodec'), number('frameRate'), facts.hdr === true, say)],
    ['audioCodec', soundText(text('audioCodec'), number('channels'), number('sampleRate'), say)],
    ['bitRate', bitRate === null ? null : bitRateText(bitRate)],
    ['pages', pages === null ? null : String(pages)],
    [
      'takenAt',
      text('takenAt')
        .replace('T', ' ')
        .replace(/([+-]\d\d:\d\d)$/, ' ($1)'),
    ],
    ['camera', text('camera')],
    ['place', hasPlace],
  ]
  return known.flatMap(([key, value]) => (value ? [{ key, label: say(key), value }] : []))
}

/** One thing that was made of a file: `视频 720p`, `1280 × 720 · 3.2 MB`. */
export function copyLine(copy: Copy, { say }: Reader): { label: string; value: string } {
  const parts = [pixelsText(copy), sizeText(copy.bytes)]
  return { label: say(`copy${copy.name}`), value: parts.filter(Boolean).join(' · ') }
}

function pixelsText({ width, height }: { width: number | null; height: number | null }) {
  return width && height ? `${width} × ${height}` : null
}

function videoText(codec: string, rate: number | null, isHdr: boolean, say: Reader['say']) {
  if (!codec) return null
  const frames = rate ? say('frames', { count: rate }) : ''
  return joined([nameOf(codec), frames, isHdr && say('hdr')])
}

function soundText(
  codec: string,
  channels: number | null,
  sampleRate: number | null,
  say: Reader['say'],
) {
  if (!codec) return null
  const places = channels === 1 ? say('mono') : channels === 2 ? say('stereo') : ''
  const many = channels !== null && channels > 2 ? say('channels', { count: channels }) : ''
  return joined([nameOf(codec), places || many, sampleRate && `${sampleRate / 1000} kHz`])
}

const nameOf = (codec: string) => codecs[codec] ?? codec.toUpperCase()

const joined = (parts: (string | false | 0 | null)[]) => parts.filter(Boolean).join(' · ')

/** Decimal and rounded down, as the rules of the tracks count a picture's megabytes. */
function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.floor(bytes / 1e3))} KB`
  return `${(Math.floor(bytes / 1e4) / 100).toFixed(2)} MB`
}

/** Bits a second, in the unit that leaves one to four digits. */
function bitRateText(bits: number): string {
  if (bits < 1e6) return `${Math.round(bits / 1000)} kbit/s`
  return `${(bits / 1e6).toFixed(1)} Mbit/s`
}
