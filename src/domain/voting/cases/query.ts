import { words, type Words } from '../../words.ts'

/**
 * Which votes of a round a case is about: those that meet everything it says. Networks and devices are
 * the keyed hashes of traces; where one is asked for, or the age of identities, or how many share a
 * device, only votes whose traces are still kept can be found.
 */
export type CaseQuery = {
  /** Public id of a work. */
  entry?: string
  network?: string
  device?: string
  /** Half-open, ISO 8601. */
  from?: string
  to?: string
  /** Rows of participants; those that were merged into them count as they. */
  participants?: number[]
  /** Identities that were younger than so many hours when they voted. */
  youngerThanHours?: number
  /** Votes from devices that so many identities or more voted on in this round. */
  sharedBy?: number
}

export type CaseFinding = { path: string; message: Words }
export type ReadCaseQuery =
  { query: CaseQuery; findings: [] } | { query: null; findings: CaseFinding[] }

export const mostParticipants = 1_000

type Reader = (value: unknown) => { value: CaseQuery[keyof CaseQuery] } | { wanted: Words }

const hash = /^[\w-]{1,64}$/
const publicId = /^[\w-]{1,60}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

const text =
  (form: RegExp, wanted: Words): Reader =>
  (value) =>
    typeof value === 'string' && form.test(value) ? { value } : { wanted }

const moment: Reader = (value) => {
  const at = typeof value === 'string' && instant.test(value) ? Date.parse(value) : NaN
  if (!Number.isNaN(at)) return { value: new Date(at).toISOString() }
  return {
    wanted: words('应为时间，例如 2022-06-07T09:30:00+08:00', 'must be an instant of ISO 8601'),
  }
}

const whole =
  (least: number, most: number): Reader =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? { value: value as number }
      : { wanted: words(`应为 ${least} 至 ${most} 的整数`, `must be ${least} to ${most}`) }

const ids: Reader = (value) => {
  const isId = (one: unknown) =>
    Number.isInteger(one) && (one as number) > 0 && (one as number) < 2 ** 31
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= mostParticipants &&
    value.every(isId)
  )
    return { value: [...new Set(value as number[])].sort((a, b) => a - b) }
  const wanted = words(
    `应为 1 至 ${mostParticipants} 个参与者编号的列表`,
    `must be a list of 1 to ${mostParticipants} ids of participants`,
  )
  return { wanted }
}

const readers: Record<keyof CaseQuery, Reader> = {
  entry: text(publicId, words('应为作品编号', 'must be the public id of a work')),
  network: text(hash, words('应为网络标识', 'must be the mark of a network')),
  device: text(hash, words('应为设备标识', 'must be the mark of a device')),
  from: moment,
  to: moment,
  participants: ids,
  youngerThanHours: whole(1, 24 * 365),
  sharedBy: whole(2, 1_000_000),
}

// A time or an age alone would take in everybody.
const narrow: readonly (keyof CaseQuery)[] = [
  'entry',
  'network',
  'device',
  'participants',
  'sharedBy',
]

/** Reads a query as a form or a program sends it; everything that is wrong with it is named. */
export function readCaseQuery(data: unknown): ReadCaseQuery {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return refuse([{ path: '', message: words('应为一个对象', 'must be an object') }])
  }
  const findings: CaseFinding[] = []
  const query: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data)) {
    if (!Object.hasOwn(readers, name)) {
      findings.push({ path: name, message: words('没有这个条件', 'is no condition') })
      continue
    }
    // How forms leave something out.
    if (value === null || value === '' || value === undefined) continue
    const read = readers[name as keyof CaseQuery](value)
    if ('wanted' in read) findings.push({ path: name, message: read.wanted })
    else query[name] = read.value
  }
  const asked = query as CaseQuery
  if (asked.from && asked.to && asked.from >= asked.to) {
    findings.push({ path: 'to', message: words('应晚于开始时间', 'must be later than `from`') })
  }
  if (findings.length === 0 && !narrow.some((name) => asked[name] !== undefined)) {
    const message = words(
      '须指定作品、网络、设备、参与者或共用设备人数之一',
      'must name a work, a network, a device, participants, or how many share a device',
    )
    findings.push({ path: '', message })
  }
  return findings.length > 0 ? refuse(findings) : { query: asked, findings: [] }
}

const refuse = (findings: CaseFinding[]): ReadCaseQuery => ({ query: null, findings })

/** Whether only votes with a trace can meet it. */
export function needsTraces({ network, device, youngerThanHours, sharedBy }: CaseQuery): boolean {
  return [network, device, youngerThanHours, sharedBy].some((one) => one !== undefined)
}
