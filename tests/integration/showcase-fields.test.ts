import type { Field, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { categoryFields } from '../../src/collections/entries/fields/by-kind.ts'
import { entryKindList } from '../../src/domain/kinds.ts'
import { entryRow, type EntrySource } from '../../src/domain/showcase/entry.ts'
import { publicFields } from '../../src/domain/showcase/public-fields.ts'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'

// The table of public fields against the collections: what only staff may read never gets out, and
// nothing that anybody may read is forgotten.
let campaign: TestCampaign
let config: SanitizedConfig
beforeAll(async () => {
  campaign = await testCampaign()
  config = campaign.config
})
afterAll(() => campaign.close())

describe.each(entryKindList)('%s', (kind) => {
  const own = (closed: boolean) =>
    categoryFields[kind]
      .filter((field) => Boolean(fieldAccess(field)?.read) === closed)
      .map((field) => (field as { name: string }).name)

  test('shows every field of its own that anybody may read, and no other', () => {
    expect(Object.keys(publicFields[kind]).sort()).toEqual([...new Set(own(false))].sort())
    for (const name of own(true)) expect(publicFields[kind]).not.toHaveProperty(name)
  })

  test('shows no value of a field that only some may read', () => {
    const { flattenedFields } = config.collections.find(({ slug }) => slug === kind)!
    const secret = new Map<string, string>()
    const filled = fill(flattenedFields as unknown as Flat[], '', secret)
    const entry = { ...filled, id: 7, publicId: '2022-XXX-000007', unitPath: '000001000002' }
    const row = entryRow({ ...around, kind, entry: { ...entry, publishedAt: new Date(0) } })
    const told = JSON.stringify({ card: row.card, document: row.document, all: row.allGrams })
    expect(secret.size).toBeGreaterThan(0)
    for (const [path, value] of secret) expect(told, path).not.toContain(value)
    for (const name of ['phone', 'createdBy', 'submittedAt', 'unitPath', 'status']) {
      expect(told).not.toContain(name)
    }
  })
})

const around: Omit<EntrySource, 'kind' | 'entry'> = {
  track: { id: 1, slug: 'track', title: '子项目', campaign: '2022' },
  unit: { id: 2, name: '单位' },
  media: new Map(),
}

type Flat = { name: string; type: string; hasMany?: boolean; flattenedFields?: Flat[] } & Field

/** A value for each field; those of restricted ones are noted, and found again wherever they turn up. */
function fill(
  fields: Flat[],
  path: string,
  secret: Map<string, string>,
  closed = false,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      const here = `${path}${field.name}`
      const isSecret = closed || Boolean(fieldAccess(field)?.read)
      if (field.flattenedFields)
        return [field.name, [fill(field.flattenedFields, `${here}.`, secret, isSecret)]]
      const isText = ['text', 'textarea', 'select'].includes(field.type)
      // Words of letters only, so that a search index would hold them unchanged.
      const word = `w${[...here].map((sign) => sign.charCodeAt(0).toString(26)).join('')}`
      if (isText && isSecret && field.name !== 'unitPath') secret.set(here, word)
      return [field.name, isText ? (field.hasMany ? [word] : word) : null]
    }),
  )
}

const fieldAccess = (field: Field) => (field as { access?: { read?: unknown } }).access
