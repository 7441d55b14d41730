import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

type Package = { version?: string; optionalDependencies?: Record<string, string> }

const root = path.resolve(import.meta.dirname, '../..')
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>
}

describe('package-lock.json', () => {
  // npm writes a lock without the packages of other platforms that the registry at hand does not
  // have, and `npm ci` then refuses that lock.
  it('has an entry for every optional package, of every platform, so that npm ci accepts it', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter((name) => !entryFor(place, name)),
    )
    expect(missing).toEqual([])
  })
})

function entryFor(place: string, name: string): Package | undefined {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const found = lock.packages[`${from ? `${from}/` : ''}node_modules/${name}`]
    if (found || !from) return found
  }
}
