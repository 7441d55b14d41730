/**
 * Imports `payload.config.ts`. The only right way to do it from Node: lexical's modules load themselves
 * with a top-level await, and under Node 20 the rich text package, which imports a dozen of them at
 * once, then waits for ever in two starts of three. With lexical itself loaded first it never does
 * (measured: 0 of 60). The settings must be complete (src/environment.ts): the configuration reads them.
 */
export async function loadConfig() {
  await import('@payloadcms/richtext-lexical/lexical')
  const { default: config } = await import('../../payload.config.ts')
  return config
}
