// Tokens of reset and verification links, and file names, which people choose.
const secretPlaces = [
  /^(\/admin\/(?:reset|[^/]+\/verify))\/.+/,
  /^(\/api\/[^/]+\/(?:verify|file))\/.+/,
]

/** A path as the log may show it: no query, no tokens, no file names, at most 200 characters. */
export function routeName(url: string): string {
  const path = url.split('?', 1)[0]!.slice(0, 200)
  const hidden = secretPlaces.reduce((rest, place) => rest.replace(place, '$1/…'), path)
  return hidden.replace(/[A-Za-z0-9_-]{32,}/g, '…')
}

/** The few classes that metrics are kept for: a label per path would have no end. */
export function routeClass(url: string): string {
  const path = url.split('?', 1)[0]!
  if (path === '/') return 'home'
  if (path.startsWith('/_next/')) return 'static'
  if (/^\/api\/[^/]+\/file\//.test(path)) return 'media'
  const head = path.split('/', 3)[1]!
  if (head === 'api') return path.startsWith('/api/graphql') ? 'graphql' : 'api'
  return ['admin', 'v1', 'healthz', 'readyz', 'metrics'].includes(head) ? head : 'other'
}
