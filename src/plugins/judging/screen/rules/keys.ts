/** What a key does on the judging screen. */
export type Command =
  | { do: 'type'; sign: string }
  | { do: 'confirm' | 'back' | 'next' | 'previous' | 'skip' | 'undo' }
  | { do: 'help' | 'overview' | 'standing' | 'close' }
  | { do: 'zoom' | 'play' }
  | { do: 'step'; by: number }
  | { do: 'pass'; passes: boolean }
  | { do: 'move'; by: -1 | 1 }

export type Key = {
  key: string
  code: string
  shift: boolean
  /** Control or Command. */
  control: boolean
  alt: boolean
}

const single: Record<string, Command> = {
  ArrowLeft: { do: 'previous' },
  ArrowRight: { do: 'next' },
  Backspace: { do: 'type', sign: 'Backspace' },
  Escape: { do: 'close' },
  ' ': { do: 'play' },
  s: { do: 'skip' },
  u: { do: 'undo' },
  g: { do: 'overview' },
  d: { do: 'standing' },
  z: { do: 'zoom' },
  '/': { do: 'help' },
  '?': { do: 'help' },
}

/** The command of a key in a round of this kind; null: the key is the browser's. */
export function commandOf(pressed: Key, kind: 'qualify' | 'score' | 'rank'): Command | null {
  const { control, alt, shift } = pressed
  const key = plainKey(pressed)
  if (control) return !alt && !shift && key === 'z' ? { do: 'undo' } : null
  if (alt) return kind === 'rank' ? moves(key) : null
  if (key === 'Enter') return { do: shift ? 'back' : 'confirm' }
  if (kind === 'qualify' && key === 'y') return { do: 'pass', passes: true }
  if (kind === 'qualify' && key === 'n') return { do: 'pass', passes: false }
  if (kind === 'score') {
    if (/^[0-9.]$/.test(key)) return { do: 'type', sign: key }
    const by = shift ? 0.5 : 1
    if (key === 'ArrowUp') return { do: 'step', by }
    if (key === 'ArrowDown') return { do: 'step', by: -by }
  }
  if (key === 'Backspace' && kind !== 'score') return null
  return single[key] ?? null
}

function moves(key: string): Command | null {
  if (key === 'ArrowUp') return { do: 'move', by: -1 }
  return key === 'ArrowDown' ? { do: 'move', by: 1 } : null
}

// An input method for Chinese swallows what was pressed; where the key lies still tells. A full-width
// point is a point.
function plainKey({ key, code }: Key): string {
  if (key === '。' || key === '．' || key === '、') return key === '、' ? '/' : '.'
  if (key === '？') return '?'
  if (key === 'Process' || key === 'Unidentified') {
    const lies = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)
    return lies ? lies[1]!.toLowerCase() : code
  }
  const wide = key.length === 1 ? key.normalize('NFKC') : key
  return wide.length === 1 ? wide.toLowerCase() : wide
}
