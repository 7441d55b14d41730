import type { Endpoint } from 'payload'
import {
  heldBatches,
  lookAtBatch,
  releaseBatch,
  stopBatch,
} from '../../database/notices/batches.ts'
import {
  countNotices,
  listNotices,
  noticeLog,
  noticeStates,
  resendNotice,
  type NoticeState,
} from '../../database/notices/list.ts'
import { runIn } from '../../database/run-in.ts'
import { inTransaction } from '../../database/sql.ts'
import {
  checkTemplate,
  defaultTemplates,
  isNoticeEvent,
  preview,
} from '../../domain/results/notices.ts'
import { words } from '../../domain/words.ts'
import { environment } from '../../environment.ts'
import { bodyOf } from '../../hooks/entry-request.ts'
import { refusal } from '../../hooks/refuse.ts'
import { answer, notFound, provinceOf, readerOf, withNumber } from './answers.ts'

/** `GET /api/notices` → `{ counts, lateSeconds, hasMail, batches, log }`: how it stands, and what waits. */
const overview: Endpoint = {
  path: '/notices',
  method: 'get',
  handler: async (req) => {
    readerOf(req)
    const run = runIn(req)
    const [{ counts, lateSeconds }, batches, log] = await Promise.all([
      countNotices(run),
      heldBatches(run),
      noticeLog(run),
    ])
    const hasMail = environment().smtpUrl !== undefined
    return answer(200, { counts, lateSeconds, hasMail, batches, log })
  },
}

/** `GET /api/notices/in/{state}` → `{ notices }`, at most 100. */
const inState: Endpoint = {
  path: '/notices/in/:state',
  method: 'get',
  handler: async (req) => {
    readerOf(req)
    const state = req.routeParams?.state as NoticeState
    if (!noticeStates.includes(state)) throw notFound()
    return answer(200, { notices: await listNotices(runIn(req), state) })
  },
}

/** `POST /api/notices/{id}/resend`: tries again what could not be delivered. */
const resend: Endpoint = {
  path: '/notices/:id/resend',
  method: 'post',
  handler: async (req) => {
    const actor = provinceOf(req)
    await bodyOf(req, [])
    const id = String(req.routeParams?.id)
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    const isDone = isId && (await inTransaction(req, () => resendNotice(runIn(req), { id, actor })))
    if (!isDone) {
      const said = words(
        '没有这条未送达的通知，或接收地址已停用',
        'No such undelivered notice, or its endpoint is switched off',
      )
      throw refusal(404, said, { code: 'not-found' })
    }
    return answer(200, { state: 'waiting' })
  },
}

/** `GET /api/notice-batches/{id}` → what it would say to whom, and the digest that a release names. */
const look: Endpoint = {
  path: '/notice-batches/:id',
  method: 'get',
  handler: async (req) => {
    readerOf(req)
    const found = await lookAtBatch(runIn(req), withNumber(req, 'id'))
    if (!found) throw notFound()
    return answer(200, found)
  },
}

const refusals = {
  changed: words(
    '该批通知在您查看之后有变化，请重新查看再放行',
    'The batch has changed since you looked at it; look again, then release it',
  ),
  unfit: words('有通知缺少内容，请修改模板', 'A message cannot be made; mend the template'),
  'not-held': words('该批通知已放行或已停止', 'The batch was released or stopped before'),
}

/** `POST /api/notice-batches/{id}/release` `{ sha256 }`: lets exactly what was looked at go. */
const release: Endpoint = {
  path: '/notice-batches/:id/release',
  method: 'post',
  handler: async (req) => {
    const actor = provinceOf(req)
    const id = withNumber(req, 'id')
    const { sha256 } = await bodyOf(req, ['sha256'])
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
      const said = words('请先查看该批通知', 'Look at the batch first: sha256 is missing')
      throw refusal(400, said, { code: 'no-digest', path: 'sha256' })
    }
    const done = await inTransaction(req, () => releaseBatch(runIn(req), { id, sha256, actor }))
    if (done === 'not-found') throw notFound()
    if (done !== 'released') throw refusal(409, refusals[done], { code: `batch-${done}` })
    return answer(200, { state: 'released' })
  },
}

/** `POST /api/notice-batches/{id}/stop`: nothing more of it goes out. */
const stop: Endpoint = {
  path: '/notice-batches/:id/stop',
  method: 'post',
  handler: async (req) => {
    const actor = provinceOf(req)
    const id = withNumber(req, 'id')
    await bodyOf(req, [])
    const done = await inTransaction(req, () => stopBatch(runIn(req), { id, actor }))
    if (done === 'not-found') throw notFound()
    return answer(200, { state: 'stopped' })
  },
}

/**
 * `POST /api/notice-preview` `{ event, subject?, body? }` → `{ findings, preview, default }`: a template with
 * the event's examples put in; without texts, that of the house.
 */
const tryTemplate: Endpoint = {
  path: '/notice-preview',
  method: 'post',
  handler: async (req) => {
    readerOf(req)
    const { event, subject, body } = await bodyOf(req, ['event', 'subject', 'body'])
    if (!isNoticeEvent(event)) {
      const said = words('请选择事件', 'Choose one of the events')
      throw refusal(400, said, { code: 'bad-value', path: 'event' })
    }
    const house = defaultTemplates[event]
    const text = (value: unknown, instead: string) =>
      typeof value === 'string' && value !== '' ? value : instead
    const template = { subject: text(subject, house.subject), body: text(body, house.body) }
    const findings = checkTemplate(event, template)
    const shown = findings.length === 0 ? preview(event, template) : null
    return answer(200, { findings, preview: shown, default: house })
  },
}

export const deskRoutes = [overview, inState, resend, look, release, stop, tryTemplate]
