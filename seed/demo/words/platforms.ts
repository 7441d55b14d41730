/** Service platforms of unions with their self-assessment; names, addresses and figures are invented. */
import type { Random } from '../random.ts'

export type PlatformWords = {
  /** The platform's own name, without the unit's. */
  name: string
  subtype: string
  theme: string
  title: string
  summary: string
  address: string
  services: string[]
  registeredUsers: number
  activeUsers: number
  selfAssessment: {
    indicator: string
    fullMarks: number
    weight: number
    marks: number
    evidence: string
  }[]
}

const themes = ['宣传教育', '就业服务', '维权帮扶', '技能提升', '商家优惠', '公共服务']

const names: Record<string, string[]> = {
  wechat: [
    '工会微家园',
    '职工之声',
    '匠心在线',
    '工会暖心站',
    '劳动者之窗',
    '班组微课堂',
    '工友说',
    '普惠周周见',
  ],
  miniprogram: [
    '普惠一码通',
    '工会服务随身办',
    '职工惠生活',
    '技能微课堂',
    '驿站地图',
    '会员码',
    '心灵驿站',
    '求职小灯塔',
  ],
  app: [
    '智慧工会',
    '职工e家',
    '工会云服务',
    '掌上职工之家',
    '匠心学院',
    '工会直通车',
    '职工书屋',
    '劳动竞赛云',
  ],
  website: [
    '职工服务网',
    '网上工会大厅',
    '职工技能学习网',
    '工会普惠商城',
    '维权咨询在线',
    '创新成果展厅',
    '职工文化云',
    '法律援助窗',
  ],
}

const subtypes = Object.keys(names)

const indicators = [
  {
    indicator: '平台建设与运行',
    fullMarks: 20,
    weight: 20,
    evidence: '连续运行无重大故障，可用率99.9%，提供运行监测记录。',
  },
  {
    indicator: '服务内容与覆盖',
    fullMarks: 25,
    weight: 25,
    evidence: '上线服务事项三十余项，覆盖全部基层工会，附事项清单。',
  },
  {
    indicator: '用户规模与活跃',
    fullMarks: 20,
    weight: 20,
    evidence: '后台统计截图，月活跃用户占注册用户三成以上。',
  },
  {
    indicator: '正能量传播',
    fullMarks: 20,
    weight: 20,
    evidence: '全年推送原创正能量内容二百余篇，单篇最高阅读量十万以上。',
  },
  {
    indicator: '数据与网络安全',
    fullMarks: 15,
    weight: 15,
    evidence: '通过网络安全等级保护测评，个人信息脱敏展示。',
  },
]

export function platformWords(random: Random, index: number, unitName: string): PlatformWords {
  const subtype = subtypes[index % subtypes.length]!
  const name = names[subtype]![Math.floor(index / subtypes.length) % names[subtype]!.length]!
  const registeredUsers = random.integer(32, 960) * 1000 + random.integer(0, 999)
  const services = themes.filter((theme) => random.chance(0.55) || theme === themes[index % 6])
  return {
    name,
    subtype,
    theme: themes[index % themes.length]!,
    title: `${unitName}“${name}”`,
    summary: `“${name}”由${unitName}工会运营，集${services.join('、')}于一体，坚持内容为王、服务为本，把普惠做到职工身边。平台注册用户${registeredUsers}人，${random.pick(praise)}`,
    address: `https://platform-${String(index + 1).padStart(2, '0')}.example.org/`,
    services,
    registeredUsers,
    activeUsers: Math.round(registeredUsers * random.between(0.28, 0.71)),
    selfAssessment: indicators.map(({ fullMarks, ...rest }) => ({
      ...rest,
      fullMarks,
      marks: fullMarks - random.integer(0, 4),
    })),
  }
}

const praise = [
  '职工说：有事先上平台看看，已经成了习惯。',
  '常态化开展线上读书、健步走和消费帮扶活动。',
  '与线下驿站联动，做到线上点单、线下服务。',
  '“一键求助”平均响应时间不超过十分钟。',
]
