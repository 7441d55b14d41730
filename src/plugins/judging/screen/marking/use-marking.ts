'use client'
import { useEffect, useState } from 'react'
import type { Turns } from '../media/Medium.tsx'
import { missing } from '../rules/content.ts'
import type { Command } from '../rules/keys.ts'
import { stepped } from '../rules/typing.ts'
import { nextToDo } from '../rules/walk.ts'
import { contentAt, stateAt } from '../session/desk.ts'
import type { RoundSession, Snapshot } from '../session/session.ts'
import type { SheetName } from './Bar.tsx'
import { whyFixed } from './fixed.ts'
import { useTyping } from './use-typing.ts'

type Options = { session: RoundSession; shot: Snapshot; onSheet: (sheet: SheetName) => void }

/** What a judge does to the work at hand, by key, thumb or button: all of it comes through `run`. */
export function useMarking({ session, shot, onSheet }: Options) {
  const { round, at: work } = shot
  const typing = useTyping(work, session.setMark)
  const [taken, setTaken] = useState<{ work: string | null; key: string } | null>(null)
  const [turns, setTurns] = useState<Turns>({ zoom: 0, play: 0 })
  const { criteria } = round
  // A work is begun with the first criterion that has no mark.
  const content = work === null ? null : contentAt(shot, work)
  const first = (content && missing(round, content)[0]) ?? criteria[0]?.key
  const isLoaded = content !== null
  useEffect(() => {
    if (isLoaded && first) setTaken((now) => (now?.work === work ? now : { work, key: first }))
    // Only when another work comes to hand: marks that are set do not move it on.
  }, [work, isLoaded])
  const key = taken?.work === work ? taken.key : first
  const atHand = criteria.find((one) => one.key === key) ?? null
  const mark = (atHand && content?.marks[atHand.key]) ?? null

  const take = (next: string) => {
    if (next !== key) typing.end()
    setTaken({ work, key: next })
  }
  const isFixed = () => {
    const now = session.snapshot()
    const item = now.items.find((one) => one.work === work)
    const detail = now.details.get(work ?? '')
    return !item || !detail || whyFixed(round, item, detail) !== null
  }
  // On to the next work that is still to be done; where none is, to all of them and the handing in.
  const onward = () => {
    const now = session.snapshot()
    const next = nextToDo(now.items, work, (item) => stateAt(now, item))
    if (next === null) onSheet('overview')
    else session.go(next)
  }
  const confirm = () => {
    typing.end()
    const index = criteria.findIndex((one) => one.key === key)
    const next = criteria[index + 1]
    if (next) return take(next.key)
    const given = work === null ? null : contentAt(session.snapshot(), work)
    const left = given && !isFixed() ? missing(round, given)[0] : undefined
    if (left) take(left)
    else onward()
  }
  const toggle = () => {
    if (work !== null && !isFixed()) session.toggleSkip(work)
  }
  const undo = () => {
    if (typing.drop()) return
    const was = session.undo()
    if (was?.criterion) setTaken({ work: was.work, key: was.criterion })
  }
  const run = (command: Command) => {
    if (work === null) return
    const canMark = atHand !== null && content !== null && !isFixed()
    switch (command.do) {
      case 'type':
        return canMark && typing.type(command.sign, atHand, mark)
      case 'step': {
        if (!canMark) return
        typing.end()
        const now = contentAt(session.snapshot(), work)?.marks[atHand.key] ?? null
        return session.setMark(work, atHand.key, stepped(now, command.by, atHand.full))
      }
      case 'pass': {
        if (content === null || isFixed()) return
        session.setPasses(work, command.passes)
        return onward()
      }
      case 'confirm':
        return round.kind === 'score' ? confirm() : onward()
      case 'back': {
        const before = criteria[criteria.findIndex((one) => one.key === key) - 1]
        return before && take(before.key)
      }
      case 'next':
      case 'previous':
        typing.end()
        return session[command.do]()
      case 'skip':
        typing.end()
        return toggle()
      case 'undo':
        return undo()
      case 'zoom':
      case 'play': {
        const which = command.do
        return setTurns((now) => ({ ...now, [which]: now[which] + 1 }))
      }
      case 'help':
      case 'overview':
      case 'standing':
        typing.end()
        return onSheet(command.do)
      default:
        return
    }
  }
  return { typing, atHand, take, run, turns }
}
