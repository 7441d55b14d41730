const paths = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  undo: 'M8 6L4 10l4 4M4 10h10a6 6 0 010 12h-3',
  skip: 'M5 5l8 7-8 7zM18 5v14',
  help: 'M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5a2.5 2.5 0 113.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.2',
  grid: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  chart: 'M5 20V11M12 20V4M19 20v-6',
  zoom: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L21 21M10.5 7.5v6M7.5 10.5h6',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5a7.5 7.5 0 0115 0',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  erase: 'M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5',
  grip: 'M9 5v.1M15 5v.1M9 12v.1M15 12v.1M9 19v.1M15 19v.1',
  tie: 'M5 9h14M5 15h14',
  hidden:
    'M3 3l18 18M10.6 6.2A9.7 9.7 0 0112 6c5 0 8.5 4 9.5 6a14 14 0 01-2.7 3.6M6.6 7.6A14 14 0 002.5 12c1 2 4.5 6 9.5 6 1.5 0 2.9-.4 4.1-1',
} as const

export type IconName = keyof typeof paths

/** A small drawing beside or instead of words; whoever uses it alone names it with `aria-label`. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  const isBold = name === 'grip'
  return (
    <svg
      aria-hidden="true"
      fill="none"
      focusable="false"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={isBold ? 3 : 1.8}
      viewBox="0 0 24 24"
      width={size}
    >
      <path d={paths[name]} />
    </svg>
  )
}
