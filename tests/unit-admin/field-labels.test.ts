import type { ClientField } from 'payload'
import { describe, expect, it } from 'vitest'
import { readableChange } from '../../src/plugins/review/admin/field-labels.ts'
import { reviewTexts, type ReviewKey } from '../../src/plugins/review/translations.ts'

const words = (zh: string) => ({ zh, en: zh })
const fields = [
  {
    type: 'tabs',
    tabs: [
      {
        label: words('作品内容'),
        fields: [
          { name: 'title', type: 'text', label: words('标题') },
          {
            type: 'row',
            fields: [
              {
                name: 'subtype',
                type: 'select',
                label: words('类型'),
                options: [{ value: 'drama', label: words('情景剧') }],
              },
            ],
          },
          {
            name: 'authors',
            type: 'array',
            label: words('作者'),
            fields: [
              { type: 'row', fields: [{ name: 'name', type: 'text', label: words('姓名') }] },
            ],
          },
          { name: 'video', type: 'upload', relationTo: 'media', label: words('视频文件') },
          { name: 'madeOn', type: 'date', label: words('制作日期') },
          { name: 'durationSeconds', type: 'number', label: words('时长') },
          { name: 'originalDeclared', type: 'checkbox', label: words('承诺原创') },
        ],
      },
    ],
  },
] as unknown as ClientField[]

const say = (key: ReviewKey, vars: Record<string, number | string> = {}) =>
  reviewTexts[key].zh.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(vars[name]))
const reading = { fields, say, i18n: { language: 'zh', fallbackLanguage: 'zh' } as never }

describe('a change of a field in the trail', () => {
  it.each([
    ['title', '旧', '新', '标题', '旧', '新'],
    ['subtype', null, 'drama', '类型', '（空）', '情景剧'],
    ['authors.0.name', '样例甲', '样例乙', '作者 1 · 姓名', '样例甲', '样例乙'],
    ['video', 12, 14, '视频文件', '文件 12', '文件 14'],
    ['madeOn', null, '2022-06-06T16:00:00.000Z', '制作日期', '（空）', '2022-06-07'],
    ['durationSeconds', 521, 480, '时长', '8:41', '8:00'],
    ['originalDeclared', false, true, '承诺原创', '否', '是'],
  ])('%s', (path, before, after, label, old, young) => {
    expect(readableChange({ path, before, after }, reading)).toEqual({
      label,
      before: old,
      after: young,
    })
  })

  it('keeps the path of a field that the form does not know', () => {
    expect(readableChange({ path: 'gone.0', before: 1, after: 2 }, reading).label).toBe('gone.0')
  })
})
