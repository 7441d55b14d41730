import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = {
  to: string[]
  from: string
  raw: string
  subject: string
  messageId: string
  text: string
}

/** What it answers to one mail: takes it, or an SMTP code at `RCPT TO` or after the text. */
export type Verdict = { at: 'rcpt' | 'data'; code: number } | 'take' | 'silence'

export type PostOffice = {
  url: string
  mails: ReceivedMail[]
  /** Decides over each; takes all unless given. */
  decide: (judge: (to: string) => Verdict) => void
  close: () => Promise<void>
}

/** A mail server on this machine that keeps what it gets. */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  const mails: ReceivedMail[] = []
  let judge: (to: string) => Verdict = () => 'take'
  const failure = (code: number) => Object.assign(new Error('not today'), { responseCode: code })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const verdict = judge(address)
      done(typeof verdict === 'object' && verdict.at === 'rcpt' ? failure(verdict.code) : null)
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        const verdict = judge(to[0] ?? '')
        if (typeof verdict === 'object') return done(failure(verdict.code))
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        mails.push(readMail(Buffer.concat(chunks).toString('utf8'), { to, from }))
        // With `silence` the mail is in, and the sender never hears of it.
        if (verdict === 'take') done(null)
      })
    },
  })
  const connections = new Set<Socket>()
  server.server.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: at } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${at}`,
    mails,
    decide: (next) => void (judge = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        connections.forEach((one) => one.destroy())
      }),
  }
}

function readMail(raw: string, envelope: { to: string[]; from: string }): ReceivedMail {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const isBase64 = /base64/i.test(header('Content-Transfer-Encoding'))
  const body = raw.slice(at + 4)
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : unquoted(body)
  return {
    ...envelope,
    raw,
    subject: words(header('Subject')),
    messageId: header('Message-ID'),
    text,
  }
}

// RFC 2047, as far as nodemailer writes it.
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : unquoted(coded.replace(/_/g, ' ')),
    )
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
