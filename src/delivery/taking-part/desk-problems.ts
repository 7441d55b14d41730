import { DeskRefusal } from '../../domain/participation/desk-refusal.ts'
import { problemCodes, type ProblemCode } from '../problem-codes.ts'
import { Problem } from '../problem.ts'

/** Waits for the desk; what it refuses becomes a problem with the same code, words and findings. */
export async function atTheDesk<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw error instanceof DeskRefusal ? problemOfRefusal(error) : error
  }
}

export function problemOfRefusal({ status, code, words, findings }: DeskRefusal): Problem {
  const known = isCode(code) && problemCodes[code].status === status
  const named = known ? code : (byStatus[status] ?? 'refused')
  return new Problem(named, words, findings.length > 0 ? { findings } : {})
}

// A refusal of a plugin that this side does not know by name keeps its status and its words.
const byStatus: Record<number, ProblemCode> = {
  400: 'bad-value',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  412: 'changed-meanwhile',
  413: 'too-large',
  429: 'too-many-requests',
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code)
}
