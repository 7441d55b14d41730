import { vi } from 'vitest'

// Test files of this project run one after the other in a few processes, because packages (Payload,
// sharp) take longer to load than most files take to run. What files share is the process and the
// packages in it. All code of this repository is loaded anew for each, with what it remembers
// (settings, configuration, rate limits); so is Payload, which keeps itself on `globalThis`; and the
// process's own variables are put back.
vi.resetModules()

type Kept = {
  _payload?: Map<string, unknown>
  _payload_graphql?: { graphql: unknown; promise: unknown }
  variablesAtFirst?: Record<string, string | undefined>
}
const kept = globalThis as unknown as Kept

kept._payload?.clear()
Object.assign(kept._payload_graphql ?? {}, { graphql: null, promise: null })

kept.variablesAtFirst ??= { ...process.env }
for (const name of Object.keys(process.env)) {
  if (!(name in kept.variablesAtFirst)) delete process.env[name]
}
Object.assign(process.env, kept.variablesAtFirst)
