import type { NewJob } from '../jobs/enqueue.ts'

/** The job that compares one entry with all others. */
export function likenessJob({ kind, id }: { kind: string; id: number }): NewJob {
  return { kind: 'likeness', key: `${kind}:${id}`, data: { kind, id } }
}
