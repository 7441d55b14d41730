import { words } from '../../../../domain/words.ts'

/** What the desk for odd votes says, Chinese first. */
export const caseTexts = {
  // signs of risk
  risks: words('风险提示', 'Signs of risk'),
  risksHint: words(
    '系统每分钟比对新到的选票，提示不像真人的投票。提示不是证据，也不会自动作废任何一票；要求先做一次运算验证的，仍可投票。',
    'New votes are looked at each minute for what people do not do. A sign proves nothing and makes no vote void; who is challenged may still vote.',
  ),
  looked: words('{{at}} 比对了 {{votes}} 票', '{{votes}} votes looked at, {{at}}'),
  notLooked: words('还没有可以比对的选票', 'There is nothing to look at yet'),
  noRisks: words('没有发现异常', 'Nothing odd was found'),
  worst: words('最高曾为“{{level}}”', 'was “{{level}}” at its worst'),
  votesAndVoters: words(
    '{{votes}} 票，{{voters}} 个身份',
    '{{votes}} votes by {{voters}} identities',
  ),
  makeCase: words('立案', 'Make a case of it'),
  openCase: words('查看案件', 'Open the case'),
  entryKind: words('作品', 'Work'),
  crowdKind: words('作品 · 同一网络', 'Work, one network'),
  deviceKind: words('同一设备', 'One device'),
  none: words('正常', 'None'),
  watch: words('关注', 'Watch'),
  challenge: words('要求验证', 'Challenged'),
  review: words('建议立案', 'Review'),

  // the case
  saveFirst: words(
    '保存后，在这里统计选票、提请作废。',
    'Save the case; then count its votes and propose here.',
  ),
  votesOf: words('涉及选票', 'The votes'),
  notCounted: words('还没有统计，请点“重新统计”。', 'Not counted yet: press “Count again”.'),
  countedAt: words('{{at}} 统计', 'Counted {{at}}'),
  frozenAt: words('{{at}} 提请时固定，此后不再变动', 'Fixed when proposed, {{at}}'),
  voters: words('身份', 'Identities'),
  votes: words('选票', 'Votes'),
  young: words('登记不足一天', 'Younger than a day'),
  networks: words('网络', 'Networks'),
  devices: words('设备', 'Devices'),
  traced: words('有投票痕迹', 'With traces'),
  span: words('时间', 'From – to'),
  byEntry: words('涉及作品', 'By work'),
  sample: words('随机样本（{{count}} 票）', 'A sample drawn by lot ({{count}})'),
  voter: words('投票人化名', 'Voter (pseudonym)'),
  work: words('作品', 'Work'),
  time: words('时间', 'Time'),
  age: words('身份登记', 'Identity’s age'),
  hours: words('{{hours}} 小时', '{{hours}} h'),
  network: words('网络', 'Network'),
  device: words('设备', 'Device'),

  // steps
  refresh: words('重新统计', 'Count again'),
  propose: words('提请作废', 'Propose to void'),
  approve: words('同意作废', 'Void these votes'),
  dismiss: words('不予处理', 'Dismiss'),
  proposeNote: words(
    '选票将按现在的查找条件固定下来，由另一人复核。提请之后，条件和理由不能再改。',
    'The votes found now are fixed, and another person decides. Conditions and reason change no more.',
  ),
  approveNote: words(
    '{{votes}} 张选票将作废，不能恢复；投票人用掉的票数不退还。公布的票数随之减少，并注明作废数量和类别。',
    '{{votes}} votes become void for good; nobody gets a vote back. Public totals follow, and say how many were voided and why.',
  ),
  dismissNote: words('案件就此结束，选票照常有效。', 'The case ends here, and the votes stand.'),
  waitingForOther: words('等待另一人复核。', 'Waiting for a second person.'),
  reason: words('理由', 'Reason'),
  reasonNeeded: words('理由（必填）', 'Reason (required)'),
  cancel: words('取消', 'Cancel'),
  done: words('已完成：{{action}}', 'Done: {{action}}'),
  saveFailed: words('没有保存成功，请先改正表单', 'Not saved: mend the form first'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到，请重试', 'It could not be read; try again'),
  retry: words('重试', 'Try again'),
  noAnswer: words('服务器没有应答，请稍后再试', 'The server did not answer; try again'),

  // which votes
  query: words('查找条件', 'Which votes'),
  queryHint: words(
    '同时满足所填各项的选票。网络、设备、登记时长、共用人数只能查到痕迹尚未清除的选票（30 天）。',
    'Votes that meet all of these. Network, device, age and sharing find votes whose traces are still kept (30 days).',
  ),
  qEntry: words('作品编号', 'Public id of the work'),
  qFrom: words('开始时间（北京时间）', 'From (Beijing time)'),
  qTo: words('结束时间（不含）', 'To (not included)'),
  qNetwork: words('网络标识', 'Network'),
  qDevice: words('设备标识', 'Device'),
  qSharedBy: words('共用一台设备的身份不少于', 'Identities on one device, at least'),
  qYounger: words('投票时登记不足（小时）', 'Identity younger than (hours)'),
  qParticipants: words('参与者编号（逗号分隔）', 'Participants (ids, with commas)'),
} as const

export type CaseText = keyof typeof caseTexts
