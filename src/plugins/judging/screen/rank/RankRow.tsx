'use client'
import { useDraggableSortable } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import type { WorkItem } from '../api-types.ts'
import { Icon } from '../Icon.tsx'
import { useScreenWords } from '../use-words.ts'

type Props = {
  item: WorkItem
  place: number
  isEqual: boolean
  isFirst: boolean
  isLast: boolean
  isAtHand: boolean
  isFixed: boolean
  onTake: () => void
  onMove: (by: -1 | 1) => void
  onTie: () => void
}

/** One work in the order: dragged by its handle, moved by its buttons or by Alt and arrows. */
export function RankRow(props: Props) {
  const { item, place, isEqual, isFirst, isLast, isAtHand, isFixed } = props
  const { onTake, onMove, onTie } = props
  const { say } = useScreenWords()
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } =
    useDraggableSortable({ id: item.work, disabled: isFixed })
  const choose = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAtHand) choose.current?.scrollIntoView({ block: 'nearest' })
  }, [isAtHand, place])
  return (
    <li
      className={`judging-rank__row ${isAtHand ? 'judging-rank__row--at-hand' : ''} ${isDragging ? 'judging-rank__row--dragged' : ''}`}
      data-work={item.work}
      ref={setNodeRef}
      style={{ transform, transition }}
    >
      <button
        {...attributes}
        {...listeners}
        aria-label={`${say('drag')} ${item.work}`}
        className="judging-rank__grip"
        disabled={isFixed}
        type="button"
      >
        <Icon name="grip" />
      </button>
      <b className="judging-rank__place">
        {place}
        {isEqual && <small>=</small>}
      </b>
      <button
        aria-current={isAtHand}
        aria-label={`${say('rankPlace', { place })} ${say('number', { number: item.work })} ${item.title}`}
        className="judging-rank__work"
        onClick={onTake}
        ref={choose}
        type="button"
      >
        <span>{say('number', { number: item.work })}</span>
        {item.title}
      </button>
      {isAtHand && !isFixed && (
        <span className="judging-rank__tools">
          <Tool disabled={isFirst} icon="up" label={say('up')} onClick={() => onMove(-1)} />
          <Tool disabled={isLast} icon="down" label={say('down')} onClick={() => onMove(1)} />
          <Tool
            disabled={isFirst && !isEqual}
            icon="tie"
            label={say(isEqual ? 'untie' : 'tie')}
            onClick={onTie}
          />
        </span>
      )}
    </li>
  )
}

type ToolProps = {
  icon: 'up' | 'down' | 'tie'
  label: string
  disabled: boolean
  onClick: () => void
}

function Tool({ icon, label, disabled, onClick }: ToolProps) {
  return (
    <button
      aria-label={label}
      className="judging-button judging-button--icon"
      disabled={disabled}
      onClick={onClick}
      title={label}
      type="button"
    >
      <Icon name={icon} />
    </button>
  )
}
