import { words, type Words } from './words.ts'

export type EntryKind = 'cases' | 'videos' | 'photos' | 'recitations' | 'commentaries' | 'platforms'

export type KindCode = 'CAS' | 'VID' | 'PHO' | 'REC' | 'COM' | 'PLA'

export type Subtype = { value: string; label: Words }

/** `singular` is the code name of one entry, `label` the name of one, `plural` of many. */
export type KindFacts = {
  code: KindCode
  singular: string
  label: Words
  plural: Words
  subtypes: readonly Subtype[]
}

const subtype = (value: string, zh: string, en: string): Subtype => ({
  value,
  label: words(zh, en),
})

/** The six kinds of the campaign; the key is the collection's slug. */
export const entryKinds: Record<EntryKind, KindFacts> = {
  cases: {
    code: 'CAS',
    singular: 'case',
    label: words('维权服务案例', 'Rights-service case'),
    plural: words('维权服务案例', 'Rights-service cases'),
    subtypes: [],
  },
  videos: {
    code: 'VID',
    singular: 'video',
    label: words('微视频', 'Micro-video'),
    plural: words('微视频', 'Micro-videos'),
    subtypes: [
      subtype('drama', '情景剧', 'Drama'),
      subtype('documentary', '纪录片', 'Documentary'),
      subtype('creative', '创意短片', 'Creative short'),
    ],
  },
  photos: {
    code: 'PHO',
    singular: 'photo',
    label: words('摄影作品', 'Photograph'),
    plural: words('摄影作品', 'Photographs'),
    subtypes: [subtype('single', '单幅', 'Single picture'), subtype('series', '组照', 'Series')],
  },
  recitations: {
    code: 'REC',
    singular: 'recitation',
    label: words('诵读作品', 'Recitation'),
    plural: words('诵读作品', 'Recitations'),
    subtypes: [
      subtype('recite', '朗诵', 'Recital'),
      subtype('tell', '讲述', 'Telling'),
      subtype('speech', '演讲', 'Speech'),
    ],
  },
  commentaries: {
    code: 'COM',
    singular: 'commentary',
    label: words('网评作品', 'Online commentary'),
    plural: words('网评作品', 'Online commentaries'),
    subtypes: [
      subtype('text', '文字', 'Text'),
      subtype('comic', '漫画', 'Comic'),
      subtype('audio', '音频', 'Audio'),
      subtype('video', '视频', 'Video'),
      subtype('h5', 'H5', 'H5'),
    ],
  },
  platforms: {
    code: 'PLA',
    singular: 'platform',
    label: words('普惠服务平台', 'Service platform'),
    plural: words('普惠服务平台', 'Service platforms'),
    subtypes: [
      subtype('wechat', '微信公众号', 'WeChat official account'),
      subtype('miniprogram', '小程序', 'Mini program'),
      subtype('app', 'App', 'App'),
      subtype('website', '网站', 'Website'),
    ],
  },
}

export const entryKindList = Object.keys(entryKinds) as EntryKind[]

export function isEntryKind(value: unknown): value is EntryKind {
  return typeof value === 'string' && Object.hasOwn(entryKinds, value)
}

/** The kind a public id's code stands for. */
export function kindOfCode(code: string): EntryKind | null {
  return entryKindList.find((kind) => entryKinds[kind].code === code) ?? null
}

/** The name of a subtype, or null when this kind does not have it. */
export function subtypeLabel(kind: EntryKind, value: unknown): Words | null {
  return entryKinds[kind].subtypes.find((item) => item.value === value)?.label ?? null
}
