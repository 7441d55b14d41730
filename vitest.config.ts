import { defineConfig } from 'vitest/config'

// Unit tests need nothing; the others share one PostgreSQL (tests/harness/global.ts) and take a
// database each, copied from a template in some 30 ms.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit*/**/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/harness/global.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          server: { deps: { external: [/node_modules/] } },
        },
      },
      {
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/harness/global.ts', 'tests/harness/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
    maxWorkers: 2,
    sequence: { groupOrder: 0 },
  },
})
