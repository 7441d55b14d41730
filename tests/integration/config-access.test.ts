import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCampaign, type TestCampaign } from '../harness/campaign.ts'

let campaign: TestCampaign
let config: SanitizedConfig
let defaults: unknown[]
beforeAll(async () => {
  campaign = await testCampaign()
  config = campaign.config
  defaults = await payloadsDefaults()
})
afterAll(() => campaign.close())

const keys = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock'] as const

describe('no access rule is left to Payload', () => {
  test('in any collection, not in the ones that Payload adds', () => {
    const open = config.collections.flatMap(({ slug, access }) =>
      keys.flatMap((key) => (isOurs(access[key]) ? [] : [`${slug}.${key}`])),
    )
    expect(open).toEqual([])
  })

  test('in who enters the admin by a collection of ours', () => {
    const ours = config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
    expect(ours.length).toBeGreaterThanOrEqual(14)
    expect(ours.filter(({ access }) => !isOurs(access.admin)).map(({ slug }) => slug)).toEqual([])
  })

  test('in any field', () => {
    const open = config.collections.flatMap(({ slug, fields }) => defaultsIn(fields, slug))
    expect(open).toEqual([])
  })

  test('in globals, jobs, query presets and folders', () => {
    const { access } = config.jobs
    expect([access?.run, access?.queue, access?.cancel].every(isOurs)).toBe(true)
    expect(config.globals.flatMap(({ access }) => Object.values(access)).every(isOurs)).toBe(true)
    const switchedOn = config.collections.map(({ slug }) => slug)
    expect(switchedOn).not.toContain('payload-query-presets')
    expect(switchedOn).not.toContain('payload-folders')
    expect(switchedOn).not.toContain('payload-jobs')
  })
})

test('whatever somebody may open in the admin stands in its navigation', async () => {
  const { tasks } = await import('../../src/admin/nav/tasks.ts')
  const named = new Set<string>(tasks.flatMap(({ collections }) => collections))
  const ours = config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
  const missing = ours.filter(({ admin, slug }) => admin.hidden !== true && !named.has(slug))
  expect(missing.map(({ slug }) => slug)).toEqual([])
})

describe('what Payload adds by itself', () => {
  const cast = [undefined, 'judge', 'suzhou', 'province'] as const

  test.each(['payload-kv', 'payload-migrations'])('%s is there for nobody', async (slug) => {
    for (const as of cast) {
      const answers = await Promise.all([
        campaign.call('GET', `/${slug}`, { as }),
        campaign.call('GET', `/${slug}/1`, { as }),
        campaign.call('POST', `/${slug}`, { as, body: { key: 'a', data: {} } }),
        campaign.call('DELETE', `/${slug}/1`, { as }),
      ])
      for (const { status } of answers) expect([403, 404]).toContain(status)
    }
  })

  test('locks are seen by those who edit, and made by the admin alone', async () => {
    const body = {
      document: { relationTo: 'tracks', value: 1 },
      user: { relationTo: 'users', value: 1 },
    }
    for (const as of cast) {
      const list = await campaign.call('GET', '/payload-locked-documents', { as })
      expect(list.status).toBe(as === undefined || as === 'judge' ? 403 : 200)
      const made = await campaign.call('POST', '/payload-locked-documents', { as, body })
      expect(made.status).toBe(403)
      const sorted = await campaign.call('GET', '/payload-locked-documents?sort=user.email', { as })
      if (as !== 'province') expect([400, 403]).toContain(sorted.status)
    }
  })

  test('preferences are everybody’s own', async () => {
    const kept = await campaign.call('POST', '/payload-preferences/a-key', {
      as: 'suzhou',
      body: { value: { mine: true } },
    })
    expect(kept.status).toBe(200)
    const own = await campaign.call('GET', '/payload-preferences/a-key', { as: 'suzhou' })
    expect(own.body.value).toEqual({ mine: true })
    const other = await campaign.call('GET', '/payload-preferences/a-key', { as: 'province' })
    expect(other.body.value ?? null).toBeNull()
    const list = await campaign.call('GET', '/payload-preferences', { as: 'province' })
    expect(list.body.totalDocs).toBe(0)
    const strangers = await campaign.call('GET', '/payload-preferences/a-key')
    expect(strangers.body.value ?? null).toBeNull()
  })
})

function isOurs(rule: unknown): boolean {
  return typeof rule === 'function' && !defaults.includes(rule)
}

function defaultsIn(fields: unknown, place: string): string[] {
  if (Array.isArray(fields)) return fields.flatMap((field) => defaultsIn(field, place))
  if (typeof fields !== 'object' || fields === null) return []
  const { name, access, fields: inner, tabs, blocks } = fields as Record<string, unknown>
  const here = name ? `${place}.${String(name)}` : place
  const own = Object.entries(access ?? {}).flatMap(([key, rule]) =>
    defaults.includes(rule) ? [`${here}:${key}`] : [],
  )
  return [...own, ...[inner, tabs, blocks].flatMap((part) => defaultsIn(part, here))]
}

// Payload does not export them; by the file they are the very functions that it would put in.
async function payloadsDefaults(): Promise<unknown[]> {
  const folder = path.resolve('node_modules/payload/dist/auth')
  const files = ['defaultAccess.js', 'defaultUnlockAccess.js']
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ pathToFileURL(path.join(folder, file)).href)),
  )
  return modules.flatMap((module) => Object.values(module))
}
