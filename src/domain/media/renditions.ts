import type { Size } from './display.ts'

export type FilmCopyName = '720p' | '1080p'

export type FilmCopy = Size & { name: FilmCopyName }

const even = (value: number): number => Math.max(2, Math.round(value / 2) * 2)

/**
 * The copies that are made of a film: 720p always, 1080p beside it where the film has as much. The
 * number is the short side's; nothing is made larger than it was, and sides are even, as H.264's
 * colours want.
 */
export function filmCopies({ width, height }: Size): FilmCopy[] {
  const short = Math.min(width, height)
  const sized = (name: FilmCopyName, side: number): FilmCopy => {
    const share = Math.min(1, side / short)
    return { name, width: even(width * share), height: even(height * share) }
  }
  return short >= 1080 ? [sized('1080p', 1080), sized('720p', 720)] : [sized('720p', 720)]
}

/** The size in which a still of a film is kept: at most `longest` on its longer side. */
export function posterSize({ width, height }: Size, longest = 1280): Size {
  const share = Math.min(1, longest / Math.max(width, height))
  return { width: even(width * share), height: even(height * share) }
}

/** More pictures a second than this are dropped: no screen of a phone shows them. */
export const mostFramesASecond = 60

/** Loudness of what is published, as the platforms of short videos ask: integrated, in LUFS. */
export const loudness = { integrated: -16, truePeak: -1.5, range: 11 } as const

export const soundBitRate = 128_000
export const soundSampleRate = 48_000
