'use client'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { isDoubleTap, type Point } from '../rules/swipe.ts'
import { fitted, panned, toggled, whole, zoomed, type Size, type View } from '../rules/zoom.ts'
import { useScreenWords } from '../use-words.ts'
import { useTurn } from './use-turn.ts'

type Props = {
  url: string
  preview: string | null
  label: string
  /** Pixels of the picture, where they are known. */
  size: Size | null
  /** Changes when somebody asks by key or button to zoom in or out. */
  zoomTurn: number
  isActive: boolean
}

type Spot = { x: number; y: number }

/** A picture that fills its frame; wheel, pinch and double tap go closer, dragging moves it. */
export function Picture({ url, preview, label, size, zoomTurn, isActive }: Props) {
  const { say } = useScreenWords()
  const frame = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<View>(whole)
  const [natural, setNatural] = useState<Size | null>(size)
  const [isSharp, setSharp] = useState(false)
  const [failed, setFailed] = useState(false)
  const fingers = useRef(new Map<number, Spot>())
  const lastTap = useRef<Point | null>(null)

  const sizes = (): [Size, Size] => {
    const box = frame.current!.getBoundingClientRect()
    return [box, fitted(natural ?? box, box)]
  }
  const spot = ({ clientX, clientY }: { clientX: number; clientY: number }): Spot => {
    const box = frame.current!.getBoundingClientRect()
    return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 }
  }
  const scale = (factor: number, at: Spot) => setView((now) => zoomed(now, factor, at, ...sizes()))
  const toggle = (at: Spot) => setView((now) => toggled(now, at, ...sizes()))

  useTurn(zoomTurn, isActive, () => toggle({ x: 0, y: 0 }))

  // React's own wheel listener may not keep the page from scrolling.
  useEffect(() => {
    const box = frame.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      scale(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018)), spot(event))
    }
    box?.addEventListener('wheel', onWheel, { passive: false })
    return () => box?.removeEventListener('wheel', onWheel)
  })

  const onPointerDown = (event: PointerEvent) => {
    fingers.current.set(event.pointerId, spot(event))
    if (view.scale > 1 || fingers.current.size > 1) {
      frame.current?.setPointerCapture(event.pointerId)
    }
  }
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const after = spot(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, after)
    if (other) {
      const apart = (one: Spot) => Math.hypot(one.x - other.x, one.y - other.y)
      const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 }
      scale(apart(after) / Math.max(1, apart(before)), middle)
      return
    }
    const by = { x: after.x - before.x, y: after.y - before.y }
    setView((now) => (now.scale > 1 ? panned(now, by, ...sizes()) : now))
  }
  const onPointerUp = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId)
    if (event.pointerType === 'mouse') return
    const tap = { ...spot(event), at: event.timeStamp }
    if (isDoubleTap(lastTap.current, tap)) toggle(tap)
    lastTap.current = tap
  }

  const { scale: by, x, y } = view
  const isClose = by > 1
  // The large file is fetched once somebody wants to see more than fits.
  const source = preview && !isClose && !isSharp ? preview : url
  return (
    <div
      className={`judging-picture ${isClose ? 'judging-picture--close' : ''}`}
      data-zoomed={isClose}
      onDoubleClick={(event) => toggle(spot(event))}
      onPointerCancel={(event) => fingers.current.delete(event.pointerId)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      ref={frame}
      title={say('zoomHint')}
    >
      {/* Judges’ files are answered to one person only: no image optimiser may keep them. */}
      <img
        alt={label}
        draggable={false}
        onError={() => setFailed(true)}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight, currentSrc } }) => {
          setFailed(false)
          if (!size) setNatural({ width: naturalWidth, height: naturalHeight })
          if (currentSrc.endsWith(url)) setSharp(true)
        }}
        src={source}
        style={{ transform: `translate(${x}px, ${y}px) scale(${by})` }}
      />
      {failed && <p className="judging-media__failed">{say('mediaFailed')}</p>}
    </div>
  )
}
