import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { drawSeed } from './tests/harness/fuzz-seed.ts'
import { LongFirst } from './tests/harness/long-first.ts'
import { mutableAccess } from './tests/harness/mutable-access.ts'

// Unit tests need nothing; the others share one PostgreSQL (tests/harness/global.ts) and take a
// database each, copied from a template in some 30 ms.
// `npm run mutate:access` alone: every access function can be switched to “yes” while the tests run.
const mutation: TestProjectConfiguration[] = process.env.MUTATE
  ? [
      {
        plugins: [mutableAccess()],
        test: {
          name: 'mutation',
          include: ['tests/mutation/**/*.test.ts'],
          globalSetup: ['tests/harness/global.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          server: { deps: { external: [/node_modules/] } },
        },
      },
    ]
  : []

drawSeed()

const shuffled = process.argv.some((word) => word.startsWith('--sequence.shuffle'))

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit*/**/*.test.ts'],
          isolate: false,
          setupFiles: ['tests/harness/fresh-start.ts', 'tests/harness/fixed-chance.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/harness/global.ts'],
          isolate: false,
          setupFiles: ['tests/harness/fresh-start.ts', 'tests/harness/fixed-chance.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          server: { deps: { external: [/node_modules/] } },
        },
      },
      // Servers as `npm start` runs them, one at a time: some tests ask how soon they answer, and two
      // browsers on two cores are slower than the patience of what they look at.
      {
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts'],
          globalSetup: ['tests/harness/global.ts', 'tests/harness/build.ts'],
          testTimeout: 240_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/harness/global.ts', 'tests/harness/build.ts'],
          testTimeout: 240_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      ...mutation,
    ],
    maxWorkers: 2,
    // Undefined: vitest's own, which `--sequence.shuffle.files` chooses.
    sequence: { groupOrder: 0, sequencer: shuffled ? undefined : LongFirst },
  },
})
