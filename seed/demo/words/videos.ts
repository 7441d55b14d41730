/** Titles and synopses of micro-videos. */
import type { SceneName } from '../art/scenes/index.ts'
import type { Random } from '../random.ts'

export type VideoWords = {
  subtype: string
  theme: string
  scene: SceneName
  title: string
  summary: string
}

type Idea = [title: string, theme: string, scene: SceneName, synopsis: string]

const ideas: Idea[] = [
  [
    '师傅的第三把锉刀',
    '匠心绝活',
    'gears',
    '退休前一天，钳工师傅把用了三十年的锉刀交给徒弟。徒弟第一次独立完成精密配合件，才明白刀柄上那道深痕的来历。',
  ],
  [
    '信号灯',
    '网络文明故事',
    'nightshift',
    '一条未经核实的消息在工友群里疯传，班组长没有急着转发，而是带着大家一步步求证，最终消除了误会。',
  ],
  [
    '八十米高空的早餐',
    '劳动创造幸福',
    'powerline',
    '跟拍带电作业班的一天：清晨五点出发，在铁塔上吃一顿凉透的早餐，天黑前送回满城灯火。',
  ],
  [
    '一张旧工牌',
    '党的光辉历程与伟大成就',
    'loom',
    '从祖母的纺织女工工牌说起，三代人讲述同一座工厂七十年的变迁。',
  ],
  [
    '赶潮人',
    '建功新时代',
    'harbour',
    '码头调度员与潮水赛跑，在四个小时的窗口期内完成超大型货轮靠泊。',
  ],
  [
    '密码',
    '网络安全',
    'nightshift',
    '财务新人收到一封“领导”的转账邮件，一个小小的习惯让全厂躲过一场骗局。',
  ],
  [
    '麦子熟了',
    '奋进新征程',
    'wheat',
    '农机手父子第一次搭档跨区作业，旧经验与新导航之间的争执，在麦浪里化为会心一笑。',
  ],
  [
    '合龙',
    '建功新时代',
    'bridge',
    '大桥合龙倒计时七十二小时，测量班、焊接班、监控班在同一张图纸上完成接力。',
  ],
  [
    '守望者',
    '优秀共产党员',
    'medical',
    '社区卫生站的老党员连续值守四十天，镜头对准他抽屉里没来得及拆的一封家书。',
  ],
  ['焊光', '匠心绝活', 'welding', '为了一条零缺陷焊缝，年轻焊工在练习板上烧掉了两百公斤焊条。'],
  ['船长大的地方', '奋进新征程', 'shipyard', '造了一辈子船的父亲第一次带女儿走上自己造的船。'],
  ['夜班公交', '劳动创造幸福', 'nightshift', '末班车司机与常客之间，一句“慢点开”说了十二年。'],
  [
    '评论区',
    '网络文明故事',
    'loom',
    '女工直播织布被恶意评论围攻，工友们用一条条认真的回复把评论区变成了手艺课堂。',
  ],
  [
    '二维码背后',
    '网络安全',
    'gears',
    '安全员贴满车间的二维码被人调包，一场不动声色的排查就此展开。',
  ],
  ['电流的方向', '优秀共产党员', 'powerline', '暴雨夜，抢修队里最年长的党员第一个涉水进了配电房。'],
  [
    '一粒米的远行',
    '党的光辉历程与伟大成就',
    'wheat',
    '从缺粮的年月到满仓的今天，粮库保管员的四本工作日记串起半个世纪。',
  ],
  ['云上港口', '建功新时代', 'harbour', '桥吊司机从高空走进中控室，一个人、一块屏、三台吊机。'],
  ['护目镜', '劳动创造幸福', 'medical', '护士的护目镜上有一道划痕，那是她与一位老人之间的约定。'],
  [
    '图纸上的名字',
    '匠心绝活',
    'shipyard',
    '老船厂的图纸右下角总有一行小字，年轻设计师循着名字找到了当年的放样工。',
  ],
  [
    '谣言止于班前会',
    '网络文明故事',
    'welding',
    '班前会多了五分钟“网上那些事”，从此工友群里少了争吵，多了分享。',
  ],
]

const tails = [
  '全片由职工自编自导自演，取景于真实车间。',
  '影片采用同期声，没有一句旁白。',
  '片中人物和单位均为虚构。',
  '拍摄团队来自厂工会微视频兴趣小组。',
]

const subtypes = ['drama', 'documentary', 'creative'] as const

export function videoWords(random: Random, index: number): VideoWords {
  const [title, theme, scene, synopsis] = ideas[index % ideas.length]!
  const turn = Math.floor(index / ideas.length)
  return {
    subtype: subtypes[(index + turn) % subtypes.length]!,
    theme,
    scene,
    title: turn === 0 ? title : `${title}${['', '（续篇）', '（幕后）', '（回响）'][turn % 4]}`,
    summary: synopsis + random.pick(tails),
  }
}
