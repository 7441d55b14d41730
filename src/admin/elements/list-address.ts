import type { Where } from 'payload'
import * as qs from 'qs-esm'

/** The address of a list that shows what `where` finds. */
export function listAddress(list: string, where: Where): string {
  return `${list}${qs.stringify({ where }, { addQueryPrefix: true, encode: false })}`
}
