'use client'
import { useRef, useState, type PointerEvent } from 'react'
import type { WorkDetail } from '../api-types.ts'
import { swipeOf, type Point } from '../rules/swipe.ts'
import { Medium, type Turns } from './Medium.tsx'
import { Reading } from './Reading.tsx'

type Props = {
  detail: WorkDetail
  memory: string
  /** Those beside the work at hand are there already, unseen, so that their files are loaded. */
  isActive: boolean
  turns: Turns
  onSwipe?: (to: 'next' | 'previous') => void
}

/** The work itself, as large as there is room. */
export function Stage({ detail, memory, isActive, turns, onSwipe }: Props) {
  const [place, setPlace] = useState(0)
  const { media, text, work } = detail
  const isRead = text !== null || media.length === 0
  const shown = media[Math.min(place, media.length - 1)]
  const own = { work, memory: `${memory}/${work}`, turns }
  return (
    <div className="judging-stage" hidden={!isActive} inert={!isActive} {...useSwipe(onSwipe)}>
      {isRead ? (
        <Reading detail={detail}>
          {media.map((medium) => (
            <Medium isActive={isActive} key={medium.place} medium={medium} {...own} />
          ))}
        </Reading>
      ) : (
        shown && <Medium isActive={isActive} key={shown.place} medium={shown} {...own} />
      )}
      {!isRead && media.length > 1 && (
        <div className="judging-stage__places">
          {media.map(({ preview, poster, place: number, type }, index) => (
            <button
              aria-label={`${number}`}
              aria-pressed={index === place}
              key={number}
              onClick={() => setPlace(index)}
              style={
                (preview ?? poster) ? { backgroundImage: `url("${preview ?? poster}")` } : undefined
              }
              type="button"
            >
              {type === 'image' ? '' : number}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

// A stroke over a picture that is seen close moves the picture; one over a player's controls moves the film.
function useSwipe(onSwipe: Props['onSwipe']) {
  const from = useRef<Point | null>(null)
  const fingers = useRef(0)
  if (!onSwipe) return {}
  const point = (event: PointerEvent): Point => ({
    ...{ x: event.clientX, y: event.clientY, at: event.timeStamp },
  })
  const isTaken = ({ target, clientY }: PointerEvent) => {
    const over = target as HTMLElement
    if (over.closest('[data-zoomed="true"], audio, button, a')) return true
    const film = over.closest('video')
    return film !== null && clientY > film.getBoundingClientRect().bottom - 72
  }
  const lift = () => {
    fingers.current = Math.max(0, fingers.current - 1)
  }
  return {
    onPointerDownCapture: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') return
      fingers.current += 1
      from.current = fingers.current === 1 && !isTaken(event) ? point(event) : null
    },
    onPointerUpCapture: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') return
      lift()
      const width = event.currentTarget.getBoundingClientRect().width
      const to = from.current && swipeOf(from.current, point(event), width)
      from.current = null
      if (to) onSwipe(to)
    },
    onPointerCancelCapture: () => {
      lift()
      from.current = null
    },
  }
}
