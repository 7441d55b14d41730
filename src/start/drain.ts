/** One thing to end, in the order given; its name is for the log. */
export type Ending = { name: string; end: () => Promise<unknown> | unknown }

type Options = {
  first: Ending
  /** Asked for once `first` is over. */
  rest: () => Ending[]
  onError: (name: string, error: unknown) => void
  /** Milliseconds for everything together. */
  within: number
  onTimeout: (name: string) => void
}

/**
 * Ends everything in order, once, whoever asks and how often; an ending that fails does not keep the
 * next from its turn, and nothing waits longer than `within` in all.
 *
 * @returns the function that starts it and resolves when all is over
 */
export function drainer({ first, rest, onError, within, onTimeout }: Options): () => Promise<void> {
  let draining: Promise<void> | undefined
  return () => (draining ??= drain())

  async function drain(): Promise<void> {
    const deadline = Date.now() + within
    await endOne(first, deadline)
    for (const ending of rest()) await endOne(ending, deadline)
  }

  async function endOne({ name, end }: Ending, deadline: number): Promise<void> {
    try {
      const ended = await before(deadline, end)
      if (!ended) onTimeout(name)
    } catch (error) {
      onError(name, error)
    }
  }
}

async function before(deadline: number, end: Ending['end']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    // Even when the time is up each ending is begun: the database must not outlive its parent.
    timer = setTimeout(() => resolve(false), Math.max(500, deadline - Date.now()))
  })
  try {
    return await Promise.race([Promise.resolve(end()).then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
