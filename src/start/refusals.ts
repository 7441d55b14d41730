import { EnvironmentError } from '../environment.ts'
import { FolderInUse } from './instance.ts'
import { AddressTaken } from './listen.ts'

/** This version runs as one process; the roles that split it come with what they would run. */
export function refuseOtherRoles(role: string | undefined): void {
  if (role !== 'delivery' && role !== 'worker') return
  throw new EnvironmentError([
    `ROLE=${role} arrives with the public API; this version starts with ROLE=all or ROLE=admin.`,
  ])
}

/** What the terminal says when a start failed: a sentence where one is enough, else the whole error. */
export function sentenceFor(error: unknown): string {
  const known = [EnvironmentError, FolderInUse, AddressTaken]
  if (known.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
