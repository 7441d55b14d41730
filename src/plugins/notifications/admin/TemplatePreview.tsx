'use client'

/** The mail as it would go out. */
export function TemplatePreview() {
  return null
}
