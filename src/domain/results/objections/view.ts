import { words, type Words } from '../../words.ts'
import { isHandled, type ObjectionState } from './steps.ts'

export type Objection = {
  id: string
  entry: string | null
  objector: { id: string; name: string; unit: string | null }
  ground: string
  evidence: readonly string[]
  state: ObjectionState
  ruling: string | null
}

export type ObjectionOnlooker = 'desk' | 'supervisor' | 'objector' | 'objected' | 'public'

type Field = keyof Objection

/**
 * What each one sees. Evidence may tell who gave it (a letterhead, a photo's place): the objected gets
 * what the desk sums up, never the files.
 */
const shown: Record<ObjectionOnlooker, readonly Field[]> = {
  desk: ['id', 'entry', 'objector', 'ground', 'evidence', 'state', 'ruling'],
  supervisor: ['id', 'entry', 'objector', 'ground', 'evidence', 'state', 'ruling'],
  objector: ['id', 'entry', 'objector', 'ground', 'evidence', 'state', 'ruling'],
  objected: ['id', 'entry', 'state', 'ruling'],
  public: [],
}

/** An objection as one may see it; what is hidden is absent, not empty. */
export function objectionView(objection: Objection, who: ObjectionOnlooker): Partial<Objection> {
  return Object.fromEntries(shown[who].map((field) => [field, objection[field]]))
}

/** What everyone is told: `收到异议 3 件，已处理 2 件`. Withdrawn ones were received too. */
export function publicLine(
  states: readonly ObjectionState[],
): Words & { received: number; handled: number } {
  const received = states.length
  const handled = states.filter(isHandled).length
  const { zh, en } = words(
    `收到异议 ${received} 件，已处理 ${handled} 件`,
    `Objections received: ${received}, dealt with: ${handled}`,
  )
  return { zh, en, received, handled }
}
