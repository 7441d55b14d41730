/** Rights-service cases: five sections of plausible Chinese with figures, all of it invented. */
import type { Random } from '../random.ts'

export type CaseWords = {
  theme: string
  title: string
  summary: string
  situation: string
  practice: string
  digitalFeatures: string
  results: string
  demonstration: string
}

type Matter = { theme: string; titles: string[]; group: string; need: string; tool: string }

const matters: Matter[] = [
  {
    theme: '入会服务',
    titles: ['“扫码入会”让新就业形态劳动者找到家', '一码入会：骑手的三分钟'],
    group: '快递员、外卖配送员和网约车司机',
    need: '入会手续多、跑动多、找不到组织',
    tool: '“扫码入会”小程序',
  },
  {
    theme: '法律维权',
    titles: ['“云上法援”打通维权最后一公里', '线上调解室：欠薪案七日办结'],
    group: '建筑和制造企业的务工人员',
    need: '劳动争议取证难、往返成本高',
    tool: '“工会云法援”平台',
  },
  {
    theme: '就业服务',
    titles: ['直播带岗：把招聘会搬进手机', '“工会就业地图”连起人与岗'],
    group: '求职职工和返乡务工人员',
    need: '岗位信息分散、真假难辨',
    tool: '“就业地图”服务',
  },
  {
    theme: '困难帮扶',
    titles: ['数据多跑路，帮扶早上门', '一键预警：主动发现困难职工'],
    group: '因病因灾致困的职工家庭',
    need: '申请材料重复提交、发现滞后',
    tool: '困难职工主动发现系统',
  },
  {
    theme: '互助保障',
    titles: ['互助保障“指尖办”：理赔不出车间', '从七天到七小时：互助理赔再提速'],
    group: '参加职工互助保障的会员',
    need: '理赔流程长、票据往返邮寄',
    tool: '互助保障在线理赔',
  },
  {
    theme: '技能提升',
    titles: ['“云课堂”里的技能红利', '线上练兵：班组里的冠军联赛'],
    group: '一线技术工人',
    need: '工学矛盾突出、优质师资难共享',
    tool: '“匠心云课堂”',
  },
  {
    theme: '健康服务',
    titles: ['职工心理驿站24小时在线', '体检报告会说话：职工健康云管家'],
    group: '高强度岗位和夜班职工',
    need: '健康隐患发现晚、心理支持渠道少',
    tool: '职工健康云管家',
  },
  {
    theme: '安全生产',
    titles: ['“随手拍”拍出安全隐患闭环', '班前五分钟：线上安全课'],
    group: '危险作业岗位职工',
    need: '隐患上报链条长、反馈不及时',
    tool: '安全隐患“随手拍”',
  },
  {
    theme: '女职工服务',
    titles: ['“码”上有妈咪小屋', '线上护航：女职工权益一键直达'],
    group: '孕期和哺乳期女职工',
    need: '哺乳场所难寻、权益咨询无门',
    tool: '“妈咪小屋”地图',
  },
]

/** @param index walks through the nine themes */
export function caseWords(random: Random, index: number, unitName: string): CaseWords {
  const { theme, titles, group, need, tool } = matters[index % matters.length]!
  const title = titles[Math.floor(index / matters.length) % titles.length]!
  const people = random.integer(12, 98) * 100
  const share = random.integer(81, 98)
  const days = random.integer(2, 6)
  const one = (list: string[]) => random.pick(list)
  return {
    theme,
    title: `${title}——${unitName}的实践`,
    summary: `针对${group}${need}的问题，${unitName}工会建设${tool}，把线下服务搬到线上，累计服务职工${people}人次，满意率${share}%。`,
    situation: [
      `近年来，${unitName}辖区内${group}数量持续增长，工作地点分散、流动性强、用工形式多样。`,
      `2021年底开展的一次问卷调查显示，受访的${random.integer(8, 30) * 100}名职工中，有${random.integer(52, 76)}%反映${need}，近三分之一的人表示“不知道工会能帮什么忙”。`,
      one([
        '传统服务以窗口受理为主，工作日办公时间与职工上班时间重叠，往往要请假才能办事。',
        '基层工会干部人手有限，一名干部平均要联系十余家企业，单靠走访难以及时掌握诉求。',
      ]),
      one([
        '如何让服务跟着职工走、让数据替职工跑，成为摆在工会面前的一道必答题。',
        '职工在哪里，服务就应该延伸到哪里，网络已经成为工会不能缺席的阵地。',
      ]),
    ].join(''),
    practice: [
      `一是摸清底数建台账。组织网格员逐企走访，按行业、工种、用工形式建立服务对象清单，形成“一人一档”，动态更新。`,
      `二是优化流程减材料。对原有事项逐项梳理，将申请材料由${random.integer(7, 9)}份压减到${random.integer(2, 3)}份，能够通过数据共享获得的一律不再要求职工提供，办理时限由${random.integer(10, 20)}个工作日缩短至${days}个工作日。`,
      `三是线上线下相结合。依托${tool}开通全天候受理，同时在园区、站点设置${random.integer(12, 46)}个线下服务点，安排专人帮助不熟悉手机操作的职工办理。`,
      one([
        '四是建立回访机制。每件事项办结后三日内由系统自动推送评价，低于四星的由工会干部逐一电话回访，问题整改情况在内部平台公示。',
        '四是强化部门协同。与人社、司法、卫健等部门建立联席会议制度，复杂诉求当日转办、限时办结，职工只需说一次。',
      ]),
    ].join('\n'),
    digitalFeatures: [
      `${tool}采用统一身份认证，职工凭会员码即可登录，所有事项在一个入口办理。`,
      one([
        '后台对诉求文本进行自动归类和热点分析，每周生成一张“诉求热力图”，为送服务上门提供依据。',
        '系统按“申请—受理—审核—办结—评价”五个环节留痕，超时自动提醒，重要节点短信告知职工本人。',
      ]),
      '在个人信息保护方面，联系方式加密存储、页面脱敏展示，查看完整信息须经审批并记录日志，切实守住数据安全底线。',
      one([
        '平台还开设了“网上课堂”和“文明上网”专栏，引导职工理性表达、不信谣不传谣。',
        '平台同步提供大字版和语音播报，方便年长职工使用。',
      ]),
    ].join(''),
    results: [
      `自2022年1月上线以来，累计注册职工${people * 3}人，受理各类事项${people}件，办结率${share}%，平均办理时长${days}个工作日，较以往缩短${random.integer(55, 80)}%。`,
      `其中，为${random.integer(120, 980)}名职工挽回经济损失共计${random.integer(86, 640)}万元，走访慰问${random.integer(60, 420)}户，组织线上活动${random.integer(12, 60)}场，参与职工${random.integer(20, 90) * 100}人次。`,
      `第三方满意度测评得分${random.integer(92, 98)}.${random.integer(0, 9)}分，职工留言中提到最多的三个词是“方便”“暖心”“靠谱”。`,
    ].join(''),
    demonstration: [
      one([
        '该做法投入小、见效快、易复制，核心流程已形成操作手册，目前已在周边多个县（市、区）推广。',
        '该做法把“找工会”变成“工会找”，为基层工会运用互联网开展维权服务提供了可借鉴的路径。',
      ]),
      '实践表明，互联网不是简单地把表格搬到网上，而是以职工需求为中心重塑服务流程；只有把网上的便利与线下的温度结合起来，才能真正把正能量送到职工心坎上。',
    ].join(''),
  }
}
