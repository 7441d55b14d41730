import type { Words } from './words.ts'

/**
 * Why something may not be done: a value, not an exception, so that a caller can show it or turn it
 * into an HTTP answer. `code` is kebab-case and stable; `status` is the HTTP status it becomes.
 */
export type Refusal = { status: 400 | 403 | 409; code: string; message: Words }

export const refusal = (status: Refusal['status'], code: string, message: Words): Refusal => ({
  status,
  code,
  message,
})
