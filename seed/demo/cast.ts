/**
 * Who plays in the demo: the units beyond those of the notice, and an account for everybody. Units are
 * known by their code, accounts by their e-mail. Everything here is plainly invented.
 */
import type { Role } from '../../src/access/person.ts'
import type { UnitKind } from '../../src/domain/unit-tree.ts'

export type DemoUnit = { code: string; name: string; kind: UnitKind; parent: string | null }

/** `unit` is a code; null for judges, who stand outside of the tree. */
export type DemoPerson = { email: string; name: string; role: Role; unit: string | null }

/** Every account that the demo makes has this password: it is public, so never use it for people. */
export const demoPassword = 'yanshi-2022-demo'

/** Units that the notice does not name, each after its parent. */
export const demoUnits: readonly DemoUnit[] = [
  { code: '320000-I1', name: '江苏省示例机械产业工会', kind: 'industry', parent: '320000' },
  { code: '320000-I2', name: '江苏省样例电力产业工会', kind: 'industry', parent: '320000' },
  { code: '990000', name: '外省示例市总工会', kind: 'outside', parent: null },
  { code: '320200-E1', name: '示例机床厂工会', kind: 'enterprise', parent: '320200' },
  { code: '320281-E1', name: '样例港机公司工会', kind: 'enterprise', parent: '320281' },
  { code: '320600-E1', name: '示例纺织公司工会', kind: 'enterprise', parent: '320600' },
  { code: '320700-E1', name: '样例港口公司工会', kind: 'enterprise', parent: '320700' },
  { code: '320300-E1', name: '示例重工公司工会', kind: 'enterprise', parent: '320300' },
  { code: '320500-E1', name: '样例电子公司工会', kind: 'enterprise', parent: '320500' },
]

type Seat = { code: string; key: string; short: string; hosts?: boolean }

/** Units with editors: `a` writes and submits, `b` does the first review, `host` the second. */
export const seats: readonly Seat[] = [
  { code: '320000', key: 'sheng', short: '省总', hosts: true },
  { code: '320000-D1', key: 'wangxin', short: '网信中心', hosts: true },
  { code: '320100', key: 'nanjing', short: '南京', hosts: true },
  { code: '320200', key: 'wuxi', short: '无锡', hosts: true },
  { code: '320300', key: 'xuzhou', short: '徐州', hosts: true },
  { code: '320400', key: 'changzhou', short: '常州' },
  { code: '320500', key: 'suzhou', short: '苏州' },
  { code: '320600', key: 'nantong', short: '南通', hosts: true },
  { code: '320700', key: 'lianyungang', short: '连云港' },
  { code: '320800', key: 'huaian', short: '淮安' },
  { code: '320900', key: 'yancheng', short: '盐城' },
  { code: '321000', key: 'yangzhou', short: '扬州' },
  { code: '321100', key: 'zhenjiang', short: '镇江' },
  { code: '321200', key: 'taizhou', short: '泰州' },
  { code: '321300', key: 'suqian', short: '宿迁' },
  { code: '320281', key: 'jiangyin', short: '江阴', hosts: true },
  { code: '320282', key: 'yixing', short: '宜兴' },
  { code: '320000-I1', key: 'jixie', short: '机械产业' },
  { code: '320000-I2', key: 'dianli', short: '电力产业' },
  { code: '990000', key: 'waisheng', short: '外省' },
]

const enterprises: readonly Seat[] = [
  { code: '320200-E1', key: 'jichuang', short: '机床厂' },
  { code: '320281-E1', key: 'gangji', short: '港机公司' },
  { code: '320600-E1', key: 'fangzhi', short: '纺织公司' },
  { code: '320700-E1', key: 'gangkou', short: '港口公司' },
  { code: '320300-E1', key: 'zhonggong', short: '重工公司' },
  { code: '320500-E1', key: 'dianzi', short: '电子公司' },
]

/** Who reviews for the whole province and who announces: the final review's people take turns. */
export const finalReviewers = [
  'supervisor-a@example.org',
  'supervisor-b@example.org',
  'province-b@example.org',
] as const

/** The account that sets the demo up: units, accounts, windows, quotas, articles. */
export const organiser = 'province-a@example.org'

const wangxinban = '320000-WXB'

export const demoPeople: readonly DemoPerson[] = [
  { email: organiser, name: '演示·省级甲', role: 'province', unit: '320000' },
  { email: 'province-b@example.org', name: '演示·省级乙', role: 'province', unit: '320000' },
  { email: 'supervisor-a@example.org', name: '演示·网信甲', role: 'supervisor', unit: wangxinban },
  { email: 'supervisor-b@example.org', name: '演示·网信乙', role: 'supervisor', unit: wangxinban },
  { email: 'judge-a@example.org', name: '演示·评委甲', role: 'judge', unit: null },
  { email: 'judge-b@example.org', name: '演示·评委乙', role: 'judge', unit: null },
  { email: 'judge-c@example.org', name: '演示·评委丙', role: 'judge', unit: null },
  { email: 'judge-d@example.org', name: '演示·评委丁', role: 'judge', unit: null },
  { email: 'judge-e@example.org', name: '演示·评委戊', role: 'judge', unit: null },
  ...seats.flatMap(({ code, key, short, hosts }) => [
    editor(`${key}-a`, `演示·${short}甲`, code),
    editor(`${key}-b`, `演示·${short}乙`, code),
    ...(hosts ? [editor(`${key}-host`, `演示·${short}丙`, code)] : []),
  ]),
  ...enterprises.map(({ code, key, short }) => editor(`${key}-a`, `演示·${short}甲`, code)),
]

/** A unit that sends entries in: who submits for it and who does its first review. */
export type Sender = { unit: string; name: string; submitter: string; recommender: string }

/** All units that send entries in. An enterprise has one editor: the unit above reviews. */
export const senders: readonly Sender[] = [
  ...seats
    .filter(({ code }) => !['320000', '320000-D1'].includes(code))
    .map(({ code, key, short }) => sender(code, short, `${key}-a`, `${key}-b`)),
  ...enterprises.map(({ code, key, short }) => {
    const above = seats.find((seat) => seat.code === code.split('-')[0])!
    return sender(code, short, `${key}-a`, `${above.key}-b`)
  }),
]

function editor(key: string, name: string, unit: string): DemoPerson {
  return { email: `${key}@example.org`, name, role: 'editor', unit }
}

function sender(unit: string, name: string, submitter: string, recommender: string): Sender {
  return {
    unit,
    name,
    submitter: `${submitter}@example.org`,
    recommender: `${recommender}@example.org`,
  }
}
