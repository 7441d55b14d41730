import { windowCounts, type WindowCounts } from './window-counts.ts'

/** An allowance of so many a minute for each name it is asked by; `what` it is for tells it from others. */
export type Allow = (what: string, often: number) => WindowCounts

/** What was taken from which allowances, under which names, since this was last told. */
export type Taken = Record<string, [name: string | number, taken: number][]>

/** Between the processes of one node, which take from the same allowances. */
export type Sharing = {
  tell: (taken: Taken) => void
  /** Called with what others tell. */
  hear: (listener: (taken: Taken) => void) => void
}

const seconds = 60
const tellsEvery = 20

/**
 * Makes allowances. Processes that share them each count alone and tell the others every few
 * milliseconds: none waits for another, and over the limit goes only what is asked at the same moment.
 *
 * @param scale multiplies all of them
 */
export function openAllowances(scale: number, sharing?: Sharing): Allow {
  const opened = new Map<string, WindowCounts>()
  let untold = new Map<string, Map<string | number, number>>()

  const tell = () => {
    const taken: Taken = {}
    for (const [what, names] of untold) taken[what] = [...names]
    untold = new Map()
    sharing?.tell(taken)
  }
  const note = (what: string, name: string | number) => {
    if (untold.size === 0) setTimeout(tell, tellsEvery).unref()
    let names = untold.get(what)
    if (!names) untold.set(what, (names = new Map()))
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  sharing?.hear((taken) => {
    for (const [what, names] of Object.entries(taken)) {
      const counts = opened.get(what)
      for (const [name, count] of names) counts?.take(name, count)
    }
  })

  return (what, often) => {
    const counts = windowCounts(Math.max(1, Math.round(often * scale)), seconds)
    if (!sharing) return counts
    opened.set(what, counts)
    return {
      ...counts,
      take(name) {
        note(what, name)
        return counts.take(name)
      },
    }
  }
}
