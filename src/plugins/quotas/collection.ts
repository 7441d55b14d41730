import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { nobody, province, staff, supervisor } from '../../access/person.ts'
import { anyOf, plainly } from '../../access/rule.ts'
import { ofHostedTracks, ofOwnUnits } from '../../access/scope.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { idOf } from '../../fields/id-of.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { refusal } from '../../hooks/refuse.ts'
import { holdUnit } from '../../hooks/unit-path.ts'

const checkQuotaRow: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { minimum, maximum } = data
  if (minimum != null && maximum != null && minimum > maximum) {
    const words = {
      zh: `下限 ${minimum} 大于上限 ${maximum}`,
      en: `The minimum ${minimum} is above the maximum ${maximum}`,
    }
    throw refusal(400, words, { code: 'quota-crossed', path: 'minimum' })
  }
  const id = idOf(data.unit)
  await holdUnit(req, id)
  const unit =
    id === null
      ? null
      : await req.payload.findByID({ collection: 'units', id, depth: 0, disableErrors: true, req })
  if (!unit)
    throw refusal(
      400,
      { zh: '请选择单位', en: 'Choose the unit' },
      { code: 'no-unit', path: 'unit' },
    )
  return { ...data, unitPath: unit.path }
}

export const Quotas: CollectionConfig = {
  slug: 'quotas',
  labels: { singular: { zh: '名额', en: 'Quota' }, plural: { zh: '名额', en: 'Quotas' } },
  access: {
    create: province as () => boolean,
    read: anyOf(province, supervisor, ofOwnUnits, ofHostedTracks),
    update: province,
    delete: province,
    readVersions: nobody as () => boolean,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('judge'),
    group: { zh: '活动设置', en: 'Campaign' },
    defaultColumns: ['track', 'unit', 'minimum', 'maximum', 'countsFrom'],
    description: {
      zh: '单位的名额包含其所有下级单位；达到上限后不能再报送（或推荐）',
      en: 'A unit’s quota counts all units below it; above the maximum nothing more can be submitted (or recommended)',
    },
  },
  disableDuplicate: true,
  indexes: [{ fields: ['track', 'unit'], unique: true }],
  hooks: { beforeChange: [checkQuotaRow] },
  fields: [
    {
      name: 'track',
      type: 'relationship',
      relationTo: 'tracks',
      required: true,
      index: true,
      label: { zh: '子项目', en: 'Track' },
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      required: true,
      index: true,
      label: { zh: '单位', en: 'Unit' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'minimum',
          type: 'number',
          min: 0,
          max: 100_000,
          label: { zh: '下限（件）', en: 'Minimum' },
        },
        {
          name: 'maximum',
          type: 'number',
          min: 0,
          max: 100_000,
          label: { zh: '上限（件）', en: 'Maximum' },
        },
      ],
    },
    {
      name: 'countsFrom',
      type: 'select',
      required: true,
      defaultValue: 'submit',
      label: { zh: '计数环节', en: 'Counts from' },
      options: [
        { value: 'submit', label: { zh: '报送即占名额', en: 'Submission' } },
        { value: 'recommend', label: { zh: '推荐（初审通过）后占名额', en: 'Recommendation' } },
      ],
    },
    serverOwned({ name: 'unitPath', type: 'text', index: true, admin: { hidden: true } }, staff),
  ],
}
