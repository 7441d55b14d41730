import { badText } from '../../text.ts'
import { words, type Words } from '../../words.ts'
import { noticeEvents, type NoticeEvent } from './events.ts'

/** Texts with `{{entryTitle}}` for what differs; the subject is one line. */
export type Template = { subject: string; body: string }

export type TemplateFinding = {
  code: 'placeholder-unknown' | 'braces' | 'empty' | 'too-long' | 'subject-lines' | 'unfit'
  path: 'subject' | 'body'
  message: Words
}

const placeholder = /\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g
const longest = { subject: 200, body: 10_000 }

/** What is wrong with a template for an event; empty: nothing. */
export function checkTemplate(event: NoticeEvent, template: Template): TemplateFinding[] {
  const known = Object.keys(noticeEvents[event].placeholders)
  return (['subject', 'body'] as const).flatMap((path) => {
    const text = template[path]
    const found: TemplateFinding[] = []
    const say = (code: TemplateFinding['code'], message: Words) =>
      found.push({ code, path, message })
    const bad = badText(text)
    if (bad) say('unfit', bad)
    if (!text.trim()) say('empty', words('内容为空', 'The text is empty'))
    if ([...text].length > longest[path]) {
      say('too-long', words(`超过 ${longest[path]} 字`, `Over ${longest[path]} characters`))
    }
    if (path === 'subject' && /[\r\n]/.test(text)) {
      say('subject-lines', words('主题只能有一行', 'The subject has one line'))
    }
    const names = [...text.matchAll(placeholder)].map(([, name = '']) => name)
    for (const name of new Set(names.filter((one) => !known.includes(one)))) {
      const message = words(
        `没有占位符“${name}”，可用：${known.join('、')}`,
        `No placeholder “${name}”; there are ${known.join(', ')}`,
      )
      say('placeholder-unknown', message)
    }
    if (/\{\{|\}\}/.test(text.replace(placeholder, ''))) {
      say('braces', words('花括号不成对', 'Braces that hold no placeholder'))
    }
    return found
  })
}

/**
 * The template with its values put in, once: braces in a value stay what they are. A value in the subject
 * becomes one line, so that nobody writes a mail's headers by an entry's title.
 *
 * @throws RangeError for a placeholder that has no value: half a mail never goes out
 */
export function render(
  template: Template,
  values: { readonly [name: string]: string | undefined },
): Template {
  const fill = (text: string, shape: (value: string) => string) =>
    text.replace(placeholder, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      if (value === undefined) throw new RangeError(`No value for the placeholder “${name}”`)
      return shape(value)
    })
  return {
    subject: fill(template.subject, (value) => value.replace(/[\r\n\u2028\u2029\t]+/g, ' ')),
    body: fill(template.body, (value) => value),
  }
}

/** The template as the editor sees it before anything goes out. */
export const preview = (event: NoticeEvent, template: Template): Template =>
  render(template, noticeEvents[event].placeholders)
