import type { PayloadRequest } from 'payload'
import { personOf, type Person } from '../../access/person.ts'
import { words } from '../../domain/words.ts'
import { refusal } from '../../hooks/refuse.ts'

/** @throws 401, 403: sending is the province’s business */
export function provinceOf(req: PayloadRequest): Person {
  return oneOf(req, ['province'])
}

/** @throws 401, 403 */
export function readerOf(req: PayloadRequest): Person {
  return oneOf(req, ['province', 'supervisor'])
}

function oneOf(req: PayloadRequest, roles: Person['role'][]): Person {
  const person = personOf(req)
  if (!person) throw refusal(401, words('请先登录', 'Log in first'), { code: 'not-logged-in' })
  if (roles.includes(person.role)) return person
  const said = words('通知由省总工会管理', 'Notices are the province’s to manage')
  throw refusal(403, said, { code: 'not-yours' })
}

/** @throws 404 for what is no number */
export function withNumber(req: PayloadRequest, name: string): number {
  const text = String(req.routeParams?.[name])
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw notFound()
}

export function notFound() {
  return refusal(404, words('没有这条记录', 'Not found'), { code: 'not-found' })
}

export function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
