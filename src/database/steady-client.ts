import pg from 'pg'

/**
 * A connection that may break at any moment, also between two statements of a transaction: without a
 * listener Node ends the process for it. Whoever uses it next hears of it from that statement.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}
