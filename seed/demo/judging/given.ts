/** What the demo's judges give: pure, the same for the same place and judge. */
import { createRandom } from '../random.ts'

/** A work before a judge: its place in the demo's own order of merit, and who looks at it. */
export type Seen = {
  /** 0 is the best of `works`. */
  place: number
  works: number
  /** The judge's place in the panel. */
  judge: number
  /** The judge's place among those who have this work. */
  turn: number
  /** How many works go on from the round; 0: it is the last one. */
  goOn: number
}

/** What is handed in; a row of `POST /api/judging/marks` without the work and the version. */
export type Given = {
  marks?: { criterion: string; marks: number }[]
  passes?: boolean
  note?: string
}
export type Giving = (seen: Seen) => Given

/**
 * Yes or no: the best go on without a doubt, twice as many as there are places left have all but one voice
 * and so are equal at the line, the others have one voice or none.
 */
export const yesGiven: Giving = ({ place, turn, goOn }) => {
  const sure = goOn - Math.min(3, goOn)
  if (place < sure) return { passes: true }
  if (place < goOn + 3) return { passes: turn !== place % 3 }
  return { passes: place % 2 === 0 && turn === place % 3 }
}

// Some judges are strict, some lenient.
const leaning = [0, 1, -3, 2, -1]
const dissenter = { place: 5, judge: 3 }

/**
 * Marks for criteria whose full marks add up to 100, falling from place to place. The third and the fourth
 * work get the same from everybody; one work parts the judges.
 */
export const scoreGiven =
  (criteria: readonly { key: string; full: number }[]): Giving =>
  ({ place, works, judge }) => {
    const like = place === 3 ? 2 : place
    const random = createRandom(`demo/marks/${like}/${judge}`)
    const dissents = place === dissenter.place && judge === dissenter.judge
    const points = 95 - Math.min(2.8, 50 / works) * like + leaning[judge % leaning.length]!
    const marks = criteria.map(({ key, full }) => {
      const own = (points * full) / 100 + random.integer(-1, 1) - (dissents ? full / 4 : 0)
      return { criterion: key, marks: Math.min(Math.max(Math.round(own), 0), full) }
    })
    const note = dissents ? dissent : notes[(like * 5 + judge) % (notes.length * 4)]
    return { marks, ...(note ? { note } : {}) }
  }

const dissent = '主题与本次活动关联不够，处理较为刻意。'
const notes = [
  '主题鲜明，人物精神面貌好。',
  '立意好，表现略显平淡。',
  '贴近一线职工，真实感人。',
  '完成度高，细节还可打磨。',
]
