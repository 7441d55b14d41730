import { entryKindList, entryKinds, type EntryKind } from '../../domain/kinds.ts'
import { publicFields, type PublicShape } from '../../domain/showcase/public-fields.ts'
import { words, type Words } from '../../domain/words.ts'
import { entrySchema } from './entry.ts'
import type { Schema } from './schema.ts'
import { day, listOf, orNull, ref, said, text, type NamedSchema } from './shape.ts'

type FieldsOf<Kind extends EntryKind> = keyof (typeof publicFields)[Kind]
type FieldName = { [Kind in EntryKind]: FieldsOf<Kind> }[EntryKind]

/** What the fields of the kinds are; files are shown under `media`, a commentary's text as `body`. */
const fieldWords: Partial<Record<FieldName, Words>> = {
  situation: words('背景与问题', 'Situation'),
  practice: words('主要做法', 'Practice'),
  digitalFeatures: words('数字化特色', 'Digital characteristics'),
  results: words('可核实的成效', 'Verifiable results'),
  demonstration: words('示范价值', 'Demonstration value'),
  durationSeconds: words('时长（秒）', 'Duration in seconds'),
  madeOn: words('制作日期', 'Made on'),
  takenAt: words('拍摄日期', 'Taken on'),
  place: words('拍摄地点', 'Place'),
  textSource: words('诵读篇目及作者', 'The text and its author'),
  originalText: words('原创文稿全文', 'Full text when original'),
  h5Url: words('H5 链接', 'Address of the H5'),
  h5Screens: words('H5 屏数', 'Screens of the H5'),
  publishedUrl: words('发表链接', 'Where it was published (address)'),
  publishedPlatform: words('发表平台', 'Where it was published (platform)'),
  publishedOn: words('发表日期', 'When it was published'),
  address: words('平台地址或账号', 'Address or account'),
  operator: words('运营单位', 'Operator'),
  launchedOn: words('上线日期', 'Launched on'),
  services: words('服务内容', 'Services'),
  registeredUsers: words('注册用户数', 'Registered users'),
  activeUsers: words('活跃用户数', 'Active users'),
}

const shapes: Record<Exclude<PublicShape, 'media'>, (description: string) => Schema> = {
  text: (description) => orNull(text(description)),
  longText: (description) => orNull(text(description)),
  number: (description) => orNull({ type: 'number', description }),
  day: (description) => orNull(day(description)),
  texts: (description) => listOf({ type: 'string' }, description),
}

/** `CaseEntry`, `VideoEntry`, …: the name of a kind's type. */
export function typeNameOf(kind: EntryKind): string {
  const { singular } = entryKinds[kind]
  return `${singular[0]!.toUpperCase()}${singular.slice(1)}Entry`
}

/** The fields that entries of a kind have beside those of all kinds. */
export function ownPropertiesOf(kind: EntryKind): Record<string, Schema> {
  const { subtypes } = entryKinds[kind]
  const subtype: Record<string, Schema> =
    subtypes.length > 0
      ? {
          subtype: {
            anyOf: [{ type: 'string', enum: subtypes.map(({ value }) => value) }, { type: 'null' }],
            description: `类型 / Type. ${subtypes.map(({ value, label }) => `\`${value}\` ${said(label)}`).join('；')}`,
          },
        }
      : {}
  const own = Object.entries<PublicShape>(publicFields[kind]).flatMap(([name, shape]) => {
    if (shape === 'media' || name in entrySchema.properties) return []
    const label = fieldWords[name as FieldName]
    if (!label) throw new Error(`The field ${name} of ${kind} has no words`)
    return [[name, shapes[shape](said(label))] as const]
  })
  return { ...subtype, ...Object.fromEntries(own) }
}

/** An entry of each kind in full. */
export const entryKindSchemas: readonly NamedSchema[] = entryKindList.map((kind) => {
  const properties: Record<string, Schema> = {
    ...entrySchema.properties,
    kind: { type: 'string', const: kind },
    ...ownPropertiesOf(kind),
  }
  return {
    $id: typeNameOf(kind),
    description: `${said(entryKinds[kind].label)}（全文 / in full）`,
    type: 'object',
    required: Object.keys(properties),
    additionalProperties: false,
    properties,
  }
})

/** An entry in full, whichever its kind. */
export const anyEntrySchema = {
  $id: 'Entry',
  description: entrySchema.description,
  oneOf: entryKindSchemas.map(ref),
  discriminator: {
    propertyName: 'kind',
    mapping: Object.fromEntries(
      entryKindList.map((kind) => [kind, `#/components/schemas/${typeNameOf(kind)}`]),
    ),
  },
} as const satisfies Schema
