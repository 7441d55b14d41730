import type { Payload } from 'payload'

/** Names the time of a step in the context of its request. */
export const stepTime = 'demoStepTime'

/**
 * While `work` runs, rows of the review log are added with the time that the request's context names. The
 * log is append-only, by a trigger too: so its rows come with the right time or never get it, and the
 * guard stays up all the while.
 */
export async function withLogTimes<Result>(
  payload: Payload,
  work: () => Promise<Result>,
): Promise<Result> {
  const { create } = payload.db
  payload.db.create = (args) => {
    const at = args.req?.context?.[stepTime]
    if (args.collection !== 'review-logs' || !(at instanceof Date))
      return create.call(payload.db, args)
    return create.call(payload.db, { ...args, data: { ...args.data, createdAt: at.toISOString() } })
  }
  try {
    return await work()
  } finally {
    payload.db.create = create
  }
}
