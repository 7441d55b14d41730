import { totalOf, voidClasses, type Tally } from '../../src/domain/voting/ledger.ts'
import type { FileAudit } from '../../src/database/voting/seal/audit-file.ts'
import type { CheckedReceipt } from '../../src/database/voting/seal/check-receipt.ts'

export type Say = (text: string) => void

const mostFaults = 100

/** Prints what an audit found; true: nothing is wrong. */
export function sayAudit(file: string, audit: FileAudit, say: Say): boolean {
  const { faults, rows, heads, keptBack, start } = audit
  say(file)
  if (audit.areKeysFromFile) {
    say(
      '!! 未指定公钥：签名只按文件自带的公钥核对，请用 --key 指定从别处得到的公钥。\n!! No key was given: signatures are checked under the keys that the file itself names. Give one that you have from elsewhere by --key.',
    )
  }
  say(`公钥 keys: ${audit.keys.join(', ') || '—'}`)
  if (keptBack > 0) {
    say(
      `本文件只含轮次 ${start?.round ?? ''}：另有 ${keptBack} 行只给出哈希，其内容无从核对；某行是否确属其他轮次，须以完整账本核对。\nThis file is of one round: of ${keptBack} more rows it has the hashes alone. Whether all of those are of other rounds, only the whole ledger shows.`,
    )
  }
  sayTotals(audit.tally, say)
  for (const { code, words } of faults.slice(0, mostFaults)) {
    say(`✗ ${code}  ${words.zh} / ${words.en}`)
  }
  if (faults.length > mostFaults) say(`✗ … ${faults.length - mostFaults}`)
  const counts = `${rows} 行 rows, ${heads} 个封存头 heads`
  if (faults.length === 0) say(`✓ 账本完好，与封存一致：${counts}。The ledger is what was sealed.`)
  else say(`✗ 账本有 ${faults.length} 处不符：${counts}。The ledger is not what was sealed.`)
  return faults.length === 0
}

function sayTotals(tally: Tally, say: Say): void {
  for (const [round, entries] of [...tally].sort(byName)) {
    const all = [...entries].sort((a, b) => totalOf(b[1]) - totalOf(a[1]) || byName(a, b))
    const sum = all.reduce((total, [, own]) => total + totalOf(own), 0)
    say(`\n轮次 round ${round}: ${sum}`)
    for (const [entry, own] of all) {
      const voided = voidClasses.filter((one) => own.voided[one] > 0)
      const taken = voided.map((one) => `${one} ${own.voided[one]}`).join(', ')
      const more = taken && `  (${own.votes} 票 votes，作废 void: ${taken})`
      say(`${String(totalOf(own)).padStart(10)}  ${entry}${more}`)
    }
  }
  say('')
}

const byName = (a: [string, unknown], b: [string, unknown]) => (a[0] < b[0] ? -1 : 1)

/** Prints what a receipt proves; true: all of it holds, and something does. */
export function sayReceipt(
  file: string,
  checked: CheckedReceipt | null,
  isKeyMissing: boolean,
  say: Say,
): boolean {
  say(file)
  if (!checked) {
    say('✗ 没有可核对的证明（可能尚未封存） / There is no proof to check: not sealed yet?')
    return false
  }
  const { head, rows, pending } = checked
  for (const { isIn, seq, row } of rows) {
    const what = row
      ? `${row.kind} ${row.round} ${row.entry} ${new Date(row.at).toISOString()}`
      : '?'
    say(`${isIn ? '✓' : '✗'} 第 ${seq} 行 row ${seq}: ${what}`)
  }
  if (pending > 0) say(`… ${pending} 项尚未封存 not sealed yet`)
  const signed = isKeyMissing
    ? '✗ 未指定公钥，请用 --key 给出 / no key was given (--key)'
    : checked.isSigned
      ? '✓ 签名相符 signed'
      : '✗ 签名不符 not signed under the key given'
  say(`封存头 head ${head.number}（${head.size} 行 rows，${head.at}）: ${signed}`)
  return checked.isSigned && rows.length > 0 && rows.every(({ isIn }) => isIn)
}
