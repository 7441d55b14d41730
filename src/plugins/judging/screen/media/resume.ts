import type { Store } from '../session/keep.ts'

/** Where a film is gone on with: not in its first seconds, not at its very end. */
export function resumeAt(kept: number | null, length: number): number {
  if (kept === null || !Number.isFinite(kept) || kept < 3) return 0
  return kept > length - 3 ? 0 : kept
}

/** `m:ss` of so many seconds. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** What is remembered of a film: where it was left. Nothing is where nothing can be kept. */
export function memoryOf(store: Store | null, key: string) {
  const name = `judging-film/${key}`
  return {
    read(): number | null {
      const text = store?.getItem(name)
      return text == null ? null : Number(text)
    },
    write(seconds: number): void {
      try {
        store?.setItem(name, String(Math.round(seconds)))
      } catch {
        // A film that begins anew harms nobody.
      }
    },
  }
}
