import { settleNotice, type ClaimedNotice } from '../database/notices/queue.ts'
import { templatesNow, textOf } from '../database/notices/templates.ts'
import type { RunIn } from '../database/run-in.ts'
import { nextTryAfter } from '../domain/results/notices.ts'
import type { Mailer } from './mailer.ts'

/** @returns false when the post office is away: the next one would fare no better */
export async function sendMail(
  run: RunIn,
  notice: ClaimedNotice,
  mailer: Mailer,
): Promise<boolean> {
  const { id, email, attempts } = notice
  if (!email) {
    await settleNotice(run, notice, {
      state: 'dead',
      error: 'account switched off',
    })
    return true
  }
  const text = await textNow(run, notice)
  if (!text) return true
  const answer = await mailer.send({ id, to: email, subject: text.subject, text: text.body })
  if (answer.state === 'sent') {
    await settleNotice(run, notice, { state: 'sent', ...text })
    return true
  }
  const error = answer.why
  if (answer.state === 'away') {
    await settleNotice(run, notice, { state: 'waiting', error, seconds: 30, uncounted: true })
    return false
  }
  const seconds = answer.state === 'later' ? nextTryAfter('mail', attempts, Math.random()) : null
  await settleNotice(
    run,
    notice,
    seconds === null ? { state: 'dead', error } : { state: 'waiting', error, seconds },
  )
  return true
}

/** What a notice says: as it was released, or by what holds now. One that cannot be made is dead. */
export async function textNow(run: RunIn, notice: ClaimedNotice) {
  const { subject, body } = notice
  if (subject !== null && body !== null) return { subject, body }
  try {
    return textOf(notice, await templatesNow(run))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    await settleNotice(run, notice, { state: 'dead', error: error.message })
    return null
  }
}
