import type { CollectionBeforeChangeHook } from 'payload'
import { query, sql } from '../../../database/sql.ts'
import { readCaseQuery, voidClasses, type CaseQuery } from '../../../domain/voting/cases.ts'
import { idOf } from '../../../fields/id-of.ts'
import { refusal } from '../../../hooks/refuse.ts'

/**
 * Checks what a case is about before it is written, and forgets what was counted for another question.
 * Once it is proposed it changes no more: its access says so, and its row is locked before that is asked.
 */
export const guardCase: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const known = (name: string): unknown => data[name] ?? originalDoc?.[name]
  if (!(voidClasses as readonly unknown[]).includes(known('class'))) {
    const words = {
      zh: `类别应为 ${voidClasses.join('、')} 之一`,
      en: `The class is one of ${voidClasses.join(', ')}`,
    }
    throw refusal(400, words, { code: 'bad-class', path: 'class' })
  }
  const round = idOf(known('round'))
  const asked = await readQueryOf(known('query'), round, async (text) => query(req, text))
  const before =
    operation === 'update' ? JSON.stringify([idOf(originalDoc?.round), originalDoc?.query]) : ''
  const isSame = before === JSON.stringify([round, asked])
  return { ...data, query: asked, ...(isSame ? {} : { votes: null, sample: null }) }
}

/**
 * The query of a case, in its one form.
 *
 * @throws 400 with findings
 */
async function readQueryOf(
  given: unknown,
  round: number | null,
  run: (text: ReturnType<typeof sql>) => Promise<Record<string, unknown>[]>,
): Promise<CaseQuery> {
  const { query: asked, findings } = readCaseQuery(given)
  if (!asked) {
    const [{ path, message }] = findings as [(typeof findings)[number]]
    const zh = path ? `查找条件 ${path}：${message.zh}` : `查找条件${message.zh}`
    const en = path ? `The condition ${path} ${message.en}` : `The query ${message.en}`
    throw refusal(400, { zh, en }, { code: 'bad-case-query', path: 'query', findings })
  }
  if (asked.entry === undefined || round === null) return asked
  const found = await run(
    sql`select 1 from ballot_candidates where round_id = ${round} and entry = ${asked.entry}`,
  )
  if (found.length > 0) return asked
  const message = {
    zh: `${asked.entry} 不是本轮候选作品`,
    en: `${asked.entry} does not stand in this round`,
  }
  const findings_ = [{ path: 'entry', message }]
  throw refusal(400, message, { code: 'bad-case-query', path: 'query', findings: findings_ })
}
