'use client'
import type { WorkMedia } from '../api-types.ts'
import { useScreenWords } from '../use-words.ts'
import { Film } from './Film.tsx'
import { Picture } from './Picture.tsx'

export type Turns = { zoom: number; play: number }

type Props = {
  medium: WorkMedia
  work: string
  /** Judge, round and work: what is remembered is theirs. */
  memory: string
  isActive: boolean
  turns: Turns
}

/** One file of a work, as its kind wants to be seen. Its name tells nothing: the number of the work does. */
export function Medium({ medium, work, memory, isActive, turns }: Props) {
  const { say } = useScreenWords()
  const { place, type, url, preview, width, height, mimeType } = medium
  if (type === 'image') {
    return (
      <Picture
        label={say('picture', { number: work, place })}
        preview={preview}
        size={width && height ? { width, height } : null}
        url={url}
        isActive={isActive}
        zoomTurn={turns.zoom}
      />
    )
  }
  if (type === 'document') {
    return (
      <p className="judging-document">
        <a className="judging-button" href={url} rel="noreferrer" target="_blank">
          {say('document', { type: mimeType.split('/').at(-1)!.toUpperCase() })}
        </a>
      </p>
    )
  }
  return (
    <Film
      isActive={isActive}
      label={say(type === 'video' ? 'film' : 'sound', { number: work })}
      medium={medium}
      memory={`${memory}/${place}`}
      playTurn={turns.play}
    />
  )
}
