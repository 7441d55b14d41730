'use client'

/** Where a client is told of what happened, on its page. */
export function Webhooks() {
  return null
}
