import { Mark } from './Mark.tsx'

/** The mark at the head of every page, the way back to the start page. */
export function Icon() {
  return <Mark size={18} />
}
