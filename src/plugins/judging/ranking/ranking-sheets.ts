import { beijingTime } from '../../../domain/beijing-time.ts'
import type { CorrectionBy } from '../../../database/judging/ranking/corrections.ts'
import type { Row, Sheet } from 'write-excel-file/node'
import { describeAwards } from '../../../domain/judging/awards.ts'
import type { MarkCorrection } from '../../../domain/judging/locked.ts'
import { describeRound } from '../../../domain/judging/rounds.ts'
import { linesOf, lineWords } from './lines.ts'
import type { Counted } from './standing.ts'
import type { WorkName } from './work-names.ts'

type Cell = string | number | null
type SheetOf = Sheet<Buffer>

const leftOutWords = {
  withdrawn: '已撤回或下架',
  'no-marks': '没有评分',
  'below-quorum': '评分人数不足',
}

/**
 * A ranking as sheets of a workbook: what it is of, the ranks, every mark by judge J1, J2 …, who has
 * no rank, and what was corrected, where anything was.
 */
export function rankingSheets(
  { facts, locked }: Counted,
  {
    names,
    correctedBy,
    title,
    track,
    state,
    sha256,
    at,
  }: {
    names: ReadonlyMap<string, WorkName>
    /** Who wrote corrections down, the newest last. */
    correctedBy: readonly CorrectionBy[]
    title: string
    track: string
    state: string
    sha256: string
    at: string
  },
): SheetOf[] {
  const lines = linesOf(locked)
  const nameOf = (entry: string) => names.get(entry) ?? { title: entry, unit: null }
  const byNumber = new Map(facts.works.map(({ entry, number }) => [number, entry]))
  const { criteria } = facts.rules
  const sentences = [
    ...describeRound(facts.rules),
    ...(locked.awardPolicy ? describeAwards(locked.awardPolicy) : []),
  ]
  return [
    sheet('说明', null, [
      ['名称', title],
      ['子项目', track],
      ['状态', state],
      ['SHA-256', sha256],
      ['导出时间（北京时间）', at],
      ...sentences.map(({ zh }, index): Cell[] => [index === 0 ? '规则' : '', zh]),
    ]),
    sheet(
      '名次',
      ['名次', '作品', '编号', '单位', '得分', '评委得分', '网络投票得分', '票数', '分歧', '结果'],
      locked.works.map((work): Cell[] => {
        const { entry, rank, value, judges, vote, votes, disagreement } = work
        const line = lines.get(entry)
        const { title: name, unit } = nameOf(entry)
        return [
          ...[rank, name, entry, unit, value, judges, vote, votes, disagreement],
          line ? lineWords(line, locked.awardPolicy).zh : '',
        ]
      }),
    ),
    sheet(
      '评分',
      ['评委', '作品', '编号', '轮次编号', ...criteria.map(({ name }) => name.zh), '总分'],
      locked.marks.map(({ number, judge, units, marks }): Cell[] => {
        const entry = byNumber.get(number) ?? ''
        return [
          ...[judge, nameOf(entry).title, entry, number],
          ...criteria.map(({ key }) => (marks && key in marks ? marks[key]! / 100 : null)),
          Math.round((units * 1_000_000) / locked.full) / 10_000,
        ]
      }),
    ),
    sheet(
      '未参加排名',
      ['作品', '编号', '单位', '原因'],
      locked.leftOut.map(({ entry, reason }): Cell[] => [
        ...[nameOf(entry).title, entry, nameOf(entry).unit, leftOutWords[reason]],
      ]),
    ),
    ...(locked.corrections
      ? [sheet('更正', correctionHead, locked.corrections.map(correctionRow))]
      : []),
  ]

  function correctionRow({
    number,
    judge,
    criterion,
    was,
    becomes,
    reason,
  }: MarkCorrection): Cell[] {
    const entry = byNumber.get(number) ?? ''
    const found = correctedBy.findLast(
      (one) =>
        one.number === number &&
        one.judge === judge &&
        one.criterion === criterion &&
        one.becomes === becomes &&
        one.reason === reason,
    )
    const told = (value: number) =>
      criterion === null ? (value === 1 ? '通过' : '不通过') : value / 100
    const name = criteria.find(({ key }) => key === criterion)?.name.zh ?? criterion
    return [
      ...[judge, nameOf(entry).title, entry, name, told(was), told(becomes), reason],
      ...(found ? [found.by, beijingTime(new Date(found.at))] : ['', '']),
    ]
  }
}

const correctionHead = [
  ...['评委', '作品', '编号', '评分项', '原评', '更正为', '理由', '更正人', '更正时间（北京时间）'],
]

// Texts are written as texts whatever they begin with: a title is never a formula.
function sheet(name: string, head: string[] | null, rows: Cell[][]): SheetOf {
  const top: Row[] = head
    ? [head.map((value) => ({ value, type: String, fontWeight: 'bold' }))]
    : []
  const data = rows.map((row): Row =>
    row.map((value) =>
      typeof value === 'number' ? { value, type: Number } : { value: value ?? '', type: String },
    ),
  )
  const columns = Math.max(0, ...[...top, ...data].map(({ length }) => length))
  return {
    ...{ sheet: name, data: [...top, ...data] },
    columns: Array.from({ length: columns }, (_, index) => ({ width: index === 1 ? 36 : 16 })),
    ...(head ? { stickyRowsCount: 1 } : {}),
  }
}
