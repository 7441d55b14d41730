import type { TargetKind } from './target.ts'

type Options = {
  kind: TargetKind | 'home'
  nonce: string
  dev: boolean
  https: boolean
  path: string
}

const quiet = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

// What a browser may show by itself from the media store; anything else is offered as a download.
const shownInline = /\.(?:avif|gif|jpe?g|png|webp|m4a|mov|mp3|mp4|ogg|wav|webm)$/i

/** The security headers of one answer, lower-case names. */
export function securityHeaders(options: Options): Record<string, string> {
  const { kind, https, path } = options
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': quiet,
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': contentPolicy(options),
  }
  if (https) headers['strict-transport-security'] = 'max-age=31536000; includeSubDomains'
  if (kind === 'media' && !shownInline.test(path)) headers['content-disposition'] = 'attachment'
  return headers
}

/**
 * The Content-Security-Policy of one answer. Next reads the nonce from this same header on the
 * *request* and gives it to every script it writes; `strict-dynamic` lets those load their chunks.
 */
export function contentPolicy({ kind, nonce, dev, https }: Options): string {
  if (kind === 'api' || kind === 'graphql') {
    // Pages for the printer have their style in them; nothing here runs or loads anything.
    return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
  }
  if (kind === 'media') {
    return "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
  }
  if (kind === 'home') {
    return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
  }
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // React, lexical and dnd-kit write style attributes; there is no nonce for those.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob:${dev ? ' ws: wss:' : ''}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ]
  if (https) rules.push('upgrade-insecure-requests')
  return rules.join('; ')
}
