import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

// The registry in use answers `npm audit` with 405, so the known floors are kept here: below them lie
// published holes (payload 3.90.0 closed some ten in access control and injection).
type Package = { version?: string; resolved?: string }
const file = path.resolve(import.meta.dirname, '../../package-lock.json')
const text = readFileSync(file, 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, Package> }

const floors: Record<string, string> = {
  payload: '3.90.1',
  next: '16.4.6',
  sharp: '0.35.5',
  nodemailer: '10.4.1',
  'drizzle-orm': '0.45.2',
  vitest: '4.0.0',
}

describe('the lock file', () => {
  test.each(Object.entries(floors))('has no %s below %s', (name, floor) => {
    const found = versionsOf(name)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((version) => compare(version, floor) < 0)).toEqual([])
  })

  test('has one exact version of payload and everything of @payloadcms', () => {
    const names = Object.keys(packages).map(nameOf)
    const ours = names.filter((name) => name === 'payload' || name.startsWith('@payloadcms/'))
    expect(ours.length).toBeGreaterThan(5)
    expect([...new Set(ours.flatMap(versionsOf))]).toHaveLength(1)
  })

  test('stays on vitest 4, which Node 20 runs', () => {
    expect(versionsOf('vitest').every((version) => version.startsWith('4.'))).toBe(true)
  })

  test('names no host that packages come from', () => {
    const resolved = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
    expect(resolved.map(([name]) => name)).toEqual([])
    expect(text).not.toMatch(/"(resolved|registry)"\s*:\s*"https?:/)
  })
})

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function versionsOf(name: string): string[] {
  return Object.entries(packages).flatMap(([place, { version }]) =>
    place.includes('node_modules/') && nameOf(place) === name && version ? [version] : [],
  )
}

/** Below 0 when `a` is the lower one; a pre-release is below its release. */
function compare(a: string, b: string): number {
  const [numbersA, numbersB] = [a, b].map((version) =>
    version.split('-')[0]!.split('.').map(Number),
  )
  for (let index = 0; index < 3; index++) {
    const difference = (numbersA![index] ?? 0) - (numbersB![index] ?? 0)
    if (difference !== 0) return difference
  }
  return Number(b.includes('-')) - Number(a.includes('-'))
}
