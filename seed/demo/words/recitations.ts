/** Recitations: what is read, by whom written, and an original text where the work is one's own. */
import type { SceneName } from '../art/scenes/index.ts'
import type { Random } from '../random.ts'

export type RecitationWords = {
  subtype: string
  theme: string
  scene: SceneName
  title: string
  summary: string
  textSource: string
  originalText: string | undefined
}

// Works whose authors died long ago, and speeches of everybody's; no living author's words stand here.
const classics: [title: string, source: string][] = [
  ['春江花月夜', '《春江花月夜》 张若虚（唐）'],
  ['岳阳楼记', '《岳阳楼记》 范仲淹（宋）'],
  ['少年中国说', '《少年中国说》 梁启超'],
  ['茅屋为秋风所破歌', '《茅屋为秋风所破歌》 杜甫（唐）'],
  ['将进酒', '《将进酒》 李白（唐）'],
  ['念奴娇·赤壁怀古', '《念奴娇·赤壁怀古》 苏轼（宋）'],
  ['匆匆', '《匆匆》 朱自清'],
  ['可爱的中国', '《可爱的中国》（节选） 方志敏'],
]

const thoughts = [
  '劳动最光荣',
  '奋斗者正青春',
  '伟大出自平凡',
  '把青春写在岗位上',
  '幸福是奋斗出来的',
  '一张蓝图绘到底',
]

const own = [
  '写给车间的信',
  '我和我的扳手',
  '夜班手记',
  '父亲的安全帽',
  '织机旁的四十年',
  '港口来信',
  '麦田边的课堂',
  '一盏灯的独白',
]

const subtypes = ['recite', 'tell', 'speech'] as const
const scenes: SceneName[] = [
  'reading',
  'harbour',
  'nightshift',
  'wheat',
  'riverside',
  'pottery',
  'railway',
  'tea',
]

export function recitationWords(random: Random, index: number): RecitationWords {
  const family = index % 3
  const turn = Math.floor(index / 3)
  const subtype = subtypes[(index + turn) % subtypes.length]!
  const scene = scenes[index % scenes.length]!
  if (family === 0) {
    const [title, textSource] = classics[turn % classics.length]!
    const summary = `${random.pick(readers)}诵读${textSource.split(' ')[0]}，${random.pick(feelings)}`
    return {
      subtype,
      theme: '经典文学作品诵读',
      scene,
      title: `诵读《${title}》`,
      summary,
      textSource,
      originalText: undefined,
    }
  }
  if (family === 1) {
    const title = thoughts[turn % thoughts.length]!
    const summary = `${random.pick(readers)}结合岗位经历诵读学习笔记，${random.pick(feelings)}`
    return {
      subtype,
      theme: '新思想诵读',
      scene,
      title: `新思想诵读：${title}`,
      summary,
      textSource: `学习读本选段《${title}》（演示文本）`,
      originalText: undefined,
    }
  }
  const title = own[turn % own.length]!
  return {
    subtype,
    theme: '个人原创作品诵读',
    scene,
    title,
    summary: `${random.pick(readers)}讲述自己写下的《${title}》，${random.pick(feelings)}`,
    textSource: `《${title}》 作者原创`,
    originalText: originalText(random),
  }
}

const readers = [
  '一线女职工',
  '青年职工代表',
  '退休老劳模',
  '班组长和他的徒弟们',
  '工会读书小组',
  '轮班途中的司机师傅',
]

const feelings = [
  '声音里有机器的节拍，也有江南的水声。',
  '用朴素的乡音读出对岗位的热爱。',
  '录制于班后一小时，背景是仍在运转的车间。',
  '把书本里的句子读进了自己的生活。',
  '配乐由工友用口琴即兴完成。',
]

const verses = [
  '清晨六点的车间，灯一盏一盏亮起来，像有人在黑暗里点名。',
  '我把工牌挂在胸前，金属贴着心口，凉了一下，又慢慢暖了。',
  '师傅说，手艺这东西，骗不了机器，也骗不了自己。',
  '第一次独立上岗，我的手心全是汗，扳手却比我更镇定。',
  '后来我才知道，那天他一直站在我身后，一句话也没有说。',
  '窗外的季节换了四次，墙上的安全日历从一翻到三百六十五。',
  '我们把图纸上的线，变成桥，变成船，变成夜里不灭的灯。',
  '有人问我累不累，我说累，可是麦子熟了的时候，谁会嫌太阳太大呢。',
  '手机屏幕很小，却装得下一座工厂的日出；一句话很轻，却能让人在寒夜里直起腰来。',
  '愿每一双粗糙的手，都被温柔地握住；愿每一个名字，都被认真地念出。',
]

function originalText(random: Random): string {
  const chosen = new Set(random.sample(verses, 8))
  return verses.filter((verse) => chosen.has(verse)).join('\n')
}
