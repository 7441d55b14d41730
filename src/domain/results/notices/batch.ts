import { refusal, type Refusal } from '../../refusal.ts'
import { words } from '../../words.ts'

export type SendQuestion = {
  /** How many messages belong together: one change of state, one person's doing. */
  size: number
  /** Who released it; null: nobody. */
  releasedBy: string | number | null
  /** The size that was released: what came in later was not looked at. */
  releasedSize: number | null
  isStopped: boolean
}

/** May a batch go out now? One message goes by itself; more wait for a person who looked at them. */
export function decideSend({
  size,
  releasedBy,
  releasedSize,
  isStopped,
}: SendQuestion): { send: true } | { send: false; refusal: Refusal } {
  const no = (code: string, zh: string, en: string) => ({
    send: false as const,
    refusal: refusal(409, code, words(zh, en)),
  })
  if (isStopped) return no('batch-stopped', '该批通知已停止', 'The batch was stopped')
  if (size < 1) return no('batch-empty', '没有通知', 'There is nothing to send')
  if (size === 1) return { send: true }
  if (releasedBy === null) {
    return no(
      'batch-not-released',
      `共 ${size} 封，须人工放行`,
      `${size} messages wait for release`,
    )
  }
  if (releasedSize !== size) {
    return no(
      'batch-changed',
      `放行时 ${releasedSize} 封，现有 ${size} 封，请重新放行`,
      `${releasedSize} messages were released, there are ${size} now; release them again`,
    )
  }
  return { send: true }
}
