import type { Made, MediaInput, Examined, Outcome } from '../domain/media/made.ts'
import { examine, type ExamineInput } from './examine.ts'
import { makeFilm } from './film.ts'
import { makePicture } from './picture.ts'
import { outcomeOf } from './refuse.ts'
import { makeSound } from './sound.ts'
import type { Task } from './task.ts'

/** All that the child process can do with a file. Each answers with what it found or why it refuses. */
export const tasks = {
  examine: (input) => outcomeOf(() => examine(input)),
  picture: (input) => outcomeOf(() => makePicture(input)),
  film: (input, progress) => outcomeOf(() => makeFilm(input, steadily(progress))),
  sound: (input, progress) => outcomeOf(() => makeSound(input, steadily(progress))),
} satisfies {
  examine: Task<ExamineInput, Outcome<Examined>>
  picture: Task<MediaInput, Outcome<Made>>
  film: Task<MediaInput, Outcome<Made>>
  sound: Task<MediaInput, Outcome<Made>>
}

/** Tells of every hundredth once, not of every picture. */
function steadily(progress: (share: number) => void): (share: number) => void {
  let last = -1
  return (share) => {
    const hundredths = Math.floor(share * 100)
    if (hundredths <= last) return
    last = hundredths
    progress(hundredths / 100)
  }
}
