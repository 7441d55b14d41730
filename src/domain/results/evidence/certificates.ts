import { readCertificateNumber } from '../certificates.ts'
import type { CertificateLine, Given, Lists } from './types.ts'

/** Every certificate is a row of the final version that it names. */
export function checkCertificates({ say, json }: Given, lists: Lists): void {
  const name = 'certificates.json'
  const final = new Map(lists.map(({ line, list }) => [line.version, { line, list }]))
  for (const one of json<CertificateLine[]>(name) ?? []) {
    if (!readCertificateNumber(one.number)) say(name, `${one.number} is no number`)
    const of = final.get(one.version)
    const row = of?.list.awards.find(({ entry }) => entry === one.entry)
    const names = row && (row.authors.length > 0 ? row.authors : [row.unit])
    const isNamed = names && (names.includes(one.name) || names.join('、') === one.name)
    if (!of || of.line.sha256 !== one.listSha256 || !of.line.finalAt) {
      say(name, `${one.number} comes from a list that is not final in the pack`)
    } else if (!row || !isNamed || row.level !== one.level || row.title !== one.work) {
      say(name, `${one.number} certifies what the list does not say`)
    }
  }
}
