import { randomUUID } from 'node:crypto'
import type { Crowd, Person, PlannedBallot } from './crowds.ts'
import { solve, type Answered, type Api } from './voters.ts'

/** What became of a crowd’s ballots. */
export type Played = {
  ballots: number
  /** Ballots that were taken; those that were answered again with the same receipt are no second ones. */
  letIn: number
  replayed: number
  /** Ballots that had to do a proof of work, and those that did it. */
  challenged: number
  solved: number
  refused: Record<string, number>
  /** Requests that got no answer. */
  unanswered: number
}

export type Sessions = Map<Person, string>

export const nothingPlayed = (): Played => ({
  ...{ ballots: 0, letIn: 0, replayed: 0, challenged: 0, solved: 0, refused: {}, unanswered: 0 },
})

/** Brings everybody in, some at a time. @throws when a person is not let in */
export async function enterAll(api: Api, people: readonly Person[]): Promise<Sessions> {
  const sessions: Sessions = new Map()
  const waiting = [...people]
  const bring = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      const entered = await api.enter(person)
      if (!('session' in entered)) throw new Error(`Nobody is let in: ${JSON.stringify(entered)}`)
      sessions.set(person, entered.session)
    }
  }
  await Promise.all(Array.from({ length: 8 }, bring))
  return sessions
}

/** Plays all crowds at once; a planned minute takes `1 / speed` of one. */
export async function playAll(
  api: Api,
  crowds: readonly Crowd[],
  sessions: Sessions,
  { speed = 1, onBallot = () => undefined }: { speed?: number; onBallot?: () => void } = {},
): Promise<Map<Crowd, Played>> {
  const played = new Map(crowds.map((crowd) => [crowd, nothingPlayed()]))
  const plan = crowds
    .flatMap((crowd) => crowd.ballots.map((ballot) => ({ crowd, ballot })))
    .sort((a, b) => a.ballot.at - b.ballot.at)
  const begun = performance.now()
  const underway: Promise<void>[] = []
  for (const { crowd, ballot } of plan) {
    const wait = begun + ballot.at / speed - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const session = sessions.get(ballot.person)!
    const one = sendBallot(api, session, ballot, crowd.isHonest, played.get(crowd)!)
    underway.push(one.then(onBallot))
  }
  await Promise.all(underway)
  return played
}

async function sendBallot(
  api: Api,
  session: string,
  { person, works, manner }: PlannedBallot,
  solves: boolean,
  into: Played,
): Promise<void> {
  into.ballots += 1
  const key = manner === 'plain' ? undefined : randomUUID()
  const send = (signal?: AbortSignal, proof?: string) =>
    api.cast(person, session, { entries: works, key, proof }, signal)
  let answers: Answered[]
  if (manner === 'double') answers = await Promise.all([send(), send()])
  else if (manner === 'patchy') answers = [await untilAnswered(send, into)]
  else answers = [await send()]
  const challenge = answers.find((answer) => answer.kind === 'challenge')
  if (challenge) {
    into.challenged += 1
    if (!solves) return
    const proof = await solve(challenge.challenge)
    answers = [await send(undefined, proof ?? '')]
    if (answers[0]!.kind === 'taken') into.solved += 1
  }
  for (const answer of answers) note(answer, into)
  const taken = answers.filter((answer) => answer.kind === 'taken')
  into.letIn += new Set(taken.map(({ receipt }) => receipt)).size
}

function note(answer: Answered, into: Played): void {
  if (answer.kind === 'taken' && answer.replayed) into.replayed += 1
  if (answer.kind === 'network') into.unanswered += 1
  if (answer.kind === 'refused') into.refused[answer.code] = (into.refused[answer.code] ?? 0) + 1
}

// The line breaks once or twice before an answer is there.
async function untilAnswered(
  send: (signal?: AbortSignal) => Promise<Answered>,
  into: Played,
): Promise<Answered> {
  for (const patience of [2, 10]) {
    const answer = await send(AbortSignal.timeout(patience))
    if (answer.kind !== 'network') return answer
    into.unanswered += 1
  }
  return send()
}
