'use client'
import { useEffect, useRef, useState } from 'react'
import type { WorkMedia } from '../api-types.ts'
import { browserStore } from '../session/keep.ts'
import { useScreenWords } from '../use-words.ts'
import { useTurn } from './use-turn.ts'
import { clock, memoryOf, resumeAt } from './resume.ts'

const speeds = [1, 1.25, 1.5, 2]

type Props = {
  medium: WorkMedia
  label: string
  /** Under which its place is remembered. */
  memory: string
  isActive: boolean
  /** Changes when somebody asks by key to play or to pause. */
  playTurn: number
}

/** A film or a recording: goes on where it was left, as fast as the judge likes. */
export function Film({ medium, label, memory, isActive, playTurn }: Props) {
  const { say } = useScreenWords()
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const [speed, setSpeed] = useState(1)
  const [resumed, setResumed] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const kept = memoryOf(browserStore(), memory)

  useEffect(() => {
    if (!isActive) player.current?.pause()
  }, [isActive])
  useTurn(playTurn, isActive, () => {
    const film = player.current
    // What plays before it is allowed to is no fault of ours.
    if (film?.paused) film.play().catch(() => undefined)
    else film?.pause()
  })
  useEffect(() => {
    if (player.current) player.current.playbackRate = speed
  }, [speed])

  const shared = {
    'aria-label': label,
    controls: true,
    controlsList: 'nodownload',
    onError: () => setFailed(true),
    onLoadedMetadata: () => {
      const film = player.current!
      setFailed(false)
      film.playbackRate = speed
      const at = resumeAt(kept.read(), film.duration)
      if (at > 0 && film.currentTime === 0) {
        film.currentTime = at
        setResumed(at)
      }
    },
    onPause: () => kept.write(player.current!.currentTime),
    onTimeUpdate: () => {
      const { currentTime, paused } = player.current!
      if (!paused && Math.round(currentTime) % 2 === 0) kept.write(currentTime)
    },
    preload: isActive ? 'auto' : 'metadata',
    ref: player,
    src: medium.url,
  } as const
  return (
    <div className={`judging-film judging-film--${medium.type}`}>
      {medium.type === 'video' ? (
        <video {...shared} playsInline poster={medium.poster ?? undefined} />
      ) : (
        <audio {...shared} />
      )}
      <div aria-label={say('speed')} className="judging-film__speeds" role="group">
        {speeds.map((one) => (
          <button
            aria-pressed={one === speed}
            className="judging-button judging-button--small"
            key={one}
            onClick={() => setSpeed(one)}
            type="button"
          >
            {one}×
          </button>
        ))}
        {resumed !== null && <span>{say('resumed', { at: clock(resumed) })}</span>}
        {failed && <span className="judging-media__failed">{say('mediaFailed')}</span>}
      </div>
    </div>
  )
}
