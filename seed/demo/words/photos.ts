/** Titles and captions of photographs, by the scene that the picture shows. */
import type { Random } from '../random.ts'

export type PhotoWords = {
  scene: string
  theme: string
  title: string
  summary: string
  place: string
}

type SceneWords = { themes: string[]; titles: string[]; captions: string[]; places: string[] }

/** Keys are names of scenes in ../art. */
const scenes: Record<string, SceneWords> = {
  welding: {
    themes: ['工匠技艺', '劳模风采', '企业火热劳动场景'],
    titles: [
      '弧光里的匠心',
      '焊花绽放',
      '毫厘之间',
      '一束光的温度',
      '钢铁缝纫师',
      '火花写就的清晨',
      '面罩背后',
      '焊缝如诗',
    ],
    captions: [
      '电焊工在车间进行关键焊缝施焊，飞溅的火花照亮了他的面罩。这道焊缝长两米三，要求一次成型。',
      '为赶制一批出口设备，班组连续三天调整工艺参数。镜头记录下第一道合格焊缝诞生的瞬间。',
    ],
    places: ['示例机床厂焊接车间', '样例造桥集团预制场'],
  },
  powerline: {
    themes: ['劳模风采', '“三个精神”', '企业火热劳动场景'],
    titles: [
      '云端舞者',
      '银线穿空',
      '高空守望',
      '风中的坚守',
      '点亮万家',
      '塔尖上的剪影',
      '迎峰度夏',
      '线路长，责任更长',
    ],
    captions: [
      '迎峰度夏期间，检修人员在近五十米高的铁塔上更换绝缘子，汗水湿透了工装。',
      '暴雨过后，抢修队伍清晨出发，赶在居民早饭前恢复了供电。',
    ],
    places: ['样例供电公司输电线路走廊', '示例变电站外'],
  },
  bridge: {
    themes: ['重大科技创新', '“三个精神”', '企业火热劳动场景'],
    titles: [
      '合龙时刻',
      '天堑变通途',
      '桥塔晨光',
      '跨江之弦',
      '与大桥一起长高',
      '拉索上的乐章',
      '江上脊梁',
      '最后一榀梁',
    ],
    captions: [
      '大桥主跨合龙前夜，测量员每隔半小时复核一次高程，误差控制在三毫米以内。',
      '清晨薄雾中的桥塔与拉索，建设者正走向各自的工位。',
    ],
    places: ['样例长江大桥工地', '示例跨河特大桥'],
  },
  shipyard: {
    themes: ['重大科技创新', '企业火热劳动场景', '“三个精神”'],
    titles: [
      '船坞晨曦',
      '巨轮出坞',
      '钢铁巨人的诞生',
      '向海而生',
      '船台交响',
      '龙门吊下',
      '第一百零一块分段',
      '等待潮水',
    ],
    captions: [
      '新建船舶即将出坞，工人们做最后一次外板检查。船体上的编号还带着油漆的味道。',
      '龙门吊缓缓放下总段，起重工的口哨声在船坞里回荡。',
    ],
    places: ['示例船舶重工一号船坞', '样例船厂总装平台'],
  },
  nightshift: {
    themes: ['企业火热劳动场景', '“三个精神”', '职工幸福生活'],
    titles: [
      '不眠的车间',
      '夜班灯火',
      '凌晨三点的城市',
      '守夜人',
      '星光下的交接班',
      '夜色里的坐标',
      '一盏灯，一班岗',
      '灯火可亲',
    ],
    captions: [
      '凌晨三点，夜班工人仍在岗位上巡检。窗外的城市已经安睡，这里的灯一直亮到天明。',
      '中秋夜，值班人员在岗位上分食一块月饼，厂区的灯火与月光连成一片。',
    ],
    places: ['样例电子厂三号厂房', '示例轨道交通公司车辆段'],
  },
  medical: {
    themes: ['新冠肺炎疫情防控', '劳模风采', '职工幸福生活'],
    titles: [
      '白衣执甲',
      '帐篷里的黎明',
      '隔窗的微笑',
      '最美逆行',
      '采样点的一天',
      '汗水浸透的信任',
      '守护',
      '防护服上的名字',
    ],
    captions: [
      '高温天气下，医务人员在采样帐篷中连续工作六个小时，防护服上写着同事的祝福。',
      '社区志愿者与医护人员一起完成最后一批采样，收队时天已微亮。',
    ],
    places: ['样例人民医院采样点', '示例社区便民服务点'],
  },
  gears: {
    themes: ['重大科技创新', '工匠技艺', '企业火热劳动场景'],
    titles: [
      '精密之美',
      '咬合',
      '微米的较量',
      '转动的力量',
      '齿尖上的刻度',
      '心中有尺',
      '机械诗行',
      '国产化之路',
    ],
    captions: [
      '高精度齿轮下线前的最后一次检测。师傅说，机器能量出微米，手能摸出差别。',
      '攻关团队历时八个月，实现了这套传动部件的自主制造。',
    ],
    places: ['示例机床厂精密车间', '样例传动研究所'],
  },
  harbour: {
    themes: ['企业火热劳动场景', '“三个精神”', '重大科技创新'],
    titles: [
      '港口的节拍',
      '潮起连云',
      '桥吊林立',
      '万箱归位',
      '海风与号子',
      '通江达海',
      '蓝色国门的黎明',
      '集装箱上的彩虹',
    ],
    captions: [
      '自动化码头上，桥吊司机在四十米高的操作室里一坐就是四个小时，平均九十秒装卸一个集装箱。',
      '清晨的港区，第一班交接正在进行，远处货轮缓缓靠泊。',
    ],
    places: ['样例港口公司集装箱码头', '示例内河港作业区'],
  },
  loom: {
    themes: ['工匠技艺', '企业火热劳动场景', '职工幸福生活'],
    titles: [
      '经纬人生',
      '万千丝线',
      '织造时光',
      '纺织姑娘',
      '指尖上的江南',
      '一根纱的旅行',
      '蓝印花布的记忆',
      '断头一秒间',
    ],
    captions: [
      '挡车工在织机间穿行，一个班次要走两万多步。她能在一秒之内接好一根断头。',
      '老师傅手把手教徒弟辨认纱线的张力，织机声里藏着四十年的手艺。',
    ],
    places: ['示例纺织公司织造车间', '样例非遗工坊'],
  },
  wheat: {
    themes: ['职工幸福生活', '“三个精神”', '劳模风采'],
    titles: [
      '麦收时节',
      '大地的馈赠',
      '金色的田野',
      '丰收的号角',
      '机手老兄弟',
      '颗粒归仓',
      '五月的风',
      '农机手的午餐',
    ],
    captions: [
      '麦收时节，农机手驾驶收割机连续作业，田埂上是家人送来的午饭。',
      '跨区作业的农机手三天跑了两个县，他说，听见麦粒进仓的声音就不累了。',
    ],
    places: ['示例农机合作社麦田', '样例镇高标准农田'],
  },
}

/** The scenes that photographs can show; each is a scene of the picture maker. */
export const photoScenes = Object.keys(scenes)

/** @param index walks through scenes and their titles, so that neighbours differ */
export function photoWords(random: Random, index: number): PhotoWords {
  const scene = photoScenes[index % photoScenes.length]!
  const { themes, titles, captions, places } = scenes[scene]!
  const turn = Math.floor(index / photoScenes.length)
  return {
    scene,
    theme: themes[turn % themes.length]!,
    title: titles[turn % titles.length]!,
    summary: `${random.pick(captions)}${random.pick(endings)}`,
    place: random.pick(places),
  }
}

const endings = [
  '作品以自然光拍摄，未作合成。',
  '平凡岗位上的每一份坚守，都值得被看见。',
  '谨以此片致敬所有在岗位上奋斗的职工。',
  '拍摄者是同班组的工友，用业余时间记录下身边人的劳动。',
  '劳动创造幸福，镜头里的每一滴汗水都闪着光。',
]
