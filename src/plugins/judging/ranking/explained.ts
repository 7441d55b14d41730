import type { PayloadRequest } from 'payload'
import { runIn } from '../../../database/run-in.ts'
import { lockedRanking } from '../../../database/judging/ranking/locks.ts'
import type { StoredRound } from '../../../database/judging/rounds.ts'
import { readWorkChanges, type WorkChange } from '../../../database/judging/work-changes.ts'
import { explain, explanationWords, type Explanation } from '../../../domain/judging/ranking.ts'
import { describeRound } from '../../../domain/judging/rounds.ts'
import { momentWords } from '../../../domain/beijing-time.ts'
import { words, type Words } from '../../../domain/words.ts'
import { correctionsOf, correctionWords } from './corrections.ts'
import { linesOf, lineWords } from './lines.ts'
import { countedOf, standingOf, type Counted } from './standing.ts'
import { workNames, type WorkName } from './work-names.ts'

/** Why a work has its rank, for the screen and the printed page. */
export type Explained = WorkName & {
  entry: string
  number: number
  explanation: Explanation
  sentences: Words[]
  line: Words | null
}

/** What explanations are of: a locked version, or what stands (`version` null). */
export type ExplainedRound = {
  title: string
  track: string
  version: number | null
  sha256: string
  rules: Words[]
  works: Explained[]
}

/**
 * Explains the ranks of a round, of one work or of all; from the locked text where there is one. Null: the
 * round has no such work.
 */
export async function explainedRound(
  req: PayloadRequest,
  round: StoredRound,
  entry?: string,
): Promise<ExplainedRound | null> {
  const lock = await lockedRanking(runIn(req), round.id)
  const standing = lock ? null : await standingOf(req, round)
  const counted: Counted = lock ? countedOf(lock) : standing!
  const names = await workNames(req, round)
  const { works, leftOut } = counted.locked
  const asked = [...works, ...leftOut].filter((work) => !entry || work.entry === entry)
  if (asked.length === 0 && entry) return null
  const { kind } = round.track
  const { blind } = counted.facts.rules
  const changes = await readWorkChanges(runIn(req), { round: round.id, kind, blind }, entry)
  const explained = explainedBy(counted, names, changes)
  return {
    ...{ title: round.title, track: round.track.title, version: lock?.version ?? null },
    ...{ sha256: lock?.sha256 ?? standing!.sha256, rules: describeRound(counted.facts.rules) },
    works: asked.map(({ entry: id, number }) => explained(id, number)),
  }
}

function explainedBy(
  { facts, judged, locked }: Counted,
  names: ReadonlyMap<string, WorkName>,
  changes: ReadonlyMap<string, WorkChange>,
) {
  const lines = linesOf(locked)
  const { criteria } = facts.rules
  return (entry: string, number: number): Explained => {
    const explanation = explain(judged.question, judged.ranking, entry)!
    const line = lines.get(entry)
    return {
      ...{ entry, number, explanation, ...(names.get(entry) ?? { title: entry, unit: null }) },
      sentences: [
        ...explanationWords(explanation, { criteria, judgeName }),
        ...correctionsOf(locked, number).map((one) => correctionWords(one, criteria)),
        ...changeWords(changes.get(entry)),
      ],
      line: line ? lineWords(line, locked.awardPolicy) : null,
    }
  }
}

// Judges stay unnamed: J1, J2 … as in the locked text.
const judgeName = (judge: string): Words => words(`评委 ${judge}`, `Judge ${judge}`)

// Not of the locked text: by the log of edits.
function changeWords(change: WorkChange | undefined): Words[] {
  if (!change) return []
  const at = momentWords(new Date(change.at))
  const { marksBefore: marks } = change
  return [
    words(
      `作品在评选开始后有改动（${at.zh}），其中 ${marks} 份评分在改动之前`,
      `The work was changed after the round had begun (${at.en}); ${marks} of its marks are from before`,
    ),
  ]
}
