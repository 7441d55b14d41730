'use client'
import type { ScreenRound } from '../api-types.ts'
import { Sheet } from '../Sheet.tsx'
import type { ScreenKey } from '../texts.ts'
import { useScreenWords } from '../use-words.ts'

type Row = [keys: string[], text: ScreenKey]

const ofKind: Record<ScreenRound['kind'], Row[]> = {
  score: [
    [['0–9', '.'], 'keyMarks'],
    [['Enter'], 'keyEnter'],
    [['Shift + Enter'], 'keyBack'],
    [['↑', '↓'], 'keyStep'],
  ],
  qualify: [
    [['Y'], 'keyYes'],
    [['N'], 'keyNo'],
  ],
  rank: [[['Alt + ↑', 'Alt + ↓'], 'keyMove']],
}
const ofAll: Row[] = [
  [['←', '→'], 'keyWorks'],
  [['S'], 'keySkip'],
  [['U', 'Ctrl + Z'], 'keyUndo'],
  [['Z'], 'keyZoom'],
  [['␣'], 'keyPlay'],
  [['G'], 'keyOverview'],
  [['D'], 'keyStanding'],
  [['/'], 'keyHelp'],
]

/** What the keys do in a round of this kind. */
export function Help({ kind, onClose }: { kind: ScreenRound['kind']; onClose: () => void }) {
  const { say } = useScreenWords()
  return (
    <Sheet onClose={onClose} title={say('help')}>
      <dl className="judging-keys">
        {[...ofKind[kind], ...ofAll].map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
      <p className="judging-sheet__hint">{say('swipeHint')}</p>
    </Sheet>
  )
}
