import { words, type Words } from '../../words.ts'

export const recipientKinds = [
  ...(['participant', 'submitting-unit', 'judge', 'host', 'desk', 'objector', 'client'] as const),
]
export type RecipientKind = (typeof recipientKinds)[number]

type EventRow = {
  name: Words
  /** Who is told; `client`: the App or account, by a signed webhook. */
  tells: readonly RecipientKind[]
  /** What a template of the event may name; each with an example for the preview. */
  placeholders: { readonly [name: string]: string }
  /** Placeholders whose values are for the recipient alone: a link that logs in. */
  secrets?: readonly string[]
}

const entry = {
  entryId: '2022-PHO-000123',
  entryTitle: '清晨的车间',
  track: '网络正能量摄影作品征集',
}
const round = { round: '复评', track: entry.track, until: '2022年9月10日 24:00' }

/** Which event tells whom, and of what. Nobody is told by any other way. */
export const noticeEvents = {
  'entry-returned': {
    name: words('作品被退回', 'An entry was returned'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: { ...entry, reason: '请补充拍摄时间' },
  },
  'entry-published': {
    name: words('作品已展示', 'An entry was published'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: entry,
  },
  'entry-rejected': {
    name: words('作品未通过', 'An entry was rejected'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: { ...entry, reason: '不符合征集范围' },
  },
  'entry-taken-down': {
    name: words('作品已下架', 'An entry was taken down'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: { ...entry, reason: '版权争议' },
  },
  'judge-invited': {
    name: words('邀请评委', 'A judge is invited'),
    tells: ['judge'],
    placeholders: { ...round, judgeName: '某评委', link: 'https://example.org/first-login' },
    secrets: ['link'],
  },
  'judge-reminded': {
    name: words('提醒评委', 'A late judge is reminded'),
    tells: ['judge'],
    placeholders: { ...round, judgeName: '某评委', left: '12' },
  },
  'round-locked': {
    name: words('轮次已锁定', 'A round was locked'),
    tells: ['host', 'desk'],
    placeholders: { round: round.round, track: round.track },
  },
  'results-opened': {
    name: words('结果公示', 'Results are on notice'),
    tells: ['submitting-unit', 'host', 'client'],
    placeholders: {
      track: entry.track,
      from: '2022年10月10日',
      to: '2022年10月16日',
      link: 'https://example.org/results',
    },
  },
  'award-given': {
    name: words('获奖通知', 'An award was given'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: {
      ...entry,
      level: '一等奖',
      link: 'https://example.org/v1/results/2022-photography',
    },
  },
  'award-withdrawn': {
    name: words('奖项撤销', 'An award was withdrawn'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: {
      ...entry,
      level: '二等奖',
      reason: '异议成立',
      link: 'https://example.org/v1/results/2022-photography',
    },
  },
  'certificate-issued': {
    name: words('证书已制发', 'A certificate was issued'),
    tells: ['participant', 'submitting-unit', 'client'],
    placeholders: {
      ...entry,
      level: '一等奖',
      certificate: '2022-PHO-00017-M',
      link: 'https://example.org/v1/certificates/2022-PHO-00017-M',
    },
  },
  'results-corrected': {
    name: words('结果更正', 'Results were corrected'),
    tells: ['submitting-unit', 'host', 'client'],
    placeholders: { track: entry.track, version: '2', reason: '递补' },
  },
  'objection-filed': {
    name: words('收到异议', 'An objection came in'),
    tells: ['desk'],
    placeholders: { objection: 'Y-0001', until: '2022年10月12日 24:00' },
  },
  'objection-due': {
    name: words('异议处理期限', 'An objection is due'),
    tells: ['desk'],
    placeholders: { objection: 'Y-0001', until: '2022年10月12日 24:00', state: '即将到期' },
  },
  'objection-ruled': {
    name: words('异议处理结果', 'An objection was ruled on'),
    tells: ['objector'],
    placeholders: { objection: 'Y-0001', ruling: '异议不成立', reason: '经核实……' },
  },
  'webhook-disabled': {
    name: words('Webhook 已停用', 'A webhook was switched off'),
    tells: ['desk'],
    placeholders: {
      client: '江苏工会 App',
      url: 'https://app.example.org/hooks',
      since: '2022年9月1日',
    },
  },
} as const satisfies Record<string, EventRow>
export type NoticeEvent = keyof typeof noticeEvents
export const noticeEventList = Object.keys(noticeEvents) as NoticeEvent[]

/** What the events are called, for choices. */
export const noticeEventWords = Object.fromEntries(
  noticeEventList.map((event) => [event, noticeEvents[event].name]),
) as Record<NoticeEvent, Words>

/** A text as others than its recipient may see it. */
export function withoutSecrets(
  event: NoticeEvent,
  values: Readonly<Record<string, string>>,
  text: string,
): string {
  const { secrets = [] }: EventRow = noticeEvents[event]
  const hidden = secrets.flatMap((name) => values[name] || [])
  return hidden.reduce((shown, value) => shown.replaceAll(value, '▇▇▇▇'), text)
}

/** The placeholders of an event that are forgotten once it was told. */
export function secretsOf(event: NoticeEvent): readonly string[] {
  const { secrets = [] }: EventRow = noticeEvents[event]
  return secrets
}

export function isNoticeEvent(value: unknown): value is NoticeEvent {
  return typeof value === 'string' && Object.hasOwn(noticeEvents, value)
}

/** Whom an event tells. */
export type RecipientOf<E extends NoticeEvent> = (typeof noticeEvents)[E]['tells'][number]

/** A text for every placeholder of an event. */
export type ValuesOf<E extends NoticeEvent> = {
  readonly [name in keyof (typeof noticeEvents)[E]['placeholders']]: string
}
