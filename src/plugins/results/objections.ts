import type { CollectionConfig, Field } from 'payload'
import { nobody, personOf, province, supervisor } from '../../access/person.ts'
import { allOf, anyOf, plainly, type Rule } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { unitsTooNear } from '../../domain/results/objections.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { objectionEndpoints } from './objections/endpoints.ts'

const screens = '/src/plugins/results/admin'
const nothing = '/src/admin/elements/Nothing.tsx#Nothing'
const guardians = anyOf(province, supervisor)

/** Whoever is of the objected work's unit learns nothing of who objects, whatever their office. */
const notOfTheObjected: Rule = ({ req }) => {
  const near = unitsTooNear(personOf(req)?.unitPath ?? '')
  if (near.length === 0) return true
  return { or: [{ workUnitPath: { exists: false } }, { workUnitPath: { not_in: near } }] }
}
const readObjections = allOf(guardians, notOfTheObjected)

type Labels = { zh: string; en: string }

/**
 * Objections to lists on notice. They come in by `/v1` and by `POST /api/objections/file` and are dealt
 * with by steps: nobody writes a row by hand. Who objects is sealed, and read in clear by a logged look only.
 */
export const Objections: CollectionConfig = {
  slug: 'objections',
  labels: {
    singular: { zh: '异议', en: 'Objection' },
    plural: { zh: '异议处理', en: 'Objections' },
  },
  access: {
    create: nobody as () => boolean,
    read: readObjections,
    update: nobody,
    delete: nobody,
    readVersions: nobody as () => boolean,
    admin: plainly(guardians),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('editor', 'judge'),
    useAsTitle: 'number',
    group: { zh: '评审', en: 'Judging' },
    defaultColumns: ['number', 'result', 'entry', 'state', 'dueAt', 'filedAt'],
  },
  defaultSort: '-filedAt',
  disableDuplicate: true,
  disableBulkEdit: true,
  endpoints: objectionEndpoints,
  fields: [
    {
      name: 'desk',
      type: 'ui',
      admin: { components: { Field: `${screens}/ObjectionDesk.tsx#ObjectionDesk` } },
    },
    kept({ name: 'number', type: 'text', unique: true, index: true }, { zh: '编号', en: 'Number' }),
    kept(
      { name: 'result', type: 'relationship', relationTo: 'results', index: true },
      { zh: '评选结果', en: 'Result' },
    ),
    kept(
      { name: 'entry', type: 'text', index: true },
      { zh: '作品编号（空：整个名单）', en: 'Work (empty: the whole list)' },
    ),
    kept({ name: 'ground', type: 'textarea' }, { zh: '理由', en: 'Ground' }),
    kept({ name: 'evidence', type: 'json' }, { zh: '证据', en: 'Evidence' }),
    kept({ name: 'objectorKind', type: 'text' }, { zh: '异议人', en: 'Objector' }),
    kept(
      { name: 'state', type: 'text', defaultValue: 'filed' },
      { zh: '状态', en: 'State' },
      `${screens}/StateCell.tsx#ObjectionStateCell`,
    ),
    kept({ name: 'filedAt', type: 'date', index: true }, { zh: '提出时间', en: 'Filed' }),
    kept({ name: 'acceptedAt', type: 'date' }, { zh: '受理时间', en: 'Taken up' }),
    kept(
      { name: 'dueAt', type: 'date', index: true },
      { zh: '期限', en: 'Due' },
      `${screens}/DueCell.tsx#DueCell`,
    ),
    kept({ name: 'ruledAt', type: 'date' }, { zh: '处理时间', en: 'Ruled' }),
    kept(
      { name: 'ruledBy', type: 'relationship', relationTo: 'users' },
      { zh: '处理人', en: 'Ruled by' },
    ),
    kept({ name: 'ruling', type: 'textarea' }, { zh: '处理意见', en: 'Ruling' }),
    kept({ name: 'effect', type: 'text' }, { zh: '处理结果', en: 'Effect' }),
    kept({ name: 'appliedIn', type: 'number' }, { zh: '已体现于版本', en: 'Applied in version' }),
    // Whose it is: sealed, and in no answer whatever.
    sealed({ name: 'objectorName', type: 'text' }),
    sealed({ name: 'objectorContact', type: 'text' }),
    sealed({ name: 'participantId', type: 'number', index: true }),
    sealed({ name: 'unit', type: 'relationship', relationTo: 'units', index: true }),
    sealed({ name: 'filedBy', type: 'relationship', relationTo: 'users' }),
    // Of the objected work: who is of it sees nothing here.
    sealed({ name: 'workUnitPath', type: 'text', index: true }),
  ],
}

// The desk shows them; a list has columns of them.
function kept(field: object, label: Labels, cell?: string): Field {
  const components = { Field: nothing, ...(cell ? { Cell: cell } : {}) }
  return serverOwned({ ...field, label, admin: { components } } as Field)
}

function sealed(field: object): Field {
  const shut = serverOwned(
    { ...field, admin: { hidden: true, disableListColumn: true } } as Field,
    nobody,
  )
  return { ...shut, hidden: true } as Field
}
