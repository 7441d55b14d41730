import cluster from 'node:cluster'
import { Writable } from 'node:stream'
import { pino, type LogFn, type Logger } from 'pino'
import { scrub } from './scrub.ts'

/**
 * The process's one log: JSON lines, whatever writes them (the door, Payload, Next). Every line is
 * scrubbed on its way out, because errors of libraries quote what they were given.
 *
 * @param out where lines go; standard output unless a test listens
 */
export function createLog(level: string, out: Out = standardOutput): Log {
  const lines = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      out.write(scrub(line))
      done()
    },
  })
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error) => errorInWords(error), error: (error) => errorInWords(error) },
      hooks: { logMethod: sayWhatTheErrorSays },
    },
    lines,
  )
  return Object.assign(logger, { line: (text: string) => void out.write(scrub(text)) })
}

/** `line` writes a line of JSON as it is, scrubbed: for what is written at every request. */
export type Log = Logger & { line: (text: string) => void }

type Out = { write: (line: string) => unknown }

// A crowd writes thousands of lines a second: what one turn of the loop says goes out as one piece.
const standardOutput: Out = {
  write(line) {
    if (waiting === '') setImmediate(flush)
    waiting += line
  },
}
let waiting = ''

function flush(): void {
  const text = waiting
  waiting = ''
  if (!cluster.isWorker) return void (text !== '' && process.stdout.write(text))
  for (const piece of inPieces(text)) process.stdout.write(piece)
}

/** As much as a pipe takes in one piece (PIPE_BUF), in bytes: what is longer may be torn apart by others. */
const atOnce = 4_096

/** Whole lines, as many at a time as several processes may write into one pipe. A longer line stands alone. */
export function* inPieces(text: string): Generator<string> {
  let [from, to, size] = [0, 0, 0]
  while (to < text.length) {
    const end = text.indexOf('\n', to) + 1 || text.length
    const more = Buffer.byteLength(text.slice(to, end))
    if (size > 0 && size + more > atOnce) {
      yield text.slice(from, to)
      ;[from, size] = [to, 0]
    }
    ;[to, size] = [end, size + more]
  }
  if (to > from) yield text.slice(from)
}
process.on('exit', flush)

type Told = { type: string; message: string; code?: unknown; stack?: string; cause?: Told }

// An error without a message of its own lends it: in the words the serializer allows, not in its own.
function sayWhatTheErrorSays(
  this: Logger,
  said: Parameters<LogFn>,
  method: (...said: Parameters<LogFn>) => void,
): void {
  const [first, message] = said as [unknown, unknown]
  const err = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
  if (err instanceof Error && (message === undefined || message === err.message)) {
    const rest = first instanceof Error ? { err } : (first as object)
    return method.apply(this, [rest, withoutValues(err.message)] as never)
  }
  return method.apply(this, said)
}

// No enumerable extras: drizzle hangs the query's parameters on the error, Payload the whole document.
function errorInWords(error: unknown, depth = 0): Told | unknown {
  if (!(error instanceof Error)) return typeof error === 'object' ? undefined : error
  const { name, message, stack, cause } = error
  const told = withoutValues(message)
  return {
    type: name,
    message: told,
    code: (error as { code?: unknown }).code,
    stack: stack?.replace(message, () => told),
    cause: cause && depth < 3 ? errorInWords(cause, depth + 1) : undefined,
  }
}

// What libraries quote in a message: drizzle a query's parameters, JSON.parse the text it choked on.
function withoutValues(message: string): string {
  if (/JSON/.test(message) && /token|Expected|Unexpected|Unterminated/.test(message)) {
    return 'invalid JSON'
  }
  const start = message.search(/\nparams:|\bparams: \[/)
  return start < 0 ? message : `${message.slice(0, start)}\nparams: …`
}
