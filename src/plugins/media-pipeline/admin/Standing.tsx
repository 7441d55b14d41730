'use client'
import { ProgressBar } from '../../../admin/elements/ProgressBar.tsx'
import { inOneLanguage } from '../../../admin/elements/send.ts'
import type { FileLook } from '../file-look.ts'
import { useMediaWords } from './use-media-words.ts'
import './processing.scss'

export type HowFar = Pick<FileLook, 'processing' | 'progress' | 'problem'>

/** Whether a file is being worked on, or will be: what is shown of it will change by itself. */
export const isUnfinished = ({ processing }: Pick<HowFar, 'processing'>): boolean =>
  processing === 'waiting' || processing === 'working'

/** How far a file is in words, with a shape of its own, and a bar while it is worked on. */
export function Standing({ processing, progress, problem }: HowFar) {
  const { say, language } = useMediaWords()
  const why = problem ? inOneLanguage(problem, language) : ''
  const percent = Math.round((progress ?? 0) * 100)
  const words = {
    waiting: () => say('waiting'),
    working: () => (percent > 0 ? say('workingAt', { percent }) : say('working')),
    done: () => say('done'),
    failed: () => (why ? say('failedBecause', { why }) : say('failed')),
  }
  const state = Object.hasOwn(words, processing ?? '') ? (processing as keyof typeof words) : 'none'
  const text = state === 'none' ? say('none') : words[state]()
  return (
    <span className={`standing standing--${state}`} title={state === 'failed' ? text : undefined}>
      <span className="standing__words">{text}</span>
      {state === 'working' && <ProgressBar label={text} share={percent > 0 ? progress : null} />}
    </span>
  )
}
