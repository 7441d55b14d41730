/**
 * Short clips: a camera that moves over drawn scenes, with a melody.
 *
 * `makeVideo({ seed, seconds, stills })` → an MP4 (H.264 and AAC, 1280×720, 15 pictures a second).
 */
import { encode } from './encoding.ts'
import { samplesOf } from './sound.ts'

/**
 * @param stills JPEGs, at best 1600×720 or larger; shown one after the other for equal times
 * @returns an MP4 of some 100 kB a second
 */
export async function makeVideo({
  seed,
  seconds,
  stills,
}: {
  seed: string
  seconds: number
  stills: Buffer[]
}): Promise<Buffer> {
  return encode({ samples: samplesOf({ seed, seconds: seconds + 0.1 }), stills, seconds })
}
