import { statuses, workflow, type Standing, type Status } from './workflow.ts'

/**
 * The states in which an entry waits for somebody of this standing, from the workflow table: an
 * editor's own unfinished work and first reviews, a host's second reviews, the final reviews of
 * supervisor and province. In the table's order of states.
 */
export function waitsFor(standing: Standing): Status[] {
  const waiting = workflow.filter((row) => row.duty.includes(standing)).map((row) => row.from)
  return statuses.filter((status) => waiting.includes(status))
}
