import type { Words } from '../../domain/words.ts'

/** What `t` of Payload's i18n looks like to us: keys of our own namespaces are not in its types. */
type Translate = (key: never, vars?: Record<string, unknown>) => string

export type Vars = Record<string, number | string>

/**
 * Turns a table of texts into what `config.i18n.translations` takes, under one namespace.
 *
 * @returns `{ zh: { [namespace]: { key: text } }, en: … }`
 */
export function translationsOf<Key extends string>(namespace: string, table: Record<Key, Words>) {
  const entries = Object.entries(table) as [Key, Words][]
  const only = (language: keyof Words) =>
    Object.fromEntries(entries.map(([key, words]) => [key, words[language]]))
  return { zh: { [namespace]: only('zh') }, en: { [namespace]: only('en') } }
}

/** Texts of one namespace by their keys, in the language that `t` speaks; `{{name}}` is filled in. */
export function speaker<Key extends string>(namespace: string, t: unknown) {
  return (key: Key, vars?: Vars): string => (t as Translate)(`${namespace}:${key}` as never, vars)
}

/** The text of a pair in the language of the reader; Chinese for any language but English. */
export function inLanguage(words: Words, language: string): string {
  return language === 'en' ? words.en : words.zh
}
