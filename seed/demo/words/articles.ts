/** Announcements on the campaign's platforms: 活动信息. */
import type { SceneName } from '../art/scenes/index.ts'

export type ArticleWords = {
  slug: string
  title: string
  summary: string
  publishedOn: string
  published: boolean
  scene: SceneName
  paragraphs: string[]
}

/** `publishedOn` is a day in Shanghai. */
export const articles: readonly ArticleWords[] = [
  {
    slug: 'demo-call-2022',
    title: '2022年“网聚职工正能量 争做中国好网民”主题活动启动',
    summary: '六个子项目同时开始征集，各级工会组织职工以作品传递网上正能量。',
    publishedOn: '2022-06-07',
    published: true,
    scene: 'bridge',
    paragraphs: [
      '主题活动今起启动，面向全省职工征集维权服务案例、微视频、摄影、诵读、网评作品和普惠服务平台六类内容。',
      '各设区市、产业工会按子项目要求收集、整理、报送素材，征集截至8月31日。作品须为原创，内容真实、健康向上。',
      '优秀作品将在活动平台集中展示，并按项目组织评选。',
    ],
  },
  {
    slug: 'demo-photo-tips',
    title: '摄影作品怎么拍？听听一线拍摄者的五条建议',
    summary: '把镜头对准身边人，光线、距离、瞬间与真诚缺一不可。',
    publishedOn: '2022-06-24',
    published: true,
    scene: 'welding',
    paragraphs: [
      '走近一点，再走近一点：劳动者的手、汗水和眼神，往往比宏大的场面更动人。',
      '等一个瞬间：焊花亮起、汽笛响起、同伴回头，按下快门之前先学会等待。',
      '注意安全：进入作业区须经许可，不干扰生产；组照四至八幅，按叙事顺序排列；不合成、不增删画面内容。',
    ],
  },
  {
    slug: 'demo-midterm',
    title: '征集过半：各地报送踊跃，产业工会首次组团参加',
    summary: '截至七月中旬，六个子项目均已收到作品，摄影类数量居首。',
    publishedOn: '2022-07-18',
    published: true,
    scene: 'harbour',
    paragraphs: [
      '活动启动以来，各地工会通过培训、采风、班组征集等方式广泛动员，车间、码头、工地、田间都留下了创作者的身影。',
      '产业工会首次以组团方式参加，带来一批反映行业特色的作品。',
      '组委会提醒：请在报送前对照要求自查，避免因材料不全被退回。',
    ],
  },
  {
    slug: 'demo-review-begins',
    title: '作品征集结束，评选工作有序展开',
    summary: '初审、复审、终审由不同人员分别完成，确保公平公正。',
    publishedOn: '2022-09-02',
    published: true,
    scene: 'gears',
    paragraphs: [
      '作品征集已经结束，评选工作按项目展开。每件作品须经报送单位初审、承办单位复审和省级终审三道关口。',
      '同一人不得在同一件作品上承担两道审核，全过程留痕。',
    ],
  },
  {
    slug: 'demo-showcase',
    title: '优秀作品线上展示开幕',
    summary: '一百余件作品集中亮相，邀您为身边的劳动者点赞。',
    publishedOn: '2022-10-12',
    published: true,
    scene: 'wheat',
    paragraphs: [
      '线上展示分为“匠心”“守望”“丰收”“远航”四个篇章，讲述不同岗位上的奋斗故事。',
      '展示期间，作品按类别轮换推荐，欢迎广大职工观看、转发。',
    ],
  },
  {
    slug: 'demo-summary-draft',
    title: '活动总结展示活动安排（拟稿）',
    summary: '内部拟稿，尚未发布。',
    publishedOn: '2022-11-10',
    published: false,
    scene: 'nightshift',
    paragraphs: ['展示活动拟于十一月下旬举行，议程和名单待定。'],
  },
]
