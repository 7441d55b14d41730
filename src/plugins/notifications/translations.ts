import { translationsOf } from '../../admin/elements/translate.ts'
import { words } from '../../domain/words.ts'

/** What the screens of notices say, Chinese first. */
export const noticeTexts = {
  title: words('待发通知', 'Notices'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到通知情况，请重试', 'How it stands could not be read; try again'),
  noAnswer: words('服务器没有应答，请稍后再试', 'The server did not answer; try again'),
  retry: words('重试', 'Try again'),
  cancel: words('取消', 'Cancel'),
  close: words('关闭', 'Close'),
  noMail: words(
    '没有设置邮件服务器（SMTP_URL），邮件不会发出：等待 7 天后作废。',
    'No mail server is set (SMTP_URL): mails wait, and lapse after 7 days.',
  ),

  // batches that wait
  held: words('等待放行', 'Waiting for release'),
  heldHint: words(
    '一次操作产生多封通知时，须由人查看后放行。',
    'Where one doing makes several messages, a person looks at them before they go.',
  ),
  noneHeld: words('没有等待放行的通知', 'Nothing waits for release'),
  batchLine: words('{{name}}：{{size}} 项', '{{name}}: {{size}}'),
  batchParts: words(
    '邮件 {{mails}} 封，Webhook {{webhooks}} 条',
    '{{mails}} mails, {{webhooks}} webhooks',
  ),
  preparedBy: words('{{at}} {{by}}', '{{at}} {{by}}'),
  system: words('系统', 'the system'),
  look: words('查看', 'Look'),
  release: words('放行', 'Release'),
  stop: words('停止', 'Stop'),
  lookTitle: words('查看并放行', 'Look and release'),
  showing: words('共 {{total}} 条，显示前 {{shown}} 条', '{{shown}} of {{total}}'),
  releaseNote: words(
    '放行之后立即开始发送，不能收回。内容在放行时固定。',
    'They begin to go out at once and cannot be called back. The texts are fixed with the release.',
  ),
  released: words('已放行', 'Released'),
  stopped: words('已停止', 'Stopped'),
  problem: words('无法生成：{{why}}', 'Cannot be made: {{why}}'),
  to: words('收件', 'To'),

  // states
  waiting: words('等待发送', 'Waiting'),
  sending: words('正在发送', 'Being sent'),
  sent: words('已发送', 'Sent'),
  dead: words('无法送达', 'Undeliverable'),
  stoppedState: words('已停止', 'Stopped'),
  expired: words('过期未发', 'Lapsed'),
  none: words('没有', 'None'),
  attempts: words('第 {{count}} 次', 'try {{count}}'),
  resend: words('重新发送', 'Send again'),
  resent: words('已重新排队', 'Waiting again'),
  mail: words('邮件', 'Mail'),
  webhook: words('Webhook', 'Webhook'),
  log: words('操作记录', 'Who did what'),
  templates: words('模板', 'Templates'),
  templatesHint: words(
    '下面是自定义的模板；没有自定义的事件使用系统默认文字。',
    'Templates of your own stand below; other events have the house’s text.',
  ),
  actionRelease: words('放行第 {{batch}} 批', 'released batch {{batch}}'),
  actionStop: words('停止第 {{batch}} 批', 'stopped batch {{batch}}'),
  actionResend: words('重新发送（第 {{batch}} 批）', 'sent again (batch {{batch}})'),
  actionAdd: words('添加接收地址', 'added an endpoint'),
  actionEdit: words('修改接收地址', 'changed an endpoint'),
  actionRotate: words('更换接收地址的密钥', 'gave an endpoint a new secret'),
  actionEnable: words('重新启用接收地址', 'switched an endpoint on again'),
  actionRemove: words('移除接收地址', 'removed an endpoint'),
  actionTest: words('向接收地址发送测试', 'sent a test to an endpoint'),
  actionDisable: words('停用接收地址（连续送达失败）', 'switched an endpoint off that failed'),
  actionOther: words('其他：{{action}}', 'other: {{action}}'),

  // templates
  previewTitle: words('预览', 'Preview'),
  previewHint: words('用示例值填写占位符', 'With the placeholders’ examples'),
  fillIn: words('填入默认文字', 'Fill in the house’s text'),
  chooseEvent: words('选择事件后显示预览', 'Choose an event to see its preview'),
  unsaved: words('有问题，不能保存：', 'Cannot be saved: '),

  // webhooks of a client
  hooksTitle: words('Webhook 接收地址', 'Webhook endpoints'),
  hooksHint: words(
    '作品状态、结果等变化时，向接入方发送带签名的 HTTPS 请求（Standard Webhooks）。只含编号和状态，不含个人信息。',
    'Signed HTTPS requests (Standard Webhooks) tell the client of changes: ids and states, no personal data.',
  ),
  hooksSaveFirst: words('保存后可以添加接收地址。', 'Save the client, then add endpoints.'),
  noHooks: words('没有接收地址', 'No endpoints'),
  addHook: words('添加接收地址', 'Add an endpoint'),
  editHook: words('修改', 'Change'),
  rotate: words('更换密钥', 'New secret'),
  rotateNote: words(
    '新密钥只显示一次。24 小时内新旧两个密钥同时签名。',
    'The new secret is shown once. For 24 hours both sign.',
  ),
  enable: words('重新启用', 'Switch on'),
  test: words('发送测试', 'Send a test'),
  testing: words('正在发送测试……', 'Sending a test …'),
  testOk: words(
    '测试已送达：对方在 {{seconds}} 秒内答复 {{status}}。请对方确认签名校验通过。',
    'The test arrived: answered {{status}} within {{seconds}} s. Ask the receiver whether its signature verified.',
  ),
  testFailed: words('测试未送达：{{why}}', 'The test did not arrive: {{why}}'),
  remove: words('移除', 'Remove'),
  removeNote: words('移除后，等待发送的通知不再发送。', 'What waits for it is not sent any more.'),
  url: words('地址（https://）', 'Address (https://)'),
  events: words('事件', 'Events'),
  save: words('保存', 'Save'),
  secretOnce: words(
    '请立即交给接入方保存，关闭后不再显示：',
    'Hand it to the client now; it is not shown again:',
  ),
  well: words('正常', 'Well'),
  failing: words('{{at}} 起送达失败', 'Failing since {{at}}'),
  disabled: words('已停用：{{why}}', 'Switched off: {{why}}'),
  lastOk: words('最近送达 {{at}}', 'Last delivered {{at}}'),
  neverOk: words('尚未送达', 'Nothing delivered yet'),
  oldUntil: words('旧密钥有效至 {{at}}', 'Old secret until {{at}}'),
  queue: words(
    '等待 {{waiting}} 条，无法送达 {{dead}} 条',
    '{{waiting}} waiting, {{dead}} undeliverable',
  ),
} as const

export type NoticeKey = keyof typeof noticeTexts

export const noticeTranslations = translationsOf('notices', noticeTexts)
