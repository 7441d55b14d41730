import { words, type Words } from '../../words.ts'
import type { RowRange } from './sequence.ts'

/** What is wrong with a ledger, which rows are meant, and at which head it was seen. */
export type LedgerFault = {
  code: LedgerFaultCode
  /** From one row up to, but without, another; null: no row is at fault. */
  rows: RowRange | null
  head: number | null
  words: Words
}

export const ledgerFaultCodes = [
  'row-unreadable',
  'row-changed',
  'row-moved',
  'row-added',
  'row-stray',
  'rows-missing',
  'rows-changed',
  'rows-unsealed',
  'void-of-nothing',
  'void-twice',
  'head-broken',
  'signature-wrong',
  'head-other',
  'line-unreadable',
  'file-cut',
  'file-changed',
] as const
export type LedgerFaultCode = (typeof ledgerFaultCodes)[number]

export function rowFault(
  code: LedgerFaultCode,
  rows: RowRange,
  head: number | null = null,
): LedgerFault {
  const last = rows.to - 1
  const which =
    rows.from === last
      ? words(`第 ${rows.from} 行`, `Row ${rows.from}`)
      : words(`第 ${rows.from} 至 ${last} 行`, `Rows ${rows.from} to ${last}`)
  const { zh, en } = said[code]
  const at = head === null ? words('', '') : words(`（封存头 ${head}）`, ` (head ${head})`)
  return {
    code,
    rows,
    head,
    words: words(`${which.zh}${zh}${at.zh}`, `${which.en}: ${en}${at.en}`),
  }
}

/** Two faults of a kind whose rows lie behind each other are one; null: these are not. */
export function joinFaults(before: LedgerFault | undefined, next: LedgerFault): LedgerFault | null {
  if (before?.code !== next.code || before.head !== next.head) return null
  if (!before.rows || before.rows.to !== next.rows?.from || !isOfRows(next.code)) return null
  return rowFault(next.code, { from: before.rows.from, to: next.rows.to }, next.head)
}

/** What is wrong with the file that a ledger came in; `line` from 1 on. */
export function fileFault(
  code: 'line-unreadable' | 'file-cut' | 'file-changed',
  line: number | null = null,
  detail = '',
): LedgerFault {
  const { zh, en } = said[code]
  const where =
    line === null ? words('', '') : words(`文件第 ${line} 行`, `Line ${line} of the file `)
  const more = detail && `: ${detail}`
  return {
    ...{ code, rows: null, head: null },
    words: words(`${where.zh}${zh}${more}`, `${where.en}${en}${more}`),
  }
}

const isOfRows = (code: LedgerFaultCode) => code.startsWith('row-') || code === 'rows-missing'

export function headFault(
  code: 'head-broken' | 'signature-wrong' | 'head-other',
  head: number,
  detail = '',
) {
  const { zh, en } = said[code]
  const more = detail && `: ${detail}`
  return {
    ...{ code, rows: null, head },
    words: words(`封存头 ${head} ${zh}${more}`, `Head ${head} ${en}${more}`),
  }
}

const said: Record<LedgerFaultCode, Words> = {
  'row-unreadable': words('无法读取', 'cannot be read'),
  'row-changed': words('被改动', 'changed since it was sealed'),
  'row-moved': words('位置被调换', 'not in its place'),
  'row-added': words('重复出现', 'there more than once'),
  'row-stray': words('之前有从未封存的选票', 'a vote stands before it that was never sealed'),
  'rows-missing': words('缺失', 'missing'),
  'rows-changed': words('与封存的内容不符', 'not what was sealed'),
  'rows-unsealed': words('尚未封存', 'not sealed yet'),
  'void-of-nothing': words('作废了不存在的选票', 'makes void a vote that is not there'),
  'void-twice': words('重复作废同一选票', 'makes a vote void that is void already'),
  'head-broken': words('与前一个不相接', 'does not follow from the one before'),
  'signature-wrong': words('签名不符', 'is signed wrongly'),
  'head-other': words('与另行保存的不同', 'is another one than was kept elsewhere'),
  'line-unreadable': words('无法读取', 'cannot be read'),
  'file-cut': words('文件不完整：结尾缺失', 'The file has no end: it was cut off'),
  'file-changed': words('文件在写出后被改动', 'The file was changed since it was written'),
}
