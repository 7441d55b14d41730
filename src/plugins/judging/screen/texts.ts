import { translationsOf } from '../../../admin/elements/translate.ts'
import { words } from '../../../domain/words.ts'

/** What the judging screen says, Chinese first. */
export const screenTexts = {
  title: words('专家评审', 'Judging'),
  product: words('江苏工会好网民活动', 'Jiangsu Netizen Campaign'),
  account: words('账号', 'Account'),
  logOut: words('退出登录', 'Log out'),
  forJudges: words(
    '这里是评委的评审页面。您的账号不是评委账号，评审轮次在“专家评审”列表中。',
    'This page is for judges. Yours is another account: rounds are in the list “Judging rounds”.',
  ),
  toStart: words('回到首页', 'To the start page'),

  // rounds
  hello: words('{{name}}，您好', 'Welcome, {{name}}'),
  roundsLead: words(
    '以下是请您评审的轮次。评分边评边存，随时可以停下，下次从原处继续。',
    'These rounds wait for you. Every mark is saved at once: stop any time, go on later.',
  ),
  noRounds: words('目前没有请您评审的轮次', 'No round waits for you now'),
  noRoundsHint: words(
    '轮次开放后会出现在这里，并发邮件通知您。',
    'Rounds appear here when they open; you get a mail, too.',
  ),
  rules: words('评审规则', 'How it is counted'),
  begin: words('开始评审', 'Begin'),
  goOn: words('继续评审', 'Go on'),
  look: words('查看', 'Look'),
  state_before: words('未开始', 'Not open yet'),
  state_open: words('评审中', 'Open'),
  state_paused: words('已暂停', 'Paused'),
  pausedFor: words('暂停评审：{{reason}}', 'Paused: {{reason}}'),
  state_closed: words('已截止', 'Closed'),
  state_locked: words('已锁定', 'Locked'),
  kind_score: words('打分', 'Marks'),
  kind_qualify: words('通过与否', 'Yes or no'),
  kind_rank: words('排序', 'Order'),
  until: words('{{at}} 截止', 'until {{at}}'),
  from: words('{{at}} 开始', 'from {{at}}'),
  blind: words('匿名评审', 'Blind'),
  blindNote: words(
    '作者与单位已隐去，作品只以编号出现。认出作者时，请点“我认识作者”回避。',
    'Author and unit are hidden; works go by numbers. If you recognise an author, say “I know this author”.',
  ),
  progress: words('已提交 {{done}} / {{total}}', '{{done}} of {{total}} handed in'),
  waitingHere: words(
    '本机有 {{count}} 件评分待上传',
    '{{count}} works on this device wait to be sent',
  ),

  // states of works
  work_open: words('未评', 'Open'),
  work_started: words('评了一部分', 'Begun'),
  work_complete: words('已评，未提交', 'Marked, not handed in'),
  'work_handed-in': words('已提交', 'Handed in'),
  work_skipped: words('已跳过', 'Skipped'),
  work_withdrawn: words('已撤回', 'Withdrawn'),
  work_recused: words('已回避', 'Recused'),

  // the bar
  allRounds: words('所有轮次', 'All rounds'),
  place: words('{{at}} / {{total}}', '{{at}} / {{total}}'),
  saved: words('已保存 {{at}}', 'Saved {{at}}'),
  nothingYet: words('边评边存', 'Saved as you go'),
  saving: words('正在保存……', 'Saving …'),
  offline: words('离线，{{count}} 件待上传', 'Offline, {{count}} wait'),
  offlineNone: words('离线，可继续评审', 'Offline, go on'),
  retrying: words('{{count}} 件待上传，正在重试', '{{count}} wait, trying again'),
  signedOut: words('登录已过期，评分保存在本机', 'Logged out; marks are kept here'),
  logIn: words('重新登录', 'Log in'),
  notKept: words(
    '此浏览器不能保存数据，请勿关闭本页',
    'This browser keeps nothing: leave the page open',
  ),
  toSettle: words('{{count}} 件待您处理', '{{count}} need you'),
  undo: words('撤销', 'Undo'),
  standing: words('我的评分分布', 'My marks'),
  overview: words('全部作品', 'All works'),
  help: words('快捷键', 'Keys'),
  handIn: words('提交评分', 'Hand in'),
  close: words('关闭', 'Close'),

  // a work
  number: words('{{number}} 号', 'No. {{number}}'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到，正在重试', 'Not read, trying again'),
  retry: words('重试', 'Try again'),
  notThere: words('没有这一轮次，或不再请您评审', 'No such round, or not yours any more'),
  noWorks: words('目前没有分配给您的作品', 'No works are assigned to you now'),
  previous: words('上一件', 'Previous work'),
  next: words('下一件', 'Next work'),
  skip: words('跳过', 'Skip'),
  unskip: words('取消跳过', 'Not skipped'),
  recuse: words('我认识作者', 'I know this author'),
  recused: words('{{number}} 号将回避，不再由您评审', 'No. {{number}} will go to another judge'),
  takeBack: words('撤回', 'Take back'),
  calibrates: words('校准作品', 'Calibration'),
  calibratesNote: words(
    '前几件是校准作品：评委之间尽量先评相同的作品，便于统一尺度。评完之后可以回来修改。',
    'Judges who have these works begin with them, too, so that all find one measure. You can come back to them.',
  ),
  about: words('作品说明', 'About'),
  more: words('展开', 'More'),
  less: words('收起', 'Less'),
  pending: words('{{count}} 个文件还在处理，稍后可看。', '{{count}} files are not ready yet.'),
  withheld: words(
    '匿名评审，{{count}} 个文档不展示。',
    'Blind: {{count}} documents are kept back.',
  ),
  withdrawnNote: words('作品已撤回或下架，不必再评。', 'The work was withdrawn: nothing to do.'),
  notYet: words(
    '评审尚未开始，开始之后才能看到作品。',
    'Judging has not begun: works show once it has.',
  ),
  changed: words(
    '作品在评选开始后有改动（{{at}}），请核对您的评分。',
    'The work was changed after the round had begun ({{at}}): check your marks.',
  ),
  readOnly_before: words('评审尚未开始，可以先浏览作品。', 'Judging has not begun; look around.'),
  readOnly_paused: words('评审暂停中，暂不收评分。', 'Paused: no marks are taken now.'),
  readOnly_closed: words('评审已截止，评分不能再改。', 'Judging is over: marks stand.'),
  readOnly_locked: words('本轮已锁定，评分不能再改。', 'The round is locked: marks stand.'),
  fixed: words(
    '本件已提交，并已看到他人评分，不能再改。',
    'Handed in, and others’ marks were shown: it stands.',
  ),

  // marks
  marks: words('评分', 'Marks'),
  outOf: words('满分 {{full}}', 'of {{full}}'),
  weight: words('权重 {{percent}}%', 'weight {{percent}}%'),
  noMark: words('未评', 'no mark'),
  anchors: words('评分参考', 'What marks mean'),
  total: words('合计', 'Total'),
  tooHigh: words('最高 {{full}} 分，最多两位小数', '{{full}} at most, two decimals'),
  confirm: words('下一项', 'Next'),
  confirmLast: words('下一件', 'Next work'),
  erase: words('删除', 'Delete'),
  pad: words('数字键', 'Digits'),
  note: words('评语（仅工作人员可见）', 'A note (for the staff)'),
  passes: words('通过', 'Yes'),
  fails: words('不通过', 'No'),
  handInOne: words('提交本件', 'Hand this in'),
  handInOneNote: words(
    '提交之后可看到他人评分，本件不能再改。',
    'After that you see others’ marks, and yours stand.',
  ),
  others: words('其他评委', 'Other judges'),

  // conflicts and refusals
  conflict: words('这件作品在另一台设备上也评过', 'Judged on another device, too'),
  here: words('本机 {{at}}', 'Here, {{at}}'),
  there: words('另一台设备 {{at}}', 'There, {{at}}'),
  keepHere: words('用本机的', 'Keep these'),
  keepThere: words('用那边的', 'Keep those'),
  newer: words('较新', 'newer'),
  refused: words('没有保存', 'Not saved'),
  again: words('再试', 'Try again'),
  drop: words('放弃本机的改动', 'Drop what is here'),
  show: words('去看看', 'Show'),

  // the overview
  left: words('还有 {{count}} 件未评完', '{{count}} works are not whole yet'),
  skippedLeft: words('跳过 {{count}} 件', '{{count}} skipped'),
  ready: words('{{count}} 件评完待提交', '{{count}} ready to hand in'),
  allIn: words('全部作品都已提交，谢谢您！', 'All works are handed in. Thank you!'),
  handInAll: words('提交 {{count}} 件', 'Hand in {{count}}'),
  handInNote: words(
    '提交之后，截止之前仍可修改。',
    'What is handed in can be changed until the round closes.',
  ),
  handInFinal: words(
    '提交之后可看到他人评分，不能再改。',
    'After that you see others’ marks, and yours stand.',
  ),
  stillSending: words('还有 {{count}} 件正在上传', '{{count}} are on their way'),

  // own distribution
  standingHint: words(
    '只有您自己看得到，按已提交的作品统计。',
    'For your eyes only, of the works handed in.',
  ),
  standingNone: words('提交之后显示分布', 'Shown once works are handed in'),
  standingTotals: words('总分', 'Totals'),
  handedInCount: words('已提交 {{count}} 件', '{{count}} handed in'),

  // media
  zoom: words('放大或还原', 'Zoom in or out'),
  zoomHint: words('滚轮、双指或双击放大，拖动查看', 'Wheel, pinch or double click; drag to move'),
  picture: words('作品 {{number}} 号，第 {{place}} 幅', 'Work no. {{number}}, picture {{place}}'),
  film: words('作品 {{number}} 号，影片', 'Work no. {{number}}, film'),
  sound: words('作品 {{number}} 号，音频', 'Work no. {{number}}, sound'),
  document: words('打开文件（{{type}}）', 'Open the file ({{type}})'),
  speed: words('播放速度', 'Speed'),
  resumed: words('从 {{at}} 继续', 'Resumed at {{at}}'),
  mediaFailed: words('文件没有读到', 'The file could not be read'),

  // ranks
  rankLead: words(
    '把作品从优到次排好：拖动，或选中后按 Alt + ↑ ↓。难分高下的可以并列。',
    'Put the works in order, the best first: drag, or Alt + ↑ ↓ on the chosen one. Equal ones may share a place.',
  ),
  rankPlace: words('第 {{place}} 名', 'Place {{place}}'),
  up: words('上移', 'Up'),
  down: words('下移', 'Down'),
  tie: words('与上一件并列', 'Equal to the one above'),
  untie: words('取消并列', 'Not equal'),
  drag: words('拖动排序', 'Drag'),
  handInOrder: words('提交排序', 'Hand in the order'),
  orderIn: words('排序已提交 {{at}}', 'Order handed in {{at}}'),

  // keys
  keyMarks: words('输入分数（可有两位小数）', 'Type a mark (two decimals at most)'),
  keyEnter: words(
    '确认，到下一项；末项之后到下一件',
    'Confirm and on; after the last to the next work',
  ),
  keyBack: words('上一项', 'The criterion before'),
  keyStep: words('加减 1 分（Shift：0.5 分）', 'One mark up or down (Shift: a half)'),
  keyWorks: words('上一件、下一件', 'The work before, the next'),
  keySkip: words('跳过，或取消跳过', 'Skip, or not'),
  keyUndo: words('撤销', 'Undo'),
  keyYes: words('通过，并到下一件', 'Yes, and on'),
  keyNo: words('不通过，并到下一件', 'No, and on'),
  keyZoom: words('放大或还原', 'Zoom in or out'),
  keyPlay: words('播放、暂停', 'Play, pause'),
  keyOverview: words('全部作品、提交', 'All works, hand in'),
  keyStanding: words('我的评分分布', 'My marks'),
  keyHelp: words('显示这张表', 'This list'),
  keyMove: words('把选中的作品上移、下移', 'Move the chosen work up or down'),
  swipeHint: words(
    '手机上：左右滑动换作品，双指放大。',
    'On a phone: swipe for works, pinch to zoom.',
  ),
}

export type ScreenKey = keyof typeof screenTexts

export const screenNamespace = 'judgingScreen'
export const screenTranslations = translationsOf<ScreenKey>(screenNamespace, screenTexts)
