'use client'

/** What waits for release, what was sent and what could not be, above the templates. */
export function NoticeDesk() {
  return null
}
