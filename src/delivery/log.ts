type Write = {
  (message: string): void
  (details: object, message: string): void
}

/** As much of a pino logger as the public API writes to. */
export type DeliveryLog = { info: Write; warn: Write; error: Write }
