import type { Schema } from './schema.ts'
import { kindSchema } from './words.ts'

const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

export const pictureSchema = {
  $id: 'Picture',
  description: '一张图片 / A picture',
  type: 'object',
  required: ['url', 'width', 'height', 'blurhash'],
  properties: {
    url: {
      type: 'string',
      pattern: '^/v1/media/',
      description: '相对地址 / Relative address',
      examples: ['/v1/media/4f0c-800.webp'],
    },
    width: { type: 'integer', description: '宽（像素） / Width in pixels' },
    height: { type: 'integer', description: '高（像素） / Height in pixels' },
    blurhash: {
      type: ['string', 'null'],
      description:
        '加载前的模糊占位图（BlurHash） / A blurred stand-in until it is loaded (BlurHash)',
      examples: ['LEHV6nWB2yk8pyo0adR*.7kCMdnj'],
    },
  },
  additionalProperties: false,
} as const satisfies Schema

/** What lists show of an entry. */
const cardProperties = {
  id: { type: 'string', description: '编号 / Number', examples: ['2022-PHO-000123'] },
  kind: kindSchema,
  title: { type: 'string', description: '标题 / Title', examples: ['凌晨四点的交接班'] },
  summary: { type: ['string', 'null'], description: '简介 / Summary' },
  theme: { type: ['string', 'null'], description: '主题 / Theme', examples: ['劳动创造幸福'] },
  track: {
    title: 'TrackName',
    description: '子项目 / The track',
    type: 'object',
    required: ['slug', 'title'],
    properties: {
      slug: { type: 'string', description: '标识 / Slug', examples: ['photography'] },
      title: { type: 'string', description: '名称 / Title', examples: ['网络正能量摄影作品征集'] },
    },
    additionalProperties: false,
  },
  unit: {
    title: 'UnitName',
    description: '报送单位 / The unit that sent it in',
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'integer', description: '参数 unit 的值 / As the parameter `unit` takes it' },
      name: { type: 'string', description: '名称 / Name', examples: ['无锡市总工会'] },
    },
    additionalProperties: false,
  },
  authors: {
    type: 'array',
    description: '作者 / Authors',
    items: {
      title: 'Author',
      description: '一位作者 / An author',
      type: 'object',
      required: ['name', 'workplace'],
      properties: {
        name: { type: ['string', 'null'], description: '姓名 / Name' },
        workplace: {
          type: ['string', 'null'],
          description: '工作单位 / Workplace',
          examples: ['某公司一号车间'],
        },
      },
      additionalProperties: false,
    },
  },
  cover: { ...nullable({ $ref: 'Picture#' }), description: '封面 / Cover' },
  votes: { type: ['integer', 'null'], description: '票数；未公开时为 null / Votes, once shown' },
  award: {
    ...nullable({
      title: 'Award',
      description: '奖项 / An award',
      type: 'object',
      properties: {
        level: {
          type: 'string',
          description: '奖项等次，即参数 award 的值 / The level, as the parameter `award` takes it',
        },
        title: { type: 'string', description: '奖项名称 / What people call it' },
      },
      additionalProperties: true,
    }),
    description: '奖项；未公布时为 null / The award, once announced',
  },
  publishedAt: {
    type: 'string',
    format: 'date-time',
    description: '发布时间 / When it was published',
  },
} as const satisfies Schema

const cardNames = Object.keys(cardProperties)

export const entryCardSchema = {
  $id: 'EntryCard',
  type: 'object',
  description: '作品（列表） / An entry as lists show it',
  required: cardNames,
  properties: cardProperties,
  additionalProperties: false,
} as const satisfies Schema

export const renditionSchema = {
  $id: 'Rendition',
  description: '视频或音频的一种播放格式 / A film or sound in one of its forms',
  type: 'object',
  required: ['name', 'url', 'mimeType', 'width', 'height', 'bytes'],
  properties: {
    name: { type: 'string', description: '名称 / Name', examples: ['720p', '1080p', 'audio'] },
    url: { type: 'string', pattern: '^/v1/media/', description: '相对地址 / Relative address' },
    mimeType: { type: 'string', description: '文件类型 / MIME type' },
    width: { type: ['integer', 'null'], description: '宽（像素） / Width in pixels' },
    height: { type: ['integer', 'null'], description: '高（像素） / Height in pixels' },
    bytes: { type: ['integer', 'null'], format: 'int64', description: '字节数 / Bytes' },
  },
  additionalProperties: false,
} as const satisfies Schema

const mediaProperties = {
  role: { type: 'string', description: '字段名 / The field that holds it' },
  type: { type: 'string', title: 'MediaType', enum: ['image', 'video', 'audio'] },
  mimeType: { type: 'string', description: '文件类型 / MIME type' },
  url: {
    type: 'string',
    pattern: '^/v1/media/',
    description: '相对地址 / Relative address',
    examples: ['/v1/media/4f0c-800.webp'],
  },
  width: { type: ['integer', 'null'], description: '宽（像素） / Width in pixels' },
  height: { type: ['integer', 'null'], description: '高（像素） / Height in pixels' },
  bytes: { type: ['integer', 'null'], format: 'int64', description: '字节数 / Bytes' },
  alt: { type: ['string', 'null'], description: '替代文字 / Alternative text' },
  sizes: nullable({
    title: 'Sizes',
    description: '一张图片的三种尺寸 / A picture in three sizes',
    type: 'object',
    required: ['wide', 'card', 'thumb'],
    properties: {
      wide: { $ref: 'Picture#' },
      card: { $ref: 'Picture#' },
      thumb: { $ref: 'Picture#' },
    },
    additionalProperties: false,
  }),
  blurhash: {
    type: ['string', 'null'],
    description:
      '图片加载前的模糊占位图（BlurHash） / A picture’s blurred stand-in until it is loaded (BlurHash)',
    examples: ['LEHV6nWB2yk8pyo0adR*.7kCMdnj'],
  },
  colour: {
    type: ['string', 'null'],
    description: '图片的主色 / A picture’s main colour',
    examples: ['#b91c1c'],
  },
  durationSeconds: {
    type: ['number', 'null'],
    description: '时长（秒） / Duration in seconds',
    examples: [182.4],
  },
  renditions: {
    type: 'array',
    description:
      '视频、音频的播放格式，小的在前；url 是其中第一个 / The forms of a film or sound, the smaller first, which is the one of `url`',
    items: { $ref: 'Rendition#' },
  },
  poster: {
    ...nullable({ $ref: 'Picture#' }),
    description: '视频的封面，或音频的波形图 / A film’s poster, or a sound’s waveform as a picture',
  },
  waveform: {
    anyOf: [{ type: 'array', items: { type: 'integer' } }, { type: 'null' }],
    description: '音频的波形：200 个 0–100 的数 / A sound’s waveform: 200 values from 0 to 100',
  },
} as const satisfies Record<string, Schema>

export const mediaSchema = {
  $id: 'Media',
  description: '作品的一个文件 / A file of an entry',
  type: 'object',
  required: Object.keys(mediaProperties),
  properties: mediaProperties,
  additionalProperties: false,
} as const satisfies Schema

export const bodySchema = {
  $id: 'Body',
  description: '正文 / The text',
  type: 'object',
  required: ['html', 'text'],
  properties: {
    html: { type: 'string', description: '可直接展示的 HTML / HTML, safe to show' },
    text: { type: 'string', description: '纯文本 / Plain text' },
  },
  additionalProperties: false,
} as const satisfies Schema

/** What every entry has in full, whatever its kind; the kinds add their own fields. */
export const entrySchema = {
  type: 'object',
  description: '作品（全文） / An entry in full, with the fields of its kind',
  required: [...cardNames, 'body', 'media'],
  properties: {
    ...cardProperties,
    body: { ...nullable({ $ref: 'Body#' }), description: '正文 / The text' },
    media: { type: 'array', items: { $ref: 'Media#' }, description: '文件 / Files' },
  },
  additionalProperties: true,
} as const satisfies Schema

export const entryListSchema = {
  $id: 'EntryList',
  description: '一页作品 / A page of entries',
  type: 'object',
  required: ['data', 'page'],
  properties: {
    data: { type: 'array', items: { $ref: 'EntryCard#' } },
    page: {
      type: 'object',
      required: ['next'],
      properties: {
        next: { type: ['string', 'null'], description: '下一页的 cursor / The next page’s cursor' },
        seed: { type: 'string', description: '随机顺序的种子 / The seed of the random order' },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const satisfies Schema
