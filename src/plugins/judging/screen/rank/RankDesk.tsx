'use client'
import { DraggableSortable } from '@payloadcms/ui'
import { useState } from 'react'
import { beijingTime } from '../../../../domain/beijing-time.ts'
import { inOneLanguage } from '../../../../admin/elements/send.ts'
import { Bar, type SheetName } from '../marking/Bar.tsx'
import { Help } from '../marking/Help.tsx'
import { Recused } from '../marking/Recused.tsx'
import { useKeys } from '../marking/use-keys.ts'
import { WorkHead } from '../marking/WorkHead.tsx'
import { Stage } from '../media/Stage.tsx'
import type { DeskProps } from '../RoundDesk.tsx'
import type { Command } from '../rules/keys.ts'
import { moved, placed, placesOf, tied } from '../rules/order.ts'
import type { OrderSession, OrderSnapshot } from '../session/order-session.ts'
import type { RoundSession, Snapshot } from '../session/session.ts'
import { useScreenWords } from '../use-words.ts'
import { RankRow } from './RankRow.tsx'
import { useOrder } from './use-order.ts'

type Props = DeskProps & { session: RoundSession; shot: Snapshot }

/** A round that ranks: the finalists in the judge's own order, the work at hand beside it. */
export function RankDesk({ session, shot, judge, talk, loginAt, onLeave }: Props) {
  const { say } = useScreenWords()
  const { round, items, at, details } = shot
  const [orders, now] = useOrder({ round, judge: judge.id, items, talk })
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [turns, setTurns] = useState({ zoom: 0, play: 0 })
  const { order } = now
  const isFixed = isOver(shot, now)
  const flat = order.flat()
  const beside = (by: -1 | 1) => session.go(flat[flat.indexOf(at ?? '') + by] ?? null)
  const move = (work: string, by: -1 | 1) => !isFixed && orders.arrange(moved(order, work, by))
  const run = (command: Command) => {
    switch (command.do) {
      case 'move':
        return at !== null && move(at, command.by)
      case 'next':
        return beside(1)
      case 'previous':
        return beside(-1)
      case 'undo':
        return orders.undo()
      case 'zoom':
      case 'play': {
        const which = command.do
        return setTurns((turn) => ({ ...turn, [which]: turn[which] + 1 }))
      }
      case 'help':
        return setSheet('help')
      default:
        return
    }
  }
  useKeys('rank', run)
  const item = items.find(({ work }) => work === at) ?? items[0]!
  const detail = details.get(item.work)
  const places = placesOf(order)
  return (
    <div className="judging judging--round">
      <Bar
        canUndo={now.canUndo}
        loginAt={loginAt}
        onLeave={onLeave}
        onSheet={setSheet}
        onUndo={orders.undo}
        session={session}
        shot={asSaved(shot, now)}
      />
      <main className="judging-desk">
        <div className="judging-desk__work">
          {detail ? (
            <Stage
              detail={detail}
              isActive
              key={detail.work}
              memory={`${judge.id}/${round.id}`}
              onSwipe={(to) => run({ do: to })}
              turns={turns}
            />
          ) : (
            <p className="judging-desk__loading">{say('loading')}</p>
          )}
        </div>
        <section aria-label={say('kind_rank')} className="judging-panel">
          <WorkHead detail={detail} item={item} key={item.work} />
          <OrderState now={now} orders={orders} />
          <p className="judging-rank__lead">{say('rankLead')}</p>
          <DraggableSortable
            ids={flat}
            onDragEnd={({ moveFromIndex, moveToIndex }) => {
              const work = flat[moveFromIndex]
              if (work) orders.arrange(dropped(order, work, moveFromIndex, moveToIndex))
            }}
          >
            <ol className="judging-rank">
              {flat.map((work, index) => (
                <RankRow
                  isAtHand={work === item.work}
                  isEqual={order.find((group) => group.includes(work))!.length > 1}
                  isFirst={index === 0}
                  isFixed={isFixed}
                  isLast={index === flat.length - 1}
                  item={items.find((one) => one.work === work)!}
                  key={work}
                  onMove={(by) => move(work, by)}
                  onTake={() => session.go(work)}
                  onTie={() => orders.arrange(tied(order, work))}
                  place={places.get(work)!}
                />
              ))}
            </ol>
          </DraggableSortable>
          {!isFixed && (
            <button
              className="judging-button judging-button--main"
              disabled={now.waiting?.handIn === true}
              id="judging-hand-in-order"
              onClick={orders.handIn}
              type="button"
            >
              {say('handInOrder')}
            </button>
          )}
          {!isFixed && (
            <button
              className="judging-button"
              onClick={() => session.recuse(item.work)}
              type="button"
            >
              {say('recuse')}
            </button>
          )}
        </section>
      </main>
      <Recused session={session} shot={shot} />
      {sheet === 'help' && <Help kind="rank" onClose={() => setSheet(null)} />}
    </div>
  )
}

// Dropped on a work it takes that work's place, and that one's group follows.
function dropped(order: string[][], work: string, from: number, to: number): string[][] {
  const flat = order.flat()
  const others = flat.filter((one) => one !== work)
  const target = others[to]
  const left = order.map((group) => group.filter((one) => one !== work)).filter((g) => g.length > 0)
  const at = target === undefined ? left.length : left.findIndex((group) => group.includes(target))
  return from === to ? order : placed(order, work, at)
}

function isOver({ round }: Snapshot, { stands }: OrderSnapshot): boolean {
  if (round.state !== 'open') return true
  return round.scoresShown === 'after-own' && (stands?.handedInAt ?? null) !== null
}

// The bar shows of an order what it shows of marks: it is one more thing that waits or is saved.
function asSaved(shot: Snapshot, { waiting, stands, link }: OrderSnapshot): Snapshot {
  const savedAt = stands?.savedAt ?? shot.savedAt
  const idle = shot.link === 'idle' ? link : shot.link
  if (!waiting || waiting.stopped) return { ...shot, savedAt, link: idle }
  const { base, changedAt } = waiting
  const order = {
    ...{ work: 'order', content: null, handIn: false, tried: null, skip: null, recuse: null },
    ...{ base, changedAt, stopped: null },
  }
  return { ...shot, savedAt, link: idle, waiting: new Map([...shot.waiting, ['order', order]]) }
}

function OrderState({
  now: { waiting, stands },
  orders,
}: {
  now: OrderSnapshot
  orders: OrderSession
}) {
  const { say, language } = useScreenWords()
  const stopped = waiting?.stopped
  if (stopped) {
    const theirs = stopped.stands
    return (
      <div className="judging-stopped" role="alert">
        <strong>{theirs ? say('conflict') : say('refused')}</strong>
        {theirs && <p>{theirs.order.map((group) => group.join(' = ')).join(' › ')}</p>}
        {!theirs && <p>{inOneLanguage(stopped.message, language)}</p>}
        <div>
          <button
            className="judging-button judging-button--main"
            onClick={() => orders.settle('here')}
            type="button"
          >
            {say(theirs ? 'keepHere' : 'again')}
          </button>
          <button className="judging-button" onClick={() => orders.settle('there')} type="button">
            {say(theirs ? 'keepThere' : 'drop')}
          </button>
        </div>
      </div>
    )
  }
  const at = stands?.handedInAt
  if (!at) return null
  return <p className="judging-panel__fixed">{say('orderIn', { at: beijingTime(at) })}</p>
}
