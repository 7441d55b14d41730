import { Writable } from 'node:stream'
import { pino, type Logger } from 'pino'
import { scrub } from './scrub.ts'

/**
 * The process's one log: JSON lines, whatever writes them (the door, Payload, Next). Every line is
 * scrubbed on its way out, because errors of libraries quote what they were given.
 *
 * @param out where lines go; standard output unless a test listens
 */
export function createLog(
  level: string,
  out: { write: (line: string) => unknown } = process.stdout,
) {
  const lines = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      out.write(scrub(line))
      done()
    },
  })
  return pino({ level, base: null, serializers: { err: errorInWords, error: errorInWords } }, lines)
}

export type Log = Logger

type Told = { type: string; message: string; code?: unknown; stack?: string; cause?: Told }

// No enumerable extras: drizzle hangs the query's parameters on the error, Payload the whole document.
function errorInWords(error: unknown, depth = 0): Told | unknown {
  if (!(error instanceof Error)) return typeof error === 'object' ? undefined : error
  const { name, message, stack, cause } = error
  return {
    type: name,
    message: withoutParameters(message),
    code: (error as { code?: unknown }).code,
    stack: stack && stack.replace(message, withoutParameters(message)),
    cause: cause && depth < 3 ? errorInWords(cause, depth + 1) : undefined,
  }
}

function withoutParameters(message: string): string {
  const start = message.search(/\nparams:|\bparams: \[/)
  return start < 0 ? message : `${message.slice(0, start)}\nparams: …`
}
