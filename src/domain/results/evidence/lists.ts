import { checkVersions, type FrozenFault, type ResultList } from '../frozen.ts'
import type { Given, ListLine, Lists } from './types.ts'

const faultWords: Record<FrozenFault, string> = {
  'not-json': 'it is no JSON',
  'not-canonical': 'its text is not canonical',
  hash: 'it hashes to something else than the index says',
  format: 'it is no list of results',
  version: 'it has another number than its place',
  replaces: 'it does not name the version before by number, hash and reason',
  moved: 'it is of another track than the version before',
}

// Between the question whether a notice is still to come and the row that says so.
const aMoment = 60_000

/** Versions one after the other, each signed, and none final before its notice was over. */
export function checkLists({ tools, say, text, json }: Given): Lists {
  const lines = json<ListLine[]>('lists/index.json') ?? []
  if (lines.length === 0) say('lists/index.json', 'names no list')
  const versions = lines.map(({ file, sha256 }) => ({ text: text(file) ?? '', sha256 }))
  for (const { index, fault } of checkVersions(versions, tools.hash)) {
    say(lines[index]!.file, `is no sound version of the list: ${fault} (${faultWords[fault]})`)
  }
  for (const [index, { file, signature, key }] of lines.entries()) {
    if (!tools.isSigned(versions[index]!.text, signature, key)) {
      say(file, 'is not signed under a key that is trusted')
    }
  }
  const lists = lines.flatMap((line, index) => {
    try {
      return [{ line, list: JSON.parse(versions[index]!.text) as ResultList }]
    } catch {
      return []
    }
  })
  for (const { line, list } of lists) {
    if (Date.parse(line.at) > Date.parse(list.notice.from) + aMoment) {
      say(line.file, 'was confirmed after its notice had begun')
    }
    if (line.finalAt !== null && Date.parse(line.finalAt) < Date.parse(list.notice.to)) {
      say(line.file, 'became final before its notice was over')
    }
  }
  return lists
}
