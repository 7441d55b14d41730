import {
  checkSheets,
  fillTemplate,
  usedPlaceholders,
  type CertificateTemplate,
  type CertificateTexts,
  type CertificateValues,
  type UnfitSheet,
  type Wanted,
} from '../../domain/results/certificates.ts'
import { placeholders } from '../../domain/results/certificates/template.ts'
import { covers } from './draw/fonts.ts'

/** What stands on every certificate of a batch. */
export type CommonValues = Pick<CertificateValues, 'track' | 'campaign' | 'date'>

export function valuesOf(
  { name, work, unit, level }: { name: string; work: string; unit: string; level: string },
  common: CommonValues,
): CertificateValues {
  return { name, work, unit, level, ...common }
}

/** Which of these can be drawn: the template's own words, and what is put into it, are all looked at. */
export function checkWanted(
  wanted: readonly Wanted[],
  template: CertificateTemplate,
  common: CommonValues,
): { ready: string[]; unfit: UnfitSheet[]; own: UnfitSheet[] } {
  const used = usedPlaceholders(template)
  const sheets = wanted.map((one) => {
    const values = valuesOf({ ...one, level: one.levelName.zh }, common)
    const texts = Object.fromEntries(used.map((key) => [placeholders[key].zh, values[key]]))
    return { id: one.place, texts }
  })
  const own = ownWords(template)
  return { ...checkSheets(sheets, covers), own: checkSheets([own], covers).unfit }
}

// A line that is nothing but a placeholder has no words of its own.
function ownWords(template: CertificateTexts) {
  const nothing = { name: '', work: '', level: '', track: '', campaign: '', unit: '', date: '' }
  const texts = Object.entries(fillTemplate(template, nothing))
    .map(([field, text]) => [field, text.replace(/\n/g, ' ')] as const)
    .filter(([, text]) => text.trim() !== '')
  return { id: 'template', texts: Object.fromEntries(texts) }
}
