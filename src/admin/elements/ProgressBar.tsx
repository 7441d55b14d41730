import './house-bar.scss'

type Props = {
  /** 0 to 1; null: how far it is nobody knows yet. */
  share: number | null
  label: string
}

/** How far something is. */
export function ProgressBar({ share, label }: Props) {
  const percent = share === null ? undefined : Math.round(share * 100)
  return (
    <span
      aria-label={label}
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={percent}
      className={`house-bar ${share === null ? 'house-bar--unknown' : ''}`}
      role="progressbar"
    >
      <i style={{ width: `${percent ?? 30}%` }} />
    </span>
  )
}
