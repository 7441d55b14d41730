import nodemailer from 'nodemailer'

export type Mail = { id: string; to: string; subject: string; text: string }

/**
 * What became of a mail. `refused`: this one, for good (5xx); `away`: the post office itself, nothing is
 * known of the mail; `later`: not now (4xx).
 */
export type MailAnswer = { state: 'sent' } | { state: 'refused' | 'away' | 'later'; why: string }

export type Mailer = { send: (mail: Mail) => Promise<MailAnswer>; close: () => void }

/**
 * Sends mails through `smtpUrl`. The Message-ID follows from the notice, so that one that was sent twice,
 * by a crash between the server's yes and our note of it, can be known for one.
 *
 * @param host the part of the sender's address and the Message-ID behind the @
 */
export function openMailer({ smtpUrl, host }: { smtpUrl: string; host: string }): Mailer {
  const transport = nodemailer.createTransport({
    ...{ url: smtpUrl, pool: true, maxConnections: 1 },
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const from = { name: '江苏工会好网民活动', address: `no-reply@${host}` }
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          // An object: a comma in an address makes no second one.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<notice.${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { state: 'sent' }
      } catch (error) {
        return answerOf(error)
      }
    },
    close: () => transport.close(),
  }
}

type SmtpError = { code?: string; command?: string; responseCode?: number; message?: string }

function answerOf(error: unknown): MailAnswer {
  const { code = '', command = '', responseCode = 0, message = '' } = error as SmtpError
  const why = message.slice(0, 300) || code
  // Before the receiver is named, a refusal is about us: the log-in, the sender's address.
  const isAboutUs = !['RCPT TO', 'DATA'].includes(command)
  const isBadMail = responseCode === 0 && ['EENVELOPE', 'EMESSAGE'].includes(code)
  if (isBadMail) return { state: 'refused', why }
  if (responseCode === 0 || responseCode === 421 || isAboutUs) return { state: 'away', why }
  return { state: responseCode >= 500 ? 'refused' : 'later', why }
}
