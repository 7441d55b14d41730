'use client'
import { Icon } from '../Icon.tsx'
import { useScreenWords } from '../use-words.ts'

type Props = { passes: boolean | null; isFixed: boolean; onChoose: (passes: boolean) => void }

/** Yes or no, by two large buttons or by the keys y and n. */
export function YesNo({ passes, isFixed, onChoose }: Props) {
  const { say } = useScreenWords()
  return (
    <div className="judging-yes-no">
      {[true, false].map((one) => (
        <button
          aria-pressed={passes === one}
          className={`judging-yes-no__${one ? 'yes' : 'no'}`}
          disabled={isFixed}
          key={String(one)}
          onClick={() => onChoose(one)}
          type="button"
        >
          <Icon name={one ? 'check' : 'cross'} size={24} />
          {say(one ? 'passes' : 'fails')}
          <kbd>{one ? 'Y' : 'N'}</kbd>
        </button>
      ))}
    </div>
  )
}
