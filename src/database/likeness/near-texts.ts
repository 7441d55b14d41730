import type { PayloadRequest } from 'payload'
import {
  signatureMeasure,
  textMeasure,
  textPrint,
  textSchemes,
  type TextKind,
} from '../../domain/likeness/text-print.ts'
import { query, sql } from '../sql.ts'
import type { Work } from './near-pictures.ts'

type Req = Pick<PayloadRequest, 'payload' | 'transactionID'>

export type NearText = { other: Work; what: TextKind; measure: number }

/** Of those that share a band, so many are looked at; far more than works that are really alike. */
const mostCandidates = 500

/** Keeps the prints of a work's texts in place of those it had. */
export async function storeTextPrints(
  req: Req,
  { kind, id }: Work,
  texts: Readonly<Record<TextKind, string>>,
): Promise<void> {
  await query(req, sql`delete from text_prints where kind = ${kind} and entry_id = ${id}`)
  for (const what of ['title', 'text'] as const) {
    const print = textPrint(texts[what], what)
    if (!print) continue
    await query(
      req,
      sql`insert into text_prints (kind, entry_id, what, signature, bands)
        values (${kind}, ${id}, ${what}, ${asArray(print.signature)}::int[], ${asArray(print.bands)}::int[])
        on conflict (kind, entry_id, what) do update
          set signature = excluded.signature, bands = excluded.bands`,
    )
  }
}

/** Works whose title or text reads like this one's: found by equal bands, measured by signatures. */
export async function nearTexts(
  req: Req,
  work: Work,
  texts: Readonly<Record<TextKind, string>>,
): Promise<NearText[]> {
  return [...(await near(req, work, 'title', texts)), ...(await near(req, work, 'text', texts))]
}

async function near(
  req: Req,
  work: Work,
  what: TextKind,
  texts: Readonly<Record<TextKind, string>>,
): Promise<NearText[]> {
  const print = textPrint(texts[what], what)
  if (!print) return []
  // Which of the two indexes serves is seen by a constant only.
  const index = what === 'title' ? sql`what = 'title'` : sql`what = 'text'`
  const rows = await query<{ kind: string; id: number; signature: number[] }>(
    req,
    sql`select kind, entry_id as id, signature from text_prints
      where ${index} and bands && ${asArray(print.bands)}::int[]
        and not (kind = ${work.kind} and entry_id = ${work.id})
      order by entry_id desc limit ${mostCandidates}`,
  )
  const { threshold } = textSchemes[what]
  const measured = rows.flatMap(({ signature, ...other }): NearText[] => {
    const measure = signatureMeasure(print.signature, signature)
    // An estimate may be off where it matters most.
    return measure >= threshold - 0.1 ? [{ other, what, measure }] : []
  })
  if (what === 'text') return measured.filter(({ measure }) => measure >= threshold)
  return exactTitles(req, measured, texts.title)
}

// Titles are short, so signatures are coarse; and reading a few titles costs nothing.
async function exactTitles(req: Req, found: NearText[], title: string): Promise<NearText[]> {
  const exact: NearText[] = []
  for (const one of found) {
    const [row] = await query<{ title: string }>(
      req,
      sql`select title from ${sql.identifier(one.other.kind)} where id = ${one.other.id}`,
    )
    const measure = textMeasure(title, row?.title ?? '', 'title')
    if (measure >= textSchemes.title.threshold) exact.push({ ...one, measure })
  }
  return exact
}

function asArray(values: readonly number[]): string {
  return `{${values.join(',')}}`
}
