import { isMatch } from '../../etag.ts'

export const tagged = (version: string): string => `"${version}"`

/** What `If-Match` asks of the stored version; undefined: nothing. */
export function expectedBy(header: string | undefined): ((version: string) => boolean) | undefined {
  return header === undefined ? undefined : (version) => isMatch(header, version)
}
