import { beijingTime } from '../../../domain/beijing-time.ts'
import type { Endpoint, PayloadRequest } from 'payload'
import writeExcelFile from 'write-excel-file/node'
import { runIn } from '../../../database/run-in.ts'
import { inTransaction } from '../../../database/sql.ts'
import { noteJudging } from '../../../database/judging/log.ts'
import { readCorrectionsBy } from '../../../database/judging/ranking/corrections.ts'
import { lockedRanking } from '../../../database/judging/ranking/locks.ts'
import { words } from '../../../domain/words.ts'
import { bodyOf } from '../../../hooks/entry-request.ts'
import { refusal } from '../../../hooks/refuse.ts'
import { findRound, roundRequest } from '../round-request.ts'
import { page, workbook } from './answers.ts'
import { changesOf } from './changes.ts'
import { explainedRound } from './explained.ts'
import { explanationPage } from './explanation-page.ts'
import { rankingRequest } from './may-see.ts'
import { rankingSheets } from './ranking-sheets.ts'
import { countedOf, standingOf } from './standing.ts'
import { triedOptions, triedRound } from './try-rules.ts'
import { rankingView } from './view.ts'
import { workNames } from './work-names.ts'

/**
 * The ranking of a round, on `/api/judging-rounds/{id}`, for province and supervisor, and for hosts of the
 * track once it is locked:
 * `GET /ranking` → `RankingView`; `GET /ranking-file` → a workbook (xlsx);
 * `GET /explanation/{public id}` → `ExplainedRound` with this one work; `GET /explanation/{public id}/page`
 * and `GET /explanations` → pages for the printer.
 * `POST /what-if` `{ …options of the form, "weights"?: { criterion: n } }`, for province and supervisor →
 * `{ changes: NamedChange[], works, undecided, findings }` against what is locked, or stands. Nothing is changed by it.
 */
export const rankingEndpoints: Endpoint[] = [
  {
    path: '/:id/ranking',
    method: 'get',
    handler: async (req) => {
      const { round, person } = await rankingRequest(req)
      return Response.json(await rankingView(req, round, person))
    },
  },
  { path: '/:id/ranking-file', method: 'get', handler: rankingFile },
  {
    path: '/:id/explanation/:entry',
    method: 'get',
    handler: async (req) => Response.json(await explainedOne(req)),
  },
  {
    path: '/:id/explanation/:entry/page',
    method: 'get',
    handler: async (req) => page(explanationPage(await explainedOne(req), beijingTime(new Date()))),
  },
  {
    path: '/:id/explanations',
    method: 'get',
    handler: async (req) => {
      const { round } = await rankingRequest(req)
      const explained = await explainedRound(req, round)
      return page(explanationPage(explained!, beijingTime(round.now)))
    },
  },
  { path: '/:id/what-if', method: 'post', handler: whatIf },
]

async function explainedOne(req: PayloadRequest) {
  const { round } = await rankingRequest(req)
  const explained = await explainedRound(req, round, String(req.routeParams?.entry ?? ''))
  if (explained) return explained
  const message = words('本轮没有这件作品', 'The round has no such work')
  throw refusal(404, message, { code: 'not-found' })
}

async function rankingFile(req: PayloadRequest): Promise<Response> {
  const { round, person } = await rankingRequest(req)
  const lock = await lockedRanking(runIn(req), round.id)
  const standing = lock ? null : await standingOf(req, round)
  const sheets = rankingSheets(lock ? countedOf(lock) : standing!, {
    names: await workNames(req, round),
    // Hosts read what was corrected and why, the names of the staff are for those who answer for it.
    correctedBy: person.role === 'editor' ? [] : await readCorrectionsBy(runIn(req), round.id),
    ...{ title: round.title, track: round.track.title, at: beijingTime(round.now) },
    state: lock ? `已锁定，第 ${lock.version} 版` : '尚未锁定，仅供核对',
    sha256: lock?.sha256 ?? standing!.sha256,
  })
  const book = await writeExcelFile(sheets).toBuffer()
  await inTransaction(req, () =>
    noteJudging(runIn(req), {
      ...{ round: round.id, by: person.id, action: 'export' },
      detail: { what: 'ranking', version: lock?.version ?? null },
    }),
  )
  return workbook(new Uint8Array(book), `ranking-${round.id}.xlsx`)
}

async function whatIf(req: PayloadRequest): Promise<Response> {
  const { id } = roundRequest(req, ['province', 'supervisor'])
  const body = await bodyOf(req, [...triedOptions])
  const round = await findRound(req, id)
  const standing = await standingOf(req, round)
  const tried = triedRound(round, body)
  const other = await standingOf(req, tried)
  if (other.vote === 'open' || other.vote === 'unsealed') {
    const message = words('网络投票尚未结束，票数未定', 'The vote is not over: no totals yet')
    throw refusal(409, message, { code: 'vote-open' })
  }
  const lock = await lockedRanking(runIn(req), id)
  const before = lock ? countedOf(lock) : standing
  return Response.json({
    changes: changesOf(before, other, await workNames(req, round)),
    works: other.locked.works.length,
    undecided: other.judged.undecided.length,
    findings: tried.findings.map(({ message }) => message),
  })
}
