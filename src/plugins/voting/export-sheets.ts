import { beijingTime } from '../../domain/beijing-time.ts'
import type { PayloadRequest } from 'payload'
import type { Row, Sheet } from 'write-excel-file/node'
import { runIn } from '../../database/run-in.ts'
import { query, sql } from '../../database/sql.ts'
import { totalsOf } from '../../database/voting/tallies.ts'
import { voidClasses, type VoidClass } from '../../domain/voting/ledger.ts'
import { describePolicy } from '../../domain/voting/policy.ts'
import { shownState, shownStateWords } from '../../domain/voting/rounds.ts'
import { voidClassWords } from '../../domain/voting/void-words.ts'
import { curvesOf } from './live-curves.ts'
import { refusalsOf, voidsOf } from './live-desk.ts'
import { databaseClock, policyOf, stateOf, type Round } from './read-round.ts'

type Cell = string | number | null
type SheetOf = Sheet<Buffer>

/** Every total of a round as sheets of a workbook; for those who see all of them at any time. */
export async function totalsSheets(req: PayloadRequest, round: Round): Promise<SheetOf[]> {
  const now = await databaseClock(req)
  const policy = policyOf(round)
  const all = { show: 'all', changesAt: null } as const
  const totals = await totalsOf(runIn(req), round.id, all)
  const works = await query<Work>(
    req,
    sql`select c.number, c.entry, s.card ->> 'title' as title, s.card -> 'track' ->> 'title' as track,
        s.card -> 'unit' ->> 'name' as unit, c.away_since is not null as away
      from ballot_candidates c left join showcase_entries s on s.id = c.entry
      where c.round_id = ${round.id} order by c.number`,
  )
  const rows = works
    .map((work) => ({ ...work, counts: totals.get(work.number) }))
    .sort((a, b) => (b.counts?.total ?? 0) - (a.counts?.total ?? 0) || a.number - b.number)
  const { days } = await curvesOf(req, round.id, all, now)
  const state = shownStateWords[shownState(stateOf(round), policy.window, now)].zh
  return [
    sheet('说明', null, [
      ['名称', round.title],
      ['标识', round.slug],
      ['状态', state],
      ['统计时间（北京时间）', beijingTime(now)],
      ...describePolicy(policy).map(({ zh }, index): Cell[] => [index === 0 ? '规则' : '', zh]),
    ]),
    sheet(
      '各作品',
      ['编号', '作品', '子项目', '单位', '有效票', '收到', '作废', ...classNames, '状态'],
      rows.map(({ entry, title, track, unit, counts, away }): Cell[] => [
        ...[entry, title, track, unit, counts?.total ?? 0, counts?.votes ?? 0],
        counts?.voided ?? 0,
        ...voidClasses.map((name) => counts?.voidedBy[name] ?? 0),
        away ? '已下架' : '',
      ]),
    ),
    sheet(
      '每日',
      ['日期', '收到的票'],
      days.map(({ day, count }) => [day, count]),
    ),
    sheet('被拒', ['原因', '代码', '次数'], counted(await refusalsOf(req, round.id))),
    sheet('作废', ['类别', '代码', '票数'], counted(await voidsOf(req, round.id))),
  ]
}

type Work = {
  number: number
  entry: string
  title: string | null
  track: string | null
  unit: string | null
  away: boolean
}

const classNames = voidClasses.map((name: VoidClass) => `作废：${voidClassWords[name].zh}`)

const counted = (rows: Awaited<ReturnType<typeof refusalsOf>>): Cell[][] =>
  rows.map(({ words, code, count }) => [words.zh, code, count])

// Texts are written as texts whatever they begin with: a title is never a formula.
function sheet(name: string, head: string[] | null, rows: Cell[][]): SheetOf {
  const top: Row[] = head
    ? [head.map((value) => ({ value, type: String, fontWeight: 'bold' }))]
    : []
  const data = rows.map((row): Row =>
    row.map((value) => {
      if (typeof value === 'number') return { value, type: Number }
      return { value: value ?? '', type: String }
    }),
  )
  const columns = Math.max(0, ...[...top, ...data].map(({ length }) => length))
  return {
    ...{ sheet: name, data: [...top, ...data] },
    columns: Array.from({ length: columns }, (_, index) => ({ width: index === 1 ? 36 : 20 })),
    ...(head ? { stickyRowsCount: 1 } : {}),
  }
}
