import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../src/domain/', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

describe('the domain', () => {
  it('is where this test looks for it', () => {
    expect(files).toEqual(expect.arrayContaining(['workflow.ts', 'phases.ts']))
    expect(files.length).toBeGreaterThan(30)
  })

  it.each(files)('%s reads no clock, no chance, no environment', (name) => {
    const source = readFileSync(new URL(name, root), 'utf8')
    expect(source).not.toMatch(
      /Date\.now|new Date\(\)|performance\.|Math\.random|process\.|console\.|fetch\(/,
    )
  })

  it.each(files)('%s imports nothing but the domain', (name) => {
    const source = readFileSync(new URL(name, root), 'utf8')
    const home = new URL(name, root)
    for (const [, from = ''] of source.matchAll(/\bfrom '([^']+)'/g)) {
      expect(from).toMatch(/^\.{1,2}\/.+\.ts$/)
      expect(new URL(from, home).href.startsWith(root.href), from).toBe(true)
    }
  })
})
