import { words } from '../domain/words.ts'
import { translationsOf } from './elements/translate.ts'

/** What the admin's frame and start page say, Chinese first. */
export const adminTexts = {
  product: words('网聚职工正能量 争做中国好网民', 'Workers’ good energy online'),
  productShort: words('好网民活动', 'Campaign'),
  organiser: words('江苏省总工会', 'Jiangsu Federation of Trade Unions'),
  loginLead: words(
    '江苏省职工网络正能量作品征集、审核与发布平台。请使用本单位分配的账号登录。',
    'Where works are sent in, reviewed and published. Log in with the account your unit gave you.',
  ),
  otherLanguage: words('English', '中文'),

  // navigation
  start: words('待办', 'To do'),
  entries: words('作品', 'Entries'),
  review: words('审核', 'Review'),
  publishing: words('信息发布', 'Publishing'),
  voting: words('投票', 'Voting'),
  judging: words('评审与结果', 'Judging and results'),
  unitCertificates: words('本单位证书', 'Certificates of my unit'),
  unitObjections: words('公示与异议', 'Notices and objections'),
  campaign: words('活动设置', 'Campaign'),
  people: words('组织与账号', 'People and units'),
  waitingHere: words('{{count}} 件待我处理', '{{count}} waiting for me'),
  account: words('我的账号', 'My account'),
  navigation: words('主导航', 'Main navigation'),

  // the start page
  hello: words('{{name}}，您好', 'Hello, {{name}}'),
  nothingWaits: words('没有等您处理的作品', 'Nothing waits for you'),
  nothingWaitsHint: words(
    '有作品需要您办理时，会出现在这里。',
    'What needs you will be shown here.',
  ),
  waits: words('待我处理', 'Waiting for me'),
  pieces: words('{{count}} 件', '{{count}}'),
  dutyDraft: words('草稿，待完善并报送', 'Drafts to finish and submit'),
  dutyReturned: words('被退回，待修改后再报送', 'Returned, to mend and submit again'),
  dutySubmitted: words('待初审', 'First reviews to do'),
  dutyRecommended: words('待复审（承办单位）', 'Second reviews to do, as host'),
  dutyAccepted: words('待终审发布', 'Final reviews to do'),
  attention: words('请决定去留的已发布作品', 'Published works to decide over'),
  attentionHint: words(
    '作者已注销身份或撤回授权。可以保留展示；如需下架，请打开作品办理。',
    'Their authors left or took a consent back. Keep them public here, or open one to take it down.',
  ),
  keepPublic: words('保留展示', 'Keep it public'),
  jobs: words('后台任务', 'Background jobs'),
  jobsQuiet: words(
    '后台任务：没有等待、进行中或失败的任务。',
    'Background jobs: nothing waits, runs or failed.',
  ),
  jobsNotLoaded: words('没有读到后台任务', 'The background jobs could not be read'),
  jobsWaiting: words('等待', 'Waiting'),
  jobsWorking: words('进行中', 'Running'),
  jobsFailed: words('失败', 'Failed'),
  jobsMore: words('另有 {{count}} 个失败的任务没有列出', '{{count}} more failed, not listed'),
  jobFault: words('系统出错，可以重试', 'A fault of the system; try again'),
  jobTries: words('试过 {{count}} 次', 'tried {{count}} time(s)'),
  jobDetails: words('技术信息', 'Details for operators'),
  jobRetry: words('重试', 'Try again'),
  noAnswer: words('服务器没有应答，请重试', 'The server did not answer; try again'),
  calendar: words('活动日程', 'Calendar'),
  today: words('今天', 'Today'),
  allTracks: words('全部子项目', 'All tracks'),
  ownWindows: words('时间另定', 'own dates'),
  noCampaign: words('还没有设定活动', 'No campaign has been set up'),
  newEntry: words('报送新作品', 'Start a new entry'),
  collectOpen: words('征集中，还剩 {{count}} 天', 'Open, {{count}} day(s) left'),
  collectLast: words('今天截止', 'Closes today'),
  collectSoon: words('{{count}} 天后开始', 'Opens in {{count}} day(s)'),
  collectOver: words('征集已结束', 'Closed'),
  activity: words('最近动态', 'Latest'),
  activityAll: words('全部审核日志', 'All records'),
  activityNone: words('还没有审核动态', 'Nothing has happened yet'),
  noUnit: words(
    '账号还没有指定单位，请联系上级管理员。',
    'Your account names no unit yet; ask who manages it.',
  ),
  edit: words('修改内容', 'Changed the content'),
  note: words('添加备注', 'Added a note'),
  unmask: words('查看联系电话', 'Looked at phone numbers'),
  roleProvince: words('省级管理', 'Province'),
  roleEditor: words('单位编辑', 'Editor'),
  roleJudge: words('评委', 'Judge'),
  roleSupervisor: words('网信办', 'Supervisor'),
} as const

export type AdminKey = keyof typeof adminTexts

/** Payload's own texts where its Chinese is stiff or long. */
const wording = {
  general: {
    createNew: '新建',
    creatingNewLabel: '新建{{label}}',
    noLabel: '（无{{label}}）',
    noResultsFound: '没有找到',
    payloadSettings: '界面设置',
    noResultsDescription: '没有符合当前条件的记录。',
  },
  fields: { addLabel: '添加{{label}}' },
}

const own = translationsOf('house', adminTexts)

export const adminTranslations = { zh: { ...own.zh, ...wording }, en: own.en }
