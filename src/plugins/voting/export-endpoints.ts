import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import type { Endpoint, PayloadRequest } from 'payload'
import writeExcelFile from 'write-excel-file/node'
import { inTransaction } from '../../database/sql.ts'
import { ledgerFile, ledgerKeys } from '../../database/voting/seal.ts'
import { environment } from '../../environment.ts'
import { refusal } from '../../hooks/refuse.ts'
import { totalsSheets } from './export-sheets.ts'
import { noteRound, stateOf, type Round } from './read-round.ts'
import { readRound, roundRequest } from './round-request.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * For the province and the supervisor, who see every total at any time; each export is noted:
 * `GET /api/vote-rounds/{id}/totals` → a workbook (xlsx);
 * `GET /api/vote-rounds/{id}/ledger` → the ledger with this round's rows, JSON lines, gzip: what
 * `npm run ledger:verify` checks.
 */
export const exportEndpoints: Endpoint[] = [
  {
    path: '/:id/totals',
    method: 'get',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province', 'supervisor'])
      const round = await opened(req, id)
      const sheets = await totalsSheets(req, round)
      const book = await writeExcelFile(sheets).toBuffer()
      await inTransaction(req, () =>
        noteRound(req, { round: id, by: person.id, action: 'export', detail: { what: 'totals' } }),
      )
      return file(new Uint8Array(book), xlsx, `${round.slug}.xlsx`)
    },
  },
  {
    path: '/:id/ledger',
    method: 'get',
    handler: async (req) => {
      const { id, person } = roundRequest(req, ['province', 'supervisor'])
      const round = await opened(req, id)
      await inTransaction(req, () =>
        noteRound(req, { round: id, by: person.id, action: 'export', detail: { what: 'ledger' } }),
      )
      const stream = ledgerOf(round.slug).pipe(createGzip({ level: 4 }))
      const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>
      return file(body, 'application/gzip', `${round.slug}.ledger.jsonl.gz`)
    },
  },
]

async function opened(req: PayloadRequest, id: number): Promise<Round> {
  const round = await readRound(req, id)
  if (stateOf(round) !== 'draft') return round
  const words = { zh: '投票尚未开放，没有可导出的内容', en: 'Not open yet: nothing to export' }
  throw refusal(409, words, { code: 'wrong-state', state: 'draft' })
}

// On a connection of its own: a slow reader must not hold one that others wait for.
function ledgerOf(slug: string): Readable {
  async function* pieces() {
    const client = new pg.Client({
      ...{ connectionString: environment().databaseUrl, application_name: 'campaign-ledger' },
    })
    await client.connect()
    try {
      const keys = ledgerKeys(environment().fieldKey)
      yield* ledgerFile({ client, keys, round: slug })
    } finally {
      await client.end()
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}

function file(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
