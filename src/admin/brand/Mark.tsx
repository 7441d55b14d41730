type Props = { size?: number; className?: string }

/**
 * The house's mark: three people's arcs, hand in hand, that close into a net around one light. Drawn
 * for this product; it borrows no emblem.
 */
export function Mark({ size = 24, className }: Props) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      height={size}
      viewBox="0 0 48 48"
      width={size}
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect fill="#c8102e" height="48" rx="11" width="48" />
      <g stroke="#fff" strokeLinecap="round" strokeWidth="3.4">
        <path d="M10 31c2.6-7 7.4-10.6 14-10.6S35.4 24 38 31" />
        <path d="M15.6 37.4c1.8-5 4.6-7.6 8.4-7.6s6.6 2.6 8.4 7.6" />
        <path d="M8 22.600c4-7.4 9.4-11 16-11s12 3.6 16 11" opacity=".55" />
      </g>
      <circle cx="24" cy="37.6" fill="#ffd166" r="3.2" />
    </svg>
  )
}
