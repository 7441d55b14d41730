import { checkLocked, parseLocked, type LockedRanking } from '../judging/locked.ts'
import { canonicalJson } from './canonical.ts'
import { readCertificateNumber } from './certificates.ts'
import { awardsAfter } from './from-ranking.ts'
import { checkVersions, type Hash, type ResultList } from './frozen.ts'
import type { Ruling, RulingEffect } from './objections.ts'

/** What is wrong with a pack, and in which of its files. `what` is for people, in English. */
export type EvidenceFault = { file: string; what: string }

/** What a stranger's machine brings along; the domain imports nothing. */
export type EvidenceTools = {
  hash: Hash
  /** Is the text signed under the key of this id, out of those that are trusted? */
  isSigned: (text: string, signature: string, key: string) => boolean
  /** Is this a head of the ledger, signed under a key that is trusted? */
  isSignedHead: (head: unknown) => boolean
}

export type EvidenceManifest = {
  format: 'evidence/1'
  result: string
  campaign: string
  track: string
  madeAt: string
  files: { name: string; sha256: string; bytes: number }[]
}

export type ListLine = {
  version: number
  file: string
  sha256: string
  signature: string
  key: string
  at: string
  finalAt: string | null
  /** Numbers of the objections that this version applies. */
  rulings: string[]
}
export type RankingLine = {
  round: string
  version: number
  file: string
  sha256: string
  at: string
}
export type ObjectionLine = {
  number: string
  entry: string | null
  state: string
  effect: string | null
  [more: string]: unknown
}
export type JudgingFile = {
  round: string
  panel: { judge: string; addedAt: string; leftAt: string | null }[]
  assignment: {
    number: number
    judge: string
    dropped: string | null
    handedIn: boolean
    marks: Record<string, number> | null
    passes: boolean | null
  }[]
  recusals: { judge: string; number: number; kind: string; at: string }[]
  log: unknown[]
}
export type VotesFile = {
  round: string
  total: number
  entries: { entry: string; total: number; voided: number }[]
  voids: Record<string, number>
  head: { number: number; root: string } | null
} | null
export type CertificateLine = {
  number: string
  entry: string
  name: string
  work: string
  level: string
  version: number
  listSha256: string
  state: string
}

export const signatureFile = 'manifest.sig.json'

/**
 * Counts a pack of evidence again from nothing but its files: hashes, the manifest's signature, rankings
 * from their marks, awards from rankings and rulings, the chain of lists and its signatures, marks against
 * assignment and recusal, votes against the ledger's head, certificates against the list. Empty: nothing
 * is wrong.
 */
export function checkEvidence(
  files: ReadonlyMap<string, Uint8Array>,
  tools: EvidenceTools,
): EvidenceFault[] {
  const faults: EvidenceFault[] = []
  const say = (file: string, what: string) => void faults.push({ file, what })
  const text = (name: string) => {
    const bytes = files.get(name)
    return bytes ? new TextDecoder().decode(bytes) : null
  }
  const json = <T>(name: string): T | null => {
    const found = text(name)
    if (found === null) return null
    try {
      return JSON.parse(found) as T
    } catch {
      say(name, 'is no JSON')
      return null
    }
  }
  const manifest = json<EvidenceManifest>('manifest.json')
  if (manifest?.format !== 'evidence/1' || !Array.isArray(manifest.files)) {
    say('manifest.json', 'is missing, or no manifest of a pack of evidence')
    return faults
  }
  const seal = json<{ signature: string; key: string }>(signatureFile)
  if (!seal || !tools.isSigned(text('manifest.json')!, String(seal.signature), String(seal.key))) {
    say('manifest.json', 'is not signed under a key that is trusted')
  }
  const listed = new Map(manifest.files.map((file) => [file.name, file]))
  for (const [name, { sha256 }] of listed) {
    const bytes = files.get(name)
    if (!bytes) say(name, 'is missing')
    else if (hex(tools.hash(bytes)) !== sha256) say(name, 'was changed: its SHA-256 is another one')
  }
  for (const name of files.keys()) {
    if (!listed.has(name) && name !== 'manifest.json' && name !== signatureFile) {
      say(name, 'is not in the manifest')
    }
  }
  try {
    checkContents({ files, tools, say, text, json })
  } catch (error) {
    // Whatever stands there, it is not what a pack holds.
    say('manifest.json', `the pack cannot be read: ${(error as Error).message}`)
  }
  return faults
}

type Given = {
  files: ReadonlyMap<string, Uint8Array>
  tools: EvidenceTools
  say: (file: string, what: string) => void
  text: (name: string) => string | null
  json: <T>(name: string) => T | null
}

function checkContents(given: Given): void {
  const lists = checkLists(given)
  const rankings = checkRankings(given)
  const objections = given.json<ObjectionLine[]>('objections.json') ?? []
  checkAwards(given, lists, rankings, objections)
  for (const [sha256, { locked, file }] of rankings) checkJudging(given, locked, file, sha256)
  checkVotes(given, lists, rankings)
  checkCertificates(given, lists)
}

type Lists = { line: ListLine; list: ResultList }[]
type Rankings = Map<string, { locked: LockedRanking; file: string }>

function checkLists({ tools, say, text, json }: Given): Lists {
  const lines = json<ListLine[]>('lists/index.json') ?? []
  if (lines.length === 0) say('lists/index.json', 'names no list')
  const versions = lines.map(({ file, sha256 }) => ({ text: text(file) ?? '', sha256 }))
  for (const { index, fault } of checkVersions(versions, tools.hash)) {
    say(lines[index]!.file, `is no sound version of the list: ${fault}`)
  }
  for (const [index, { file, signature, key }] of lines.entries()) {
    if (!tools.isSigned(versions[index]!.text, signature, key)) {
      say(file, 'is not signed under a key that is trusted')
    }
  }
  return lines.flatMap((line, index) => {
    try {
      return [{ line, list: JSON.parse(versions[index]!.text) as ResultList }]
    } catch {
      return []
    }
  })
}

function checkRankings({ tools, say, text, json }: Given): Rankings {
  const rankings: Rankings = new Map()
  const newest = new Map<string, RankingLine>()
  for (const line of json<RankingLine[]>('rankings/index.json') ?? []) {
    const found = text(line.file) ?? ''
    const sha256 = hex(tools.hash(new TextEncoder().encode(found)))
    if (sha256 !== line.sha256) say(line.file, 'hashes to something else than was locked')
    for (const { part } of checkLocked(found)) {
      say(line.file, `its rules do not make this of its marks: ${part}`)
    }
    const locked = parseLocked(found)
    if (!locked) continue
    const before = newest.get(line.round)
    const named = locked.replaces?.sha256 ?? null
    if (locked.round !== line.round || locked.version !== line.version) {
      say(line.file, 'is another round or version than the index says')
    }
    if (named !== (before?.sha256 ?? null)) {
      say(line.file, 'does not name the version that it replaces')
    }
    newest.set(line.round, line)
    rankings.set(line.sha256, { locked, file: line.file })
  }
  return rankings
}

function checkAwards(
  { say }: Given,
  lists: Lists,
  rankings: Rankings,
  objections: readonly ObjectionLine[],
): void {
  const byNumber = new Map(objections.map((one) => [one.number, one]))
  for (const { line, list } of lists) {
    const ranking = rankings.get(String(list.basis.ranking))
    if (!ranking) {
      say(line.file, 'comes from a ranking that is not in the pack')
      continue
    }
    const rulings = line.rulings.flatMap((number): Ruling[] => {
      const one = byNumber.get(number)
      if (!one || one.state !== 'upheld') {
        say('objections.json', `lacks the upheld objection ${number}, which a version applies`)
      }
      return one?.entry
        ? [{ entry: one.entry, effect: (one.effect ?? 'keep') as RulingEffect }]
        : []
    })
    const made = awardsAfter(ranking.locked, rulings)
    const bare = list.awards.map(({ entry, level, rank }) => ({ entry, level, rank }))
    if (!made || canonicalJson(bare) !== canonicalJson(made.awards)) {
      say(line.file, 'its awards are not those of the ranking after all rulings')
    }
    if (made && canonicalJson(list.vacancies) !== canonicalJson(made.vacancies)) {
      say(line.file, 'its empty places are not those of the ranking after all rulings')
    }
  }
}

function checkJudging(given: Given, locked: LockedRanking, file: string, sha256: string): void {
  const { say, json } = given
  const name = `judging/${locked.round}.json`
  const judging = json<JudgingFile>(name)
  if (!judging) return say(name, 'is missing')
  const lines = json<RankingLine[]>('rankings/index.json') ?? []
  const last = lines.filter(({ round }) => round === locked.round).at(-1)
  // What stands can only be that of the newest version.
  if (last?.sha256 !== sha256) return
  if (judging.panel.length !== locked.panel) say(name, 'its panel has another number of judges')
  const pairs = new Map(judging.assignment.map((pair) => [`${pair.number} ${pair.judge}`, pair]))
  const recused = new Set(judging.recusals.map(({ number, judge }) => `${number} ${judge}`))
  for (const mark of locked.marks) {
    const key = `${mark.number} ${mark.judge}`
    const pair = pairs.get(key)
    if (!pair || pair.dropped !== null || !pair.handedIn) {
      say(file, `has marks of ${mark.judge} for work ${mark.number} that nobody assigned`)
    } else if (mark.marks && canonicalJson(pair.marks) !== canonicalJson(mark.marks)) {
      say(name, `has other marks of ${mark.judge} for work ${mark.number} than were locked`)
    }
    if (recused.has(key)) say(file, `has marks of ${mark.judge} for work ${mark.number}, recused`)
  }
}

function checkVotes({ tools, say, json }: Given, lists: Lists, rankings: Rankings): void {
  const votes = json<VotesFile>('votes.json')
  for (const { locked, file } of rankings.values()) {
    if (!locked.vote) continue
    if (!votes) {
      say('votes.json', 'is empty, but a ranking counts votes')
      continue
    }
    const counted = new Map(votes.entries.map(({ entry, total }) => [entry, total]))
    if (votes.round !== locked.vote.round || votes.total !== locked.vote.total) {
      say('votes.json', 'is another vote or another total than the ranking counts')
    }
    for (const { entry, votes: given } of locked.works) {
      if (given !== null && (counted.get(entry) ?? 0) !== given) {
        say(file, `counts ${given} votes for ${entry}, the vote ${counted.get(entry) ?? 0}`)
      }
    }
    const head = votes.head && { number: votes.head.number, root: hexOf(votes.head.root) }
    if (canonicalJson(head) !== canonicalJson(locked.vote.head)) {
      say('votes.json', 'names another head of the ledger than the ranking')
    }
  }
  if (!votes) return
  const sum = votes.entries.reduce((all, { total }) => all + total, 0)
  if (sum !== votes.total) say('votes.json', `its entries add up to ${sum}, not ${votes.total}`)
  if (votes.head && !tools.isSignedHead(votes.head)) {
    say('votes.json', 'its head is not signed under a key that is trusted')
  }
}

function checkCertificates({ say, json }: Given, lists: Lists): void {
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

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function hexOf(base64: string): string {
  return Array.from(atob(base64), (sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join(
    '',
  )
}
