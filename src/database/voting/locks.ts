/**
 * Advisory locks, by class and key. A batch of votes shares that of its round and the one for all rounds
 * (key 0), and has those of its voters to itself; whoever changes a round, or who a voter is, takes the
 * former alone.
 */
export const roundLocks = 7310
export const allRounds = 0
export const voterLocks = 7311
/** One a task of the keeper, by the hash of its name. */
export const taskLocks = 7312
