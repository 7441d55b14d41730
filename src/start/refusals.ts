import { EnvironmentError } from '../environment.ts'
import { FolderInUse } from './instance.ts'
import { AddressTaken } from './listen.ts'
import { ProcessNotStarted } from './processes/first.ts'

/** What the terminal says when a start failed: a sentence where one is enough, else the whole error. */
export function sentenceFor(error: unknown): string {
  const known = [EnvironmentError, FolderInUse, AddressTaken, ProcessNotStarted]
  if (known.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
