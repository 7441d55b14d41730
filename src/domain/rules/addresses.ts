import type { EntryKind } from '../kinds.ts'
import { words, type Words } from '../words.ts'
import { plainRule } from './definitions.ts'
import { isWebAddress, textOf } from './reading.ts'
import type { RuleDefinition } from './types.ts'

/** The fields of a kind that hold addresses anybody should be able to open. */
const addressFields: Partial<Record<EntryKind, readonly { name: string; label: Words }[]>> = {
  commentaries: [
    { name: 'publishedUrl', label: words('发表网址', 'Published address') },
    { name: 'h5Url', label: words('H5 链接', 'H5 link') },
  ],
  // An account's name may stand here as well; that is no address.
  platforms: [{ name: 'address', label: words('平台地址', 'Platform’s address') }],
}

/** An address in a work, by the name of its field. */
export type EntryAddress = { path: string; url: string; label: Words }

/** The web addresses that a work names. */
export function addressesOf(
  kind: EntryKind,
  entry: Readonly<Record<string, unknown>>,
): EntryAddress[] {
  return (addressFields[kind] ?? []).flatMap(({ name, label }) => {
    const url = textOf(entry[name])
    return isWebAddress(url) ? [{ path: name, url, label }] : []
  })
}

/** What was seen at an address: `ok` when it answered. */
export type AddressFact = { path: string; ok: boolean; words: Words }

/** Whether the addresses answer is known only after a while; until then the rule says nothing. */
export const addressRules = {
  'url-reachable': plainRule({
    kinds: ['commentaries', 'platforms'],
    label: words('网址能够访问', 'Addresses that answer'),
    text: words('所填网址须能公开访问', 'The addresses given can be opened by anybody'),
    check: (facts) =>
      (facts.addresses ?? []).flatMap(({ path, ok, words: text }) =>
        ok ? [] : [{ path, words: text }],
      ),
  }),
} satisfies Record<string, RuleDefinition>
