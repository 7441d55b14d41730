import type { MediaRefusal } from './refusals.ts'

/** One picture or frame as 64 bits, a signed integer as text; `frame` counts from 0. */
export type Print = { frame: number; hash: string }

/** What is made of a file for the public. */
export type RenditionName = '720p' | '1080p' | 'poster' | 'audio' | 'waveform'

/** A file that a task has written, by its path in the task's folder. */
export type MadeFile = {
  name: RenditionName
  path: string
  mimeType: string
  bytes: number
  width: number | null
  height: number | null
  durationSeconds: number | null
}

/** What a look at a file found; facts are for staff and for the rules, and hold no place. */
export type Examined = {
  mimeType: string
  durationSeconds: number | null
  /** As people see it: turned upright, with square pixels. */
  width: number | null
  height: number | null
  facts: Record<string, unknown>
}

/** What has been made of a file. */
export type Made = Pick<Examined, 'durationSeconds' | 'width' | 'height' | 'facts'> & {
  files: MadeFile[]
  prints: Print[]
}

/** Every task of the sandbox answers with what it found, or with why it would not. */
export type Outcome<Found> = { found: Found } | { refusal: MediaRefusal }

/** A task is given a file, what it is said to be, and an empty folder to write into. */
export type MediaInput = { path: string; mimeType: string; folder: string }
