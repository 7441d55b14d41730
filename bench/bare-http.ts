/**
 * What the machine itself gives: bare node:http. `constant` answers the bytes of the file in `BODY`;
 * `pg` answers the rows of the statement in `STATEMENT`, one prepared query a request, joined to the
 * same JSON that the public API answers.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'

const type = { 'content-type': 'application/json; charset=utf-8' }
const body = process.env.BODY ? readFileSync(process.env.BODY) : Buffer.alloc(0)
const text = process.env.STATEMENT ?? ''
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const server = createServer((request, response) => {
  if (request.url === '/readyz' || process.argv[2] === 'constant') {
    response.writeHead(200, { ...type, 'content-length': body.length })
    response.end(body)
    return
  }
  void pool.query<{ card: string }>({ name: 'list', text }).then(
    ({ rows }) => {
      const answer = `{"data":[${rows.map(({ card }) => card).join(',')}],"page":{"next":null}}`
      response.writeHead(200, { ...type, 'content-length': Buffer.byteLength(answer) })
      response.end(answer)
    },
    () => response.writeHead(500).end(),
  )
})
server.listen(Number(process.env.PORT), '127.0.0.1')
process.once('SIGTERM', () => process.exit(0))
