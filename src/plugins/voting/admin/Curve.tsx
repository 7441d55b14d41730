'use client'
import { curvePath } from './curve-path.ts'
import './voting.scss'

type Props = { counts: readonly number[]; label: string; ends: readonly [string, string] }

/** Numbers over time as one line over its area; stretches to any width, read out as its label. */
export function Curve({ counts, label, ends }: Props) {
  const { line, area } = curvePath(counts)
  return (
    <figure style={{ margin: 0 }}>
      <svg
        aria-label={label}
        className="curve"
        preserveAspectRatio="none"
        role="img"
        viewBox="0 0 100 100"
      >
        <line className="curve__base" x1="0" x2="100" y1="100" y2="100" />
        <path className="curve__area" d={area} />
        <path className="curve__line" d={line} />
      </svg>
      <figcaption className="curve-axis">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  )
}
