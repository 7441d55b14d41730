'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ScreenRound } from './api-types.ts'
import { RoundDesk } from './RoundDesk.tsx'
import { Rounds } from './Rounds.tsx'
import { talkTo } from './session/talk.ts'
import type { Place } from './rules/place.ts'
import { usePlace } from './use-place.ts'
import { useScreenWords } from './use-words.ts'

export type Judge = { id: number; name: string }

type Props = {
  judge: Judge
  /** Where the API and the admin begin. */
  api: string
  admin: string
  begin: Place
}

/** Where judges work: their rounds, and one round at a time. */
export function Screen({ judge, api, admin, begin }: Props) {
  const { language, say } = useScreenWords()
  const talk = useMemo(() => talkTo(api, language), [api, language])
  const [place, go] = usePlace(begin)
  const [rounds, setRounds] = useState<ScreenRound[] | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    const answer = await talk<{ rounds: ScreenRound[] }>('GET', '/rounds')
    if (answer.kind === 'signed-out') window.location.reload()
    setFailed(answer.kind !== 'ok')
    if (answer.kind === 'ok') setRounds(answer.body.rounds)
  }, [talk])
  const isHome = place.round === null
  useEffect(() => {
    void load()
  }, [load, isHome])

  const round = rounds?.find(({ id }) => id === place.round)
  const home = () => go({ round: null, work: null })
  if (round) {
    return (
      <RoundDesk
        at={place.work}
        judge={judge}
        key={round.id}
        loginAt={`${admin}/login`}
        onLeave={home}
        onWork={(work) => go({ round: round.id, work })}
        round={round}
        talk={talk}
      />
    )
  }
  if (!isHome && rounds) {
    return (
      <main className="judging judging--plain">
        <p>{say('notThere')}</p>
        <button className="judging-button" onClick={home} type="button">
          {say('allRounds')}
        </button>
      </main>
    )
  }
  return (
    <Rounds
      admin={admin}
      failed={failed}
      judge={judge}
      onOpen={(id) => go({ round: id, work: null })}
      onRetry={load}
      rounds={isHome ? rounds : null}
    />
  )
}
