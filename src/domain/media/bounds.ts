/** What a file may be at most before anything is done with it. Limits of works are rules of their tracks. */
export const mediaBounds = {
  /** Of a picture and of a film, in pixels. */
  shortestSide: 16,
  /** H.264 knows no larger picture at its usual levels. */
  longestFilmSide: 8192,
  filmPixels: 8192 * 4320,
  filmSeconds: 10 * 3600,
  pdfPages: 500,
  docxEntries: 2_000,
  docxBytes: 200 * 1024 ** 2,
  /** Unpacked to packed, an entry; text packs some 10 to 1, a bomb 1,000 to 1. */
  docxRatio: 100,
} as const

/**
 * Which reader of FFmpeg is used for a type. Named, never guessed: a guess may find a playlist, and a
 * playlist opens other files and addresses.
 */
export const demuxerOf: Readonly<Record<string, string>> = {
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/x-m4v': 'mov',
  'video/webm': 'matroska',
  'audio/mp4': 'mov',
  'audio/x-m4a': 'mov',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/aac': 'aac',
}
