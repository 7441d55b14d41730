import { checkAwards } from './awards.ts'
import { checkCertificates } from './certificates.ts'
import { checkLists } from './lists.ts'
import { checkJudging, checkRankings } from './rankings.ts'
import { checkRulings } from './rulings.ts'
import {
  hex,
  signatureFile,
  type EvidenceFault,
  type EvidenceManifest,
  type EvidenceTools,
  type Given,
  type ObjectionLine,
} from './types.ts'
import { checkVotes } from './votes.ts'

/**
 * Counts a pack of evidence again from nothing but its files: hashes, the manifest's signature, rankings
 * from their marks, awards from rankings and rulings, the chain of lists and its signatures, rulings against
 * the versions that had to apply them, marks against assignment and recusal, votes against the ledger's
 * head, certificates against the list. Empty: nothing is wrong.
 */
export function checkEvidence(
  files: ReadonlyMap<string, Uint8Array>,
  tools: EvidenceTools,
): EvidenceFault[] {
  const faults: EvidenceFault[] = []
  const given = reading(files, tools, faults)
  const { say, text, json } = given
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
    checkContents(given)
  } catch (error) {
    // Whatever stands there, it is not what a pack holds.
    say('manifest.json', `the pack cannot be read: ${(error as Error).message}`)
  }
  return faults
}

function reading(
  files: ReadonlyMap<string, Uint8Array>,
  tools: EvidenceTools,
  faults: EvidenceFault[],
): Given {
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
  return { files, tools, say, text, json }
}

function checkContents(given: Given): void {
  const lists = checkLists(given)
  const rankings = checkRankings(given)
  const objections = given.json<ObjectionLine[]>('objections.json') ?? []
  checkAwards(given, { lists, rankings, objections })
  checkRulings(given, lists, objections)
  for (const [sha256, { locked, file }] of rankings) checkJudging(given, locked, file, sha256)
  checkVotes(given, rankings)
  checkCertificates(given, lists)
}
