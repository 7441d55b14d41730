import { day, listOf, orNull, ref, shape, text, whole, type NamedSchema } from './shape.ts'
import type { Schema } from './schema.ts'
import { kindSchema } from './words.ts'

const counted = ($id: string, description: string, what: Record<string, Schema>): NamedSchema =>
  shape($id, description, { ...what, count: whole('件数 / How many', 12) })

const byTrack = counted('TrackCount', '一个子项目的件数 / Works of a track', {
  campaign: text('活动的标识 / Slug of the campaign', '2022'),
  track: text('子项目的标识 / Slug of the track', 'photography'),
  title: text('子项目名称 / Title of the track'),
})

const byTheme = counted('ThemeCount', '一个主题的件数 / Works of a theme', {
  theme: orNull(text('主题；空为未选 / Theme; null: none')),
})

const byKind = counted('KindCount', '一类作品的件数 / Works of a kind', { kind: kindSchema })

const byDay = counted('DayCount', '一天发布的件数 / Works published on one day', {
  day: day('发布日（北京时间）/ Day of publication (Shanghai)'),
})

const stats = shape(
  'Stats',
  '已展示作品的件数；不按单位统计 / How many works are shown; never by unit',
  {
    campaign: orNull(text('所统计的活动；空为全部 / The campaign counted; null: all of them')),
    total: whole('总件数 / All of them', 1500),
    byTrack: listOf(ref(byTrack), '按子项目 / By track'),
    byTheme: listOf(ref(byTheme), '按主题 / By theme'),
    byKind: listOf(ref(byKind), '按类别 / By kind'),
    byDay: listOf(ref(byDay), '按发布日 / By day of publication'),
  },
)

export const statsSchemas: readonly NamedSchema[] = [byTrack, byTheme, byKind, byDay, stats]
