import { describe, expect, it } from 'vitest'
import {
  copyLine,
  factLines,
  type Reader,
} from '../../src/plugins/media-pipeline/admin/fact-lines.ts'
import { mediaTexts } from '../../src/plugins/media-pipeline/translations.ts'

const reader = (language: 'zh' | 'en'): Reader => ({
  say: (key, vars = {}) =>
    mediaTexts[key][language].replace(/\{\{(\w+)\}\}/g, (_, name) => String(vars[name])),
  pick: (words) => words[language],
})
const nothing = { width: null, height: null, durationSeconds: null, facts: {} }
const read = (file: Partial<Parameters<typeof factLines>[0]>, language: 'zh' | 'en' = 'zh') =>
  factLines({ mimeType: '', bytes: 0, ...nothing, ...file }, reader(language)).map(
    ({ label, value }) => `${label}：${value}`,
  )

describe('what is known of a file, in words', () => {
  it('of a film', () => {
    const facts = {
      ...{ videoCodec: 'h264', frameRate: 25, hdr: false, rotation: 0, bitRate: 5_240_000 },
      ...{ audioCodec: 'aac', channels: 2, sampleRate: 48_000, container: 'mov,mp4' },
    }
    const film = { mimeType: 'video/mp4', bytes: 4_999_999, width: 1920, height: 1080 }
    expect(read({ ...film, durationSeconds: 155.4, facts })).toEqual([
      '类型：视频 · video/mp4',
      '大小：4.99 MB',
      '画面：1920 × 1080',
      '时长：2:35',
      '视频编码：H.264 · 25 帧/秒',
      '声音编码：AAC · 立体声 · 48 kHz',
      '码率：5.2 Mbit/s',
    ])
  })

  it('of a picture: with what and when it was taken, and only whether it says where', () => {
    const facts = {
      ...{ camera: 'Beispiel Phone 1', takenAt: '2022-05-01T08:30:00+08:00', hasPlace: true },
      ...{ blurhash: 'LKO2', colour: '#abcdef' },
    }
    const lines = read({
      mimeType: 'image/jpeg',
      bytes: 2_000_000,
      width: 4000,
      height: 3000,
      facts,
    })
    expect(lines.slice(3)).toEqual([
      '拍摄时间：2022-05-01 08:30:00 (+08:00)',
      '拍摄设备：Beispiel Phone 1',
      '拍摄地点：原件中有，公开的图片中已去除',
    ])
  })

  it.each([
    [{ audioCodec: 'mp3', channels: 1, sampleRate: 44_100 }, 'Sound：MP3 · mono · 44.1 kHz'],
    [{ audioCodec: 'pcm_s16le', channels: 6 }, 'Sound：PCM_S16LE · 6 channels'],
    [{ videoCodec: 'hevc', frameRate: 0, hdr: true }, 'Video：H.265（HEVC） · HDR'],
    [{ bitRate: 96_000 }, 'Bit rate：96 kbit/s'],
    [{ pages: 12 }, 'Pages：12'],
  ])('of %j in English', (facts, line) => expect(read({ facts }, 'en')).toContain(line))

  it('says nothing of what is not known, nor of facts of another shape', () => {
    const facts = { camera: 7, videoCodec: null, pages: '3', hasPlace: 'yes', takenAt: {} }
    expect(read({ mimeType: 'application/pdf', bytes: 100, facts })).toHaveLength(2)
  })
})

describe('what was made of a file', () => {
  it('is named, with its measure where it has one', () => {
    const of = (copy: Parameters<typeof copyLine>[0]) => copyLine(copy, reader('zh'))
    expect(of({ name: '720p', bytes: 820_500, width: 1280, height: 720 })).toEqual({
      label: '视频 720p',
      value: '1280 × 720 · 820 KB',
    })
    expect(of({ name: 'audio', bytes: 2048, width: null, height: null }).value).toBe('2 KB')
  })
})
