/** What stands in an entry of each kind: its fields, and the files that are to be made for it. */
import type { EntryKind } from '../../src/domain/kinds.ts'
import type { SceneName } from './art/scenes/index.ts'
import type { ArticlePage } from './art/screenshot.ts'
import type { Random } from './random.ts'
import { caseWords } from './words/cases.ts'
import { comicWords, commentaryWords } from './words/commentaries.ts'
import { authors, workplace } from './words/people.ts'
import { photoWords } from './words/photos.ts'
import { platformWords } from './words/platforms.ts'
import { recitationWords } from './words/recitations.ts'
import { videoWords } from './words/videos.ts'

/** How a file is made; sizes in pixels, `clip` and `sound` say which of the few distinct ones. */
export type Making =
  | { what: 'picture'; scene: SceneName; seed: string; width: number; height: number }
  | { what: 'poster'; scene: SceneName; seed: string; title: string; subtitle: string }
  | { what: 'comic'; seed: string; title: string; lines: readonly string[] }
  | { what: 'phone'; seed: string; name: string; tagline: string; services: readonly string[] }
  | { what: 'screenshot'; page: ArticlePage }
  | { what: 'qr'; address: string; caption: string }
  | { what: 'clip'; index: number }
  | { what: 'sound'; index: number }

export type PlannedFile = { field: string; alt: string; make: Making }

export type Content = { data: Record<string, unknown> & { title: string }; files: PlannedFile[] }

/** How many distinct clips and sounds there are; entries share them, each with a copy of its own. */
export const clipCount = 7
export const soundCount = 4

/** Seconds that the distinct clip or sound lasts, from its index. */
export const clipSeconds = (index: number) => 10 + (index % 4) * 2
export const soundSeconds = (index: number) => 20 + index * 5

type Asked = {
  /** Stable name of the entry, the seed of its pictures. */
  key: string
  random: Random
  index: number
  unitName: string
  /** When the work was made; a few days before it was submitted. */
  made: Date
}

/** @returns content that keeps the default rules of its kind */
export function contentOf(kind: EntryKind, asked: Asked): Content {
  const { data, files } = makers[kind](asked)
  return {
    data: { authors: authors(asked.random, 3), originalDeclared: true, ...data },
    files,
  }
}

const day = (date: Date) => date.toISOString()

const poster = (key: string, scene: SceneName, title: string, subtitle: string): PlannedFile => ({
  field: 'cover',
  alt: `《${title}》封面`,
  make: { what: 'poster', scene, seed: `${key}/cover`, title, subtitle },
})

const makers: Record<EntryKind, (asked: Asked) => Content> = {
  photos: ({ key, random, index, made }) => {
    const { scene, place, ...words } = photoWords(random, index)
    const series = index % 6 === 4
    const upright = !series && random.chance(0.25)
    const large = index % 9 === 0
    const [long, short] = large ? [3200, 2134] : series ? [1440, 960] : [1600, 1067]
    const count = series ? 4 + (index % 2) : 1
    const [width, height] = upright ? [short, long] : [long, short]
    return {
      data: {
        ...words,
        subtype: series ? 'series' : 'single',
        place,
        takenAt: day(made),
        noCompositeDeclared: true,
      },
      files: Array.from({ length: count }, (_, number) => ({
        field: 'pictures',
        alt: series ? `${words.title}（${number + 1}/${count}）` : words.title,
        make: { what: 'picture', scene, seed: `${key}/${number + 1}`, width, height } as const,
      })),
    }
  },

  videos: ({ key, random, index, made }) => {
    const { scene, ...words } = videoWords(random, index)
    const clip = index % clipCount
    return {
      data: {
        ...words,
        durationSeconds: clipSeconds(clip),
        madeOn: day(made),
        noWatermarkDeclared: true,
      },
      files: [
        poster(key, scene, words.title, '网络正能量微视频'),
        { field: 'video', alt: words.title, make: { what: 'clip', index: clip } },
      ],
    }
  },

  recitations: ({ key, random, index }) => {
    const { scene, ...words } = recitationWords(random, index)
    const clip = (index + 3) % clipCount
    return {
      data: { ...words, durationSeconds: clipSeconds(clip) },
      files: [
        poster(key, scene, words.title, '阅读经典好书 争做中国好网民'),
        { field: 'video', alt: words.title, make: { what: 'clip', index: clip } },
      ],
    }
  },

  commentaries: ({ key, random, index, made }) => {
    const { scene, ...words } = commentaryWords(random, index)
    const subtype = commentaryTypes[index % commentaryTypes.length]!
    const publishedPlatform = random.pick(outlets)
    const number = String(index + 1).padStart(3, '0')
    const publishedUrl = `https://news.example.org/2022/${number}.html`
    const { data, files } = commentaryForms[subtype]({ key, random, index, scene, words, number })
    return {
      data: {
        ...words,
        subtype,
        publishedUrl,
        publishedPlatform,
        publishedOn: day(made),
        unionMemberDeclared: true,
        ...data,
      },
      files: [
        ...files,
        {
          field: 'screenshot',
          alt: '发表页面截图',
          make: {
            what: 'screenshot',
            page: {
              seed: key,
              title: words.title,
              platform: publishedPlatform,
              address: publishedUrl,
              publishedOn: made.toISOString().slice(0, 10),
              author: '职工评论员',
              body: words.body,
            },
          },
        },
      ],
    }
  },

  cases: ({ key, random, index, unitName }) => {
    const words = caseWords(random, index, unitName)
    const scene = caseScenes[index % caseScenes.length]!
    const attached = index % 3 === 0 ? 2 : index % 3 === 1 ? 1 : 0
    return {
      data: words,
      files: [
        ...(index % 2 === 0 ? [poster(key, scene, words.title.split('——')[0]!, words.theme)] : []),
        ...Array.from({ length: attached }, (_, number) => ({
          field: 'attachments',
          alt: `现场照片 ${number + 1}`,
          make: {
            what: 'picture',
            scene,
            seed: `${key}/${number + 1}`,
            width: 1200,
            height: 800,
          } as const,
        })),
      ],
    }
  },

  platforms: ({ key, random, index, unitName, made }) => {
    const { name, ...words } = platformWords(random, index, unitName)
    const launched = new Date(made.getTime() - random.integer(300, 1200) * 86_400_000)
    const clip = (index + 5) % clipCount
    const showcase: PlannedFile[] =
      index % 4 === 0
        ? [{ field: 'showcaseVideo', alt: '展示视频', make: { what: 'clip', index: clip } }]
        : []
    return {
      data: {
        ...words,
        operator: workplace(random),
        launchedOn: day(launched),
        ...(showcase.length > 0 ? { durationSeconds: clipSeconds(clip) } : {}),
      },
      files: [
        {
          field: 'cover',
          alt: `${name}界面`,
          make: {
            what: 'phone',
            seed: `${key}/phone`,
            name,
            tagline: '互联网+普惠服务',
            services: words.services,
          },
        },
        {
          field: 'qrCode',
          alt: '平台二维码',
          make: { what: 'qr', address: words.address, caption: name },
        },
        ...showcase,
      ],
    }
  },
}

const outlets = ['示例日报客户端', '样例工人网', '示例职工论坛', '样例江苏频道', '示例微言公众号']
const caseScenes: SceneName[] = [
  'courier',
  'furnace',
  'robots',
  'riverside',
  'reading',
  'gears',
  'medical',
  'welding',
  'loom',
]
const commentaryTypes = [
  'text',
  'text',
  'text',
  'comic',
  'text',
  'audio',
  'text',
  'video',
  'text',
  'h5',
] as const

type Form = { data: Record<string, unknown>; files: PlannedFile[] }
type FormAsked = {
  key: string
  random: Random
  index: number
  scene: SceneName
  words: { title: string }
  number: string
}

const commentaryForms: Record<(typeof commentaryTypes)[number], (asked: FormAsked) => Form> = {
  text: ({ key, index, scene, words }) => ({
    data: {},
    files: index % 3 === 0 ? [poster(key, scene, words.title, '正能量网评')] : [],
  }),
  comic: ({ key, random, words }) => {
    const { panels, caption } = comicWords(random)
    const { title } = words
    const make = { what: 'comic', seed: `${key}/comic`, title, lines: panels } as const
    return { data: { body: caption }, files: [{ field: 'comic', alt: title, make }] }
  },
  audio: ({ index }) => {
    const sound = index % soundCount
    return {
      data: { durationSeconds: soundSeconds(sound) },
      files: [{ field: 'audio', alt: '音频评论', make: { what: 'sound', index: sound } }],
    }
  },
  video: ({ key, index, scene, words }) => {
    const clip = index % clipCount
    return {
      data: { durationSeconds: clipSeconds(clip) },
      files: [
        poster(key, scene, words.title, '正能量网评'),
        { field: 'video', alt: words.title, make: { what: 'clip', index: clip } },
      ],
    }
  },
  h5: ({ key, random, scene, words, number }) => ({
    data: { h5Url: `https://h5.example.org/2022/${number}`, h5Screens: random.integer(4, 10) },
    files: [poster(key, scene, words.title, '正能量网评 · H5')],
  }),
}
