/** Invented people: names that nobody bears, workplaces that do not exist, numbers from one range. */
import type { Random } from '../random.ts'

export type Author = { name: string; workplace: string; phone: string }

const stems = [...'甲乙丙丁戊己庚辛壬癸']
const seconds = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const workplaces = [
  '示例机床厂',
  '样例港口公司',
  '示例纺织公司',
  '样例供电公司',
  '示例船舶重工',
  '样例人民医院',
  '示例轨道交通公司',
  '样例造桥集团',
  '示例农机合作社',
  '样例电子厂',
  '示例快递分拨中心',
  '样例环卫所',
  '示例中学',
  '样例水务公司',
  '示例化纤厂',
  '样例公交公司',
]

/** A name of the pattern 演示·甲三: plainly nobody's. */
export function personName(random: Random): string {
  const prefix = random.pick(['演示', '样例', '示例'])
  return `${prefix}·${random.pick(stems)}${random.pick(seconds)}`
}

export function workplace(random: Random): string {
  return random.pick(workplaces)
}

/** Numbers 19900000000 to 19900009999 stand for nobody here: the block is all zeros. */
export function phone(random: Random): string {
  return `1990000${String(random.integer(0, 9999)).padStart(4, '0')}`
}

export function authors(random: Random, most: number): Author[] {
  const place = workplace(random)
  const count = random.chance(0.6) ? 1 : random.integer(1, most)
  const named = new Set<string>()
  while (named.size < count) named.add(personName(random))
  return [...named].map((name) => ({
    name,
    workplace: random.chance(0.8) ? place : workplace(random),
    phone: phone(random),
  }))
}
