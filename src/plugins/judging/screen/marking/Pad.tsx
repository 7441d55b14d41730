'use client'
import { Icon } from '../Icon.tsx'
import type { Command } from '../rules/keys.ts'
import { useScreenWords } from '../use-words.ts'

const signs = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

type Props = { run: (command: Command) => void; isLast: boolean; isFixed: boolean }

/** Digits for a thumb: the same commands as the keys of a keyboard. */
export function Pad({ run, isLast, isFixed }: Props) {
  const { say } = useScreenWords()
  const digit = (sign: string) => (
    <button
      disabled={isFixed}
      key={sign}
      onClick={() => run({ do: 'type', sign })}
      tabIndex={-1}
      type="button"
    >
      {sign}
    </button>
  )
  return (
    <div aria-label={say('pad')} className="judging-pad" role="group">
      {signs.map(digit)}
      {digit('.')}
      <button
        aria-label={say('erase')}
        disabled={isFixed}
        onClick={() => run({ do: 'type', sign: 'Backspace' })}
        tabIndex={-1}
        type="button"
      >
        <Icon name="erase" size={24} />
      </button>
      <button
        className="judging-pad__on"
        onClick={() => run({ do: 'confirm' })}
        tabIndex={-1}
        type="button"
      >
        <Icon name="check" />
        {say(isLast ? 'confirmLast' : 'confirm')}
      </button>
    </div>
  )
}
