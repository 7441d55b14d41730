/** Online commentaries: arguments of 500 to 1,400 字 put together from many sentences. */
import type { SceneName } from '../art/scenes/index.ts'
import type { Random } from '../random.ts'

export type CommentaryWords = {
  theme: string
  scene: SceneName
  title: string
  summary: string
  body: string
}

/** `thing` is what the piece is about, as a noun; `case` the news that it begins with. */
type Topic = { theme: string; scene: SceneName; titles: string[]; thing: string; news: string }

const topics: Topic[] = [
  {
    theme: '工会工作',
    scene: 'nightshift',
    titles: ['把工会的“网线”接到职工心坎上', '服务在线，更要“在场”'],
    thing: '网上工会服务',
    news: '某地工会把服务事项全部搬上手机，同时保留线下窗口，年长职工也能轻松办事',
  },
  {
    theme: '劳动精神',
    scene: 'welding',
    titles: ['一束焊花里的中国底气', '匠心，是最硬的流量'],
    thing: '劳模精神和工匠精神',
    news: '一段焊工在练习板上反复施焊的短视频走红，播放量超过百万',
  },
  {
    theme: '职工关注',
    scene: 'powerline',
    titles: ['高温津贴，别让“清凉”打了折', '烈日下的权益不能“中暑”'],
    thing: '高温天气下的劳动保护',
    news: '入夏以来，多地持续高温，户外劳动者的作业时间和津贴发放引发讨论',
  },
  {
    theme: '社会热点',
    scene: 'medical',
    titles: ['转发之前，先停三秒', '让理性成为评论区的底色'],
    thing: '网络谣言治理',
    news: '一则未经核实的消息在多个职工群中流传，数小时后被权威部门证伪',
  },
  {
    theme: '工会工作',
    scene: 'harbour',
    titles: ['小驿站如何装下大民生', '驿站的灯，为谁而亮'],
    thing: '户外劳动者驿站',
    news: '不少城市的户外劳动者驿站在夏天延长开放时间，有的还增加了充电和热饭服务',
  },
  {
    theme: '劳动精神',
    scene: 'loom',
    titles: ['在平凡的岗位上发光', '从“一根纱”读懂坚守'],
    thing: '平凡岗位上的坚守',
    news: '一位纺织女工四十年接头上千万次的故事，被年轻人做成了动画短片',
  },
  {
    theme: '职工关注',
    scene: 'gears',
    titles: ['技能涨薪，激活一池春水', '让“手上的功夫”更值钱'],
    thing: '技能人才的待遇',
    news: '又有一批企业推出技能津贴制度，一线技工的收入首次超过同级管理岗位',
  },
  {
    theme: '社会热点',
    scene: 'bridge',
    titles: ['算法再快，也要等等骑手', '给算法装上温度计'],
    thing: '平台算法的规范',
    news: '有平台宣布优化配送算法，延长部分时段的配送时间，引来一片点赞',
  },
  {
    theme: '工会工作',
    scene: 'wheat',
    titles: ['网上练兵练什么', '让指尖上的课堂热起来'],
    thing: '职工线上技能培训',
    news: '一场线上技能竞赛吸引了上万名职工报名，决赛现场的弹幕里满是“学到了”',
  },
  {
    theme: '劳动精神',
    scene: 'shipyard',
    titles: ['大国重器，起于毫末', '造船人的“慢”与“快”'],
    thing: '大国重器背后的劳动者',
    news: '一艘自主建造的大型船舶顺利出坞，镜头第一次长时间停留在普通工人身上',
  },
  {
    theme: '社会热点',
    scene: 'nightshift',
    titles: ['清朗空间需要每一个“我”', '做键盘上的“文明人”'],
    thing: '网络文明建设',
    news: '一家企业把“文明上网公约”写进了班组公约，班前会多了五分钟的网络素养课',
  },
]

/** @param index walks through topics and their titles */
export function commentaryWords(random: Random, index: number): CommentaryWords {
  const { theme, scene, titles, thing, news } = topics[index % topics.length]!
  const turn = Math.floor(index / topics.length)
  const base = titles[turn % titles.length]!
  const series = ['', '', '·再谈', '·三议', '·余论', '·读者来信之后']
  return {
    theme,
    scene,
    title: `${base}${series[turn] ?? ''}`,
    summary: `从“${news.slice(0, 22)}……”谈起，评论认为，${thing}既要有制度的刚性，也要有人心的温度。`,
    body: body(random, { thing, news }),
  }
}

/** A comic: what is said in its four panels, and its caption of at most 200 字. */
export function comicWords(random: Random): { panels: readonly string[]; caption: string } {
  return random.pick(comics)
}

const comics = [
  {
    panels: [
      '听说了吗？快转发！',
      '等等，哪里来的消息？',
      '我去官网查一查。',
      '是谣言，到我为止！',
    ],
    caption: '四格漫画：消息跳出，手指悬停，查证来源，止于智者。转发之前停三秒，谣言就少一个出口。',
  },
  {
    panels: ['师傅，评论区吵起来了。', '先把零件量准。', '说话也要有公差？', '对，差一点都不行！'],
    caption: '四格漫画：网络空间和机床一样，说话也要讲精度。理性表达，是看不见的工匠精神。',
  },
  {
    panels: [
      '新来的工友不会用手机办事。',
      '我教你，先点这里。',
      '三分钟就好了？',
      '工会就在你身边。',
    ],
    caption: '四格漫画：网上的便利和身边的温度，一样都不能少。',
  },
]

function body(random: Random, { thing, news }: { thing: string; news: string }): string {
  const [first, second, third] = random.sample(arguments_, 3) as [Argument, Argument, Argument]
  return [
    `${news}。${random.pick(openings)}${random.pick(questions).replaceAll('{t}', thing)}`,
    ...[first, second, third].map((argument, index) =>
      [['首先，', '其次，', '再者，'][index], ...argument].join('').replaceAll('{t}', thing),
    ),
    random.pick(turns).replaceAll('{t}', thing),
    `${random.pick(endings).replaceAll('{t}', thing)}${random.pick(calls)}`,
  ].join('\n\n')
}

const openings = [
  '热度背后，是广大职工对美好生活的朴素期待。',
  '网友们的留言里，有点赞，有追问，也有真诚的建议。',
  '一件看似不大的事，为什么能触动这么多人？',
  '评论区里，一句“这说的不就是我身边的事吗”获得了最高的赞同。',
]

const questions = [
  '对于{t}，我们既要看到已经迈出的步子，也要看清还要走的路。',
  '由此说开去，{t}究竟难在哪里，又该往哪里使劲，值得认真想一想。',
  '透过现象看本质，谈论{t}，最终谈论的是怎样对待每一个认真工作的人。',
]

type Argument = string[]

const arguments_: Argument[] = [
  [
    '{t}要从“有没有”走向“好不好”。',
    '过去，人们关心的是有没有渠道、有没有平台；今天，人们更在意体验是否顺畅、回应是否及时、结果是否可感。',
    '一项服务如果需要注册三个账号、填写五张表格，即便初衷再好，也难免让人望而却步。',
    '衡量工作成效的尺子，不应只是上线了多少功能，而应是职工少跑了多少路、少费了多少心。',
  ],
  [
    '{t}离不开每一个具体的人。',
    '车间里的一次示范、班组群里的一句提醒、社交平台上的一条认真回复，都是在为风清气正的环境添砖加瓦。',
    '有人说，个人的声音太小，掀不起浪花；可是千万滴水汇在一起，就是江河。',
    '当越来越多的劳动者愿意讲述自己的故事，正能量就不再是口号，而是可以触摸的日常。',
  ],
  [
    '{t}需要制度来托底。',
    '热心可以点亮一盏灯，制度才能照亮一条路。',
    '从摸清底数到明确责任，从公开标准到接受监督，每一个环节都要经得起追问。',
    '尤其要防止“一阵风”式的推进：活动结束了，机制也跟着散了，职工的信任就会在一次次落空中被消耗。',
  ],
  [
    '{t}要善用技术，更要守住温度。',
    '大数据可以算出谁在加班，却算不出一个人为什么沉默；智能客服可以秒回，却未必能听懂话里的委屈。',
    '把重复的事交给机器，把省下来的时间留给面对面的交谈，技术才算用对了地方。',
    '同时，越是依赖数据，越要保护好个人信息，不该收集的坚决不收集，不该公开的绝不公开。',
  ],
  [
    '{t}要向基层要办法。',
    '许多管用的点子，往往出自一线职工之手：把安全口诀编成顺口溜，把操作要点拍成一分钟短片，把复杂流程画成一张图。',
    '这些“土办法”未必精致，却带着现场的温度和分寸。',
    '多些问计于工的耐心，少些闭门造车的想象，政策的落点才会更准。',
  ],
  [
    '{t}要算长远账。',
    '短期看，投入时间与资金似乎增加了成本；长远看，安心的职工、和谐的班组、过硬的技能，正是企业最可靠的竞争力。',
    '有企业负责人坦言，舍得在人身上花钱之后，离职率降了，合格率升了，这笔账越算越明白。',
    '尊重劳动，从来不是一句情怀，而是实实在在的发展逻辑。',
  ],
]

const turns = [
  '当然，也要看到，{t}不可能一蹴而就。不同行业、不同地区的条件千差万别，既不能搞“一刀切”，也不能以“情况特殊”为由迟迟不动。把能做的先做起来，把难做的一件件啃下来，方向对了，慢一点也是前进。',
  '也有人担心，谈{t}会不会流于形式。这份担心并非多余。破解之道，在于把评价的权利交给职工：好不好，让使用的人打分；实不实，让身边的人作证。经得起群众检验的工作，才站得住、走得远。',
  '网络放大了声音，也放大了情绪。围绕{t}的讨论，难免有误解、有偏激。越是这样，越需要用事实说话、以理服人，在众声喧哗中守住那份清醒与善意。',
]

const endings = [
  '说到底，{t}的背后是一个个奔忙的身影。',
  '时代是出卷人，劳动者是答卷人，{t}正是其中的一道必答题。',
  '从车间到云端，从指尖到心间，{t}拉近的是人与人的距离。',
]

const calls = [
  '让我们从自己做起，从手边的小事做起，说真话、做实事、传递善意，争做新时代的中国好网民。',
  '愿每一份辛劳都被看见，每一种声音都被善待，让正能量成为网络空间最动人的回响。',
  '把岗位当考场，把屏幕当窗口，用劳动的光亮照见更加清朗的网络空间。',
]
