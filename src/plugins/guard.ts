import type { Config, Plugin } from 'payload'
import { explainError } from '../hooks/explain-error.ts'
import { guardInput } from '../hooks/guard-input.ts'
import { guardQuery } from '../hooks/guard-query.ts'

/** Bounds on every question and every write, whichever way it came in. The last of the plugins. */
export const guard =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), explainError] },
    collections: (config.collections ?? []).map((collection) => ({
      ...collection,
      hooks: {
        ...collection.hooks,
        beforeOperation: [guardQuery, guardInput, ...(collection.hooks?.beforeOperation ?? [])],
      },
    })),
  })
