import type { CollectionConfig, Config, Endpoint, Plugin } from 'payload'
import { explainError } from '../hooks/explain-error.ts'
import { guardId } from '../hooks/guard-id.ts'
import { guardInput } from '../hooks/guard-input.ts'
import { guardQuery } from '../hooks/guard-query.ts'
import { refusal } from '../hooks/refuse.ts'

/** Bounds on every question and every write, whichever way it came in. The last of the plugins. */
export const guard =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    hooks: { ...config.hooks, afterError: [...(config.hooks?.afterError ?? []), explainError] },
    collections: (config.collections ?? []).map((collection) => ({
      ...collection,
      endpoints: withoutVersions(collection),
      hooks: {
        ...collection.hooks,
        beforeOperation: [
          guardId,
          guardQuery,
          guardInput,
          ...(collection.hooks?.beforeOperation ?? []),
        ],
      },
    })),
  })

// Payload answers for versions of collections that keep none, and stumbles.
function withoutVersions({ versions, endpoints }: CollectionConfig): CollectionConfig['endpoints'] {
  if (versions || endpoints === false) return endpoints
  return [...(endpoints ?? []), ...noVersions]
}

const handler: Endpoint['handler'] = () => {
  throw refusal(404, { zh: '没有历史版本', en: 'No versions are kept' }, { code: 'not-found' })
}
const noVersions: Endpoint[] = [
  { path: '/versions', method: 'get', handler },
  { path: '/versions/:id', method: 'get', handler },
  { path: '/versions/:id', method: 'post', handler },
]
