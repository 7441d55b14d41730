import { translationsOf } from '../../admin/elements/translate.ts'
import { words } from '../../domain/words.ts'

/** What the review's screens say, Chinese first. */
export const reviewTexts = {
  // the desk
  number: words('编号', 'Number'),
  submittingUnit: words('报送单位', 'Submitting unit'),
  submittedAt: words('报送时间', 'Submitted'),
  publishedAt: words('发布时间', 'Published'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到审核信息，请重试', 'The review could not be read; try again'),
  retry: words('重试', 'Try again'),
  steps: words('我能办理', 'What I may do now'),
  nothingToDo: words('您现在没有可办理的操作', 'There is nothing for you to do now'),
  saveFirst: words(
    '选好子项目并保存为草稿，再报送',
    'Choose the track and save a draft, then submit',
  ),
  nextWaiting: words('下一件待办（还有 {{count}} 件）', 'Next one waiting ({{count}} left)'),

  // why the content cannot be written
  lockedSubmitted: words(
    '内容已锁定。如需修改，请先退回；或由报送单位撤回。',
    'The content is locked. To change it, return the entry, or have its unit withdraw it.',
  ),
  lockedReview: words(
    '内容已锁定，正在审核。如需修改，请联系{{who}}退回。',
    'The content is locked during the review. To change it, ask {{who}} to return it.',
  ),
  lockedPublished: words(
    '作品已发布，内容已锁定。如有错误，请联系省总工会下架。',
    'The entry is published and locked. If something is wrong, ask the province to take it down.',
  ),
  lockedRejected: words(
    '作品未通过审核，内容已锁定。省总工会可以重新打开。',
    'The entry was rejected and is locked. The province can reopen it.',
  ),
  lockedWithdrawn: words(
    '作品已撤回，内容已锁定。重新打开后可以修改并再次报送。',
    'The entry was withdrawn and is locked. Reopen it to change and submit it again.',
  ),
  lockedOther: words('您可以查看，不能修改。', 'You may look at this but not change it.'),
  editSendsBack: words(
    '您修改内容后，作品会退回到“{{status}}”重新审核，修改逐项记入审核记录。',
    'A change of yours sends the entry back to “{{status}}”, and is logged field by field.',
  ),

  // the dialog of a step
  stepTitle: words('{{action}}：{{title}}', '{{action}}: {{title}}'),
  fromTo: words('状态将由“{{from}}”变为“{{to}}”', 'The state goes from “{{from}}” to “{{to}}”'),
  reasonRequired: words('理由（必填）', 'Reason (required)'),
  reasonOptional: words('说明（选填）', 'Remark (optional)'),
  reasonHint: words(
    '会记入审核记录，报送单位可以看到',
    'Kept in the review trail; the submitting unit sees it',
  ),
  reasonMissing: words('请填写理由', 'Give a reason'),
  unsavedFirst: words('有未保存的修改，会先保存。', 'Unsaved changes are saved first.'),
  saveFailed: words(
    '修改没有保存成功，未继续办理。请按红字改正后再试。',
    'The changes were not saved, so nothing was done. Mend what is marked red and try again.',
  ),
  movedBySaving: words(
    '保存修改使作品回到“{{status}}”，请重新查看后再办理。',
    'Saving sent the entry back to “{{status}}”; look at it again first.',
  ),
  mustMend: words(
    '还有 {{count}} 项必须改正，现在办理会被拒绝：',
    '{{count}} thing(s) must be mended first; now this would be refused:',
  ),
  cancel: words('取消', 'Cancel'),
  close: words('关闭', 'Close'),
  working: words('正在办理……', 'Working …'),
  done: words(
    '已办理“{{action}}”：{{number}}《{{title}}》',
    '“{{action}}” done: {{number}} {{title}}',
  ),
  outOfSight: words(
    '已办理“{{action}}”，作品已离开您的列表。',
    '“{{action}}” done; the entry has left your list.',
  ),
  noAnswer: words(
    '没有连上服务器，请检查网络后重试',
    'The server did not answer; check the network and try again',
  ),

  // findings
  findings: words('报送检查', 'Check'),
  toMend: words('必须改正 {{count}} 项', '{{count}} to mend'),
  toHeed: words('提醒 {{count}} 项', '{{count}} to heed'),
  allGood: words('已符合全部必须满足的要求', 'Meets all that is required'),
  jumpHint: words('点击条目，跳到对应的栏目', 'Choose a line to go to its field'),
  live: words('按当前填写的内容检查', 'Checked as you type'),
  blockingMark: words('必须', 'Must'),
  warningMark: words('提醒', 'Should'),

  // the call
  requirements: words('本子项目要求', 'What this track asks'),
  chooseTrack: words('选择子项目后，这里显示报送要求', 'Choose a track to see what it asks'),
  callChanges: words('征集开始后的变更', 'Changed after the call opened'),
  noRules: words('没有特别要求', 'Nothing special is asked'),
  windows: words('时间安排', 'When'),
  open: words('进行中', 'Open'),
  closed: words('未开放', 'Not open'),
  over: words('已结束', 'Over'),
  daysLeft: words('还剩 {{count}} 天', '{{count}} day(s) left'),
  lastDay: words('今天截止', 'Ends today'),
  daysUntil: words('{{count}} 天后开始', 'Starts in {{count}} day(s)'),
  notSet: words('尚未设定', 'Not set'),
  quotas: words('名额', 'Quota'),
  quotaLine: words(
    '名额 {{maximum}} 件，已用 {{count}} 件，剩 {{left}} 件',
    '{{maximum}} places, {{count}} used, {{left}} left',
  ),
  quotaFull: words('名额 {{maximum}} 件，已用完', 'All {{maximum}} places are used'),
  quotaMinimum: words(
    '至少 {{minimum}} 件，已报 {{count}} 件',
    'At least {{minimum}}, {{count}} sent',
  ),

  // fields
  theme: words('选择主题', 'Choose a theme'),
  themeUnlisted: words(
    '{{theme}}（不在本子项目的主题中）',
    '{{theme}} (not among this track’s themes)',
  ),
  duration: words('时长（分:秒）', 'Duration (m:ss)'),
  durationHint: words('例如 2:35', 'For example 2:35'),
  durationIs: words('{{minutes}} 分 {{seconds}} 秒', '{{minutes}} min {{seconds}} s'),
  durationWrong: words('请写成 分:秒，例如 2:35', 'Write minutes:seconds, such as 2:35'),
  unnamedAuthor: words('第 {{number}} 位作者（未填姓名）', 'Author {{number}} (no name yet)'),

  // contacts
  contacts: words('查看联系电话', 'Show phone numbers'),
  contactsTitle: words('查看作者联系电话', 'The authors’ phone numbers'),
  contactsNote: words(
    '本次查看会连同您的姓名和理由记入审核记录。号码只显示这一次，请勿转发。',
    'This look is logged with your name and reason. The numbers are shown once; do not pass them on.',
  ),
  contactsReason: words('为什么需要联系作者（必填）', 'Why you need to call (required)'),
  contactsShow: words('显示号码', 'Show the numbers'),
  contactsNone: words('未填写', 'None given'),
  contactsEmpty: words('这件作品没有填写作者', 'This entry names no author'),

  // the trail
  trailEmpty: words(
    '还没有审核记录。报送后，每一步都会记在这里。',
    'Nothing yet. Once submitted, every step is kept here.',
  ),
  trailNew: words('保存后，这里显示审核记录。', 'The trail begins once the entry is saved.'),
  trailOf: words('共 {{count}} 条，最新的在前', '{{count}} record(s), newest first'),
  addNote: words('添加备注', 'Add a note'),
  noteHint: words(
    '供有权查看的审核人员参考，不能修改或删除',
    'For the reviewers who see this entry; it cannot be changed or deleted',
  ),
  noteSaved: words('备注已记入审核记录', 'The note is in the trail'),
  reason: words('理由', 'Reason'),
  remark: words('备注', 'Note'),
  changed: words('修改了 {{count}} 项', '{{count}} field(s) changed'),
  before: words('修改前', 'Before'),
  after: words('修改后', 'After'),
  empty: words('（空）', '(empty)'),
  warned: words('当时的提醒', 'Warnings at the time'),
  edit: words('修改内容', 'Changed the content'),
  note: words('备注', 'Note'),
  unmask: words('查看联系电话', 'Looked at phone numbers'),
  yes: words('是', 'Yes'),
  no: words('否', 'No'),
  file: words('文件 {{id}}', 'File {{id}}'),
  openEntry: words('打开作品：{{name}}', 'Open the entry: {{name}}'),
  rowOf: words('第 {{number}} 行', 'row {{number}}'),
  beijing: words('北京时间', 'Beijing time'),
  roleProvince: words('省级管理', 'Province'),
  roleEditor: words('单位编辑', 'Editor'),
  roleJudge: words('评委', 'Judge'),
  roleSupervisor: words('网信办', 'Supervisor'),
  roleSystem: words('系统', 'System'),

  // lists
  listTabs: words('按状态筛选', 'Filter by state'),
  tabAll: words('全部', 'All'),
  tabMine: words('待我处理', 'Waiting for me'),
  noNumber: words('报送后编号', 'Given on submission'),

  // tracks
  chooseRule: words('选择要求', 'Choose a rule'),
  ruleUnknown: words('{{code}}（没有这条要求）', '{{code}} (no such rule)'),
  kindFirst: words('请先选择作品类别', 'Choose the kind of entry first'),
  limitUnit: words('单位：{{unit}}', 'in {{unit}}'),
  takesNone: words('这条要求不填数值', 'This rule takes no numbers'),
  takesOnly: words('这条要求只用{{which}}', 'This rule uses only the {{which}}'),
  allSubtypes: words('所有类型', 'All types'),
  noSubtypes: words('这类作品不分类型', 'This kind has no types'),
  callPreview: words('公众看到的征集要求（预览）', 'The call as the public will read it (preview)'),
  callPreviewHint: words(
    '由上面的要求自动生成，保存后生效',
    'Made from the rules above; in force once saved',
  ),
  callThemes: words('主题', 'Themes'),
  callRules: words('作品要求', 'Requirements'),
  newRule: words('新要求', 'New rule'),
  minimum: words('下限', 'minimum'),
  maximum: words('上限', 'maximum'),
  unitCharacters: words('字', 'characters'),
  unitSeconds: words('秒', 'seconds'),
  unitItems: words('个', 'items'),
  unitPixels: words('像素', 'pixels'),
  unitMegabytes: words('MB', 'MB'),
  unitDays: words('天', 'days'),
  unitRatio: words('宽÷高', 'width ÷ height'),
} as const

export type ReviewKey = keyof typeof reviewTexts

export const reviewTranslations = translationsOf('review', reviewTexts)
