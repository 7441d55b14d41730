import type { Endpoint, PayloadRequest } from 'payload'
import { personOf } from '../../access/person.ts'
import { inTransaction, query, sql } from '../../database/sql.ts'
import { cleanWords, dropWords, linesOf } from '../../domain/content-safety/word-list.ts'
import { findBadText } from '../../domain/text.ts'
import { refusal } from '../../hooks/refuse.ts'

type Asked = { lines: string[]; mode: 'add' | 'replace' }

/**
 * `POST /api/word-lists/{id}/import`: words as `text/plain`, one a line, which are added, or as JSON
 * `{ words: string[] | string, mode?: 'add' | 'replace' }`. → `{ version, wordCount, taken, dropped: [{
 * reason, words, count, examples }] }`; `taken` counts the words that the list did not have.
 */
export const importEndpoint: Endpoint = {
  path: '/:id/import',
  method: 'post',
  handler: async (req) => {
    if (!personOf(req)) {
      throw refusal(401, { zh: '请先登录', en: 'Log in first' }, { code: 'not-logged-in' })
    }
    const id = String(req.routeParams?.id ?? '')
    const { lines, mode } = await askedIn(req)
    const bad = findBadText(lines)
    if (bad) throw refusal(400, bad.message, { code: 'bad-text', path: bad.path })
    const answer = await inTransaction(req, async () => {
      const caller = { overrideAccess: false, user: req.user, req } as const
      const collection = 'word-lists'
      const known = /^\d{1,9}$/.test(id)
      // Two who add at once both find their words in the list afterwards.
      if (known) await query(req, sql`select id from word_lists where id = ${id}::int for update`)
      const before = known
        ? await req.payload.findByID({ collection, id: Number(id), disableErrors: true, ...caller })
        : null
      if (!before) {
        throw refusal(404, { zh: '没有这个词表', en: 'No such list' }, { code: 'not-found' })
      }
      const old = mode === 'add' ? linesOf(before.words ?? '') : []
      const { words, dropped } = cleanWords([...old, ...lines])
      const doc = await req.payload.update({
        collection,
        id: Number(id),
        data: { words: words.join('\n') },
        ...caller,
      })
      const taken = words.length - cleanWords(old).words.length
      return { version: doc.version, wordCount: doc.wordCount, taken, dropped }
    })
    const dropped = answer.dropped.map((one) => ({ ...one, words: dropWords[one.reason] }))
    return Response.json({ ...answer, dropped })
  },
}

async function askedIn(req: PayloadRequest): Promise<Asked> {
  const type = req.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const text = (await req.text?.()) ?? ''
  if (type === 'text/plain') return { lines: linesOf(text), mode: 'add' }
  if (type !== 'application/json') {
    const words = { zh: '请以 text/plain 或 JSON 上传词表', en: 'Send text/plain or JSON' }
    throw refusal(415, words, { code: 'content-type' })
  }
  const { words, mode = 'add', ...more } = objectIn(text)
  const lines = typeof words === 'string' ? linesOf(words) : words
  const fine =
    Object.keys(more).length === 0 &&
    (mode === 'add' || mode === 'replace') &&
    Array.isArray(lines) &&
    lines.every((line) => typeof line === 'string')
  if (!fine) {
    const wanted = {
      zh: '应为 { "words": ["词", …], "mode": "add" 或 "replace" }',
      en: 'Send { "words": ["…"], "mode": "add" or "replace" }',
    }
    throw refusal(400, wanted, { code: 'import', path: 'words' })
  }
  return { lines: lines as string[], mode: mode as Asked['mode'] }
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>
    }
  } catch {
    // Said below.
  }
  const words = { zh: '请求体应为一个对象', en: 'The body must be an object' }
  throw refusal(400, words, { code: 'not-an-object' })
}
