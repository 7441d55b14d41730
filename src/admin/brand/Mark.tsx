type Props = { size?: number; className?: string }

/**
 * The house's mark: the character 工 (worker) whose strokes bend into a globe of the net, one light in
 * its middle. Drawn for this product; it borrows no emblem. `favicon.ts` holds it as text.
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
      <g stroke="#fff" strokeLinecap="round">
        <path
          d="M12.5 15.5c7-4.6 16-4.6 23 0M24 12.4v23.2M10.5 32.5c8 5 19 5 27 0"
          strokeWidth="4"
        />
        <path
          d="M14.5 19c-2.6 4-2.6 7 0 10.4M33.5 19c2.6 4 2.6 7 0 10.4"
          opacity=".6"
          strokeWidth="2.6"
        />
      </g>
      <circle cx="24" cy="24" fill="#ffd166" r="4.2" stroke="#c8102e" strokeWidth="2" />
    </svg>
  )
}
