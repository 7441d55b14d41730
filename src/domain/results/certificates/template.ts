import { beijingDay } from '../../beijing-time.ts'
import { badText } from '../../text.ts'
import { words, type Words } from '../../words.ts'

/** `each`: every author gets one; `together`: one names all authors of a work. */
export const namings = ['each', 'together'] as const
export type Naming = (typeof namings)[number]
export const orientations = ['landscape', 'portrait'] as const
export type Orientation = (typeof orientations)[number]

export const namingWords: Record<Naming, Words> = {
  each: words('每位作者一张', 'One for each author'),
  together: words('每件作品一张，列全体作者', 'One for each work, naming all authors'),
}
export const orientationWords: Record<Orientation, Words> = {
  landscape: words('横版', 'Landscape'),
  portrait: words('竖版', 'Portrait'),
}

/**
 * What a certificate says and how it lies, with `{{姓名}}` for what differs. A line of the body that
 * begins with `# ` stands large in the middle.
 */
export type CertificateTemplate = {
  title: string
  body: string
  /** One line for each who issues it. */
  issuers: string
  date: string
  orientation: Orientation
  naming: Naming
}

/** What stands in the place of a placeholder, by its name in code. */
export const placeholders = {
  name: words('姓名', 'who gets it'),
  work: words('作品', 'the work’s title'),
  level: words('奖项', 'the award'),
  track: words('子项目', 'the track'),
  campaign: words('活动', 'the campaign'),
  unit: words('单位', 'the unit that sent the work in'),
  date: words('日期', 'the day of the result'),
} as const satisfies Record<string, Words>
export type Placeholder = keyof typeof placeholders
export type CertificateValues = Record<Placeholder, string>

export const usualTemplate: CertificateTemplate = {
  title: '荣誉证书',
  body: '{{姓名}}：\n　　作品《{{作品}}》在{{活动}}{{子项目}}评选中荣获\n# {{奖项}}\n　　特发此证，以资鼓励。',
  issuers: '',
  date: '{{日期}}',
  ...{ orientation: 'landscape', naming: 'each' },
}

const pattern = /\{\{\s*([^{}\s]{1,20})\s*\}\}/g
const byName = new Map<string, Placeholder>(
  (Object.keys(placeholders) as Placeholder[]).flatMap((key) => [
    [key, key],
    [placeholders[key].zh, key],
  ]),
)
const longest = { title: 20, body: 1_000, issuers: 200, date: 40 } as const
type TextPath = keyof typeof longest

export type TemplateFault = { path: TextPath | 'orientation' | 'naming'; message: Words }

/** A template out of a form's fields, or all that is wrong with it. */
export function readTemplate(
  fields: Record<string, unknown>,
): { template: CertificateTemplate; faults: [] } | { template: null; faults: TemplateFault[] } {
  const faults: TemplateFault[] = []
  const text = (path: TextPath): string => {
    const value = typeof fields[path] === 'string' ? fields[path].replace(/\r\n?/g, '\n') : ''
    faults.push(...textFaults(path, value))
    return value
  }
  const choice = <Value extends string>(path: 'orientation' | 'naming', of: readonly Value[]) => {
    const value = fields[path] ?? of[0]
    if (of.some((one) => one === value)) return value as Value
    faults.push({ path, message: words(`应为 ${of.join('、')} 之一`, `One of ${of.join(', ')}`) })
    return of[0]!
  }
  const template: CertificateTemplate = {
    ...{ title: text('title'), body: text('body'), issuers: text('issuers'), date: text('date') },
    orientation: choice('orientation', orientations),
    naming: choice('naming', namings),
  }
  return faults.length > 0 ? { template: null, faults } : { template, faults: [] }
}

function textFaults(path: TextPath, value: string): TemplateFault[] {
  const faults: TemplateFault[] = []
  const say = (zh: string, en: string) => void faults.push({ path, message: words(zh, en) })
  const bad = badText(value)
  if (bad) faults.push({ path, message: bad })
  if (!value.trim()) say('内容为空', 'The text is empty')
  const count = [...value].length
  if (count > longest[path]) {
    say(`${count} 字，最多 ${longest[path]} 字`, `${count} characters, at most ${longest[path]}`)
  }
  if (path === 'title' && value.includes('\n')) say('标题只能有一行', 'The title has one line')
  const names = [...value.matchAll(pattern)].map(([, name = '']) => name)
  for (const name of new Set(names.filter((one) => !byName.has(one)))) {
    const known = Object.values(placeholders).map(({ zh }) => zh)
    say(
      `没有占位符“${name}”，可用：${known.join('、')}`,
      `No placeholder “${name}”; there are ${known.join(', ')}`,
    )
  }
  if (/\{\{|\}\}/.test(value.replace(pattern, ''))) {
    say('花括号不成对', 'Braces that hold no placeholder')
  }
  const mustName = path === 'body' && !names.some((name) => byName.get(name) === 'name')
  if (mustName) say('正文须写明 {{姓名}}', 'The body must say {{姓名}}')
  return faults
}

/** The placeholders that a template has, each once. */
export function usedPlaceholders({ title, body, issuers, date }: CertificateTexts): Placeholder[] {
  const names = [...[title, body, issuers, date].join('\n').matchAll(pattern)]
  return [...new Set(names.flatMap(([, name = '']) => byName.get(name) ?? []))]
}

/** The texts of one certificate: its template with values put in, once. */
export type CertificateTexts = Pick<CertificateTemplate, 'title' | 'body' | 'issuers' | 'date'>

export function fillTemplate(
  { title, body, issuers, date }: CertificateTexts,
  values: CertificateValues,
): CertificateTexts {
  const fill = (text: string) =>
    text.replace(pattern, (whole, name: string) => {
      const key = byName.get(name)
      return key ? values[key].replace(/\s+/g, ' ') : whole
    })
  return { title: fill(title), body: fill(body), issuers: fill(issuers), date: fill(date) }
}

/** `2022年11月8日`, in Shanghai. */
export function dayWords(at: Date): string {
  const [year, month, day] = beijingDay(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
