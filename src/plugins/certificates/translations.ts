import { translationsOf } from '../../admin/elements/translate.ts'
import { words } from '../../domain/words.ts'

/** What the screens of certificates say, Chinese first. */
export const certificateTexts = {
  heading: words('获奖证书', 'Certificates'),
  loading: words('正在读取……', 'Loading …'),
  notLoaded: words('没有读到证书情况，请重试', 'Certificates could not be read; try again'),
  saveFirst: words('保存后可以查看样张。', 'Save the template, then see a specimen.'),
  specimen: words('查看样张（PDF）', 'See a specimen (PDF)'),
  specimenNote: words(
    '样张用保存后的内容生成；已制发的证书不随模板改变。',
    'The specimen shows what was saved last; certificates that were issued do not change with it.',
  ),
  notFinal: words(
    '结果最终确定后，在这里制发证书。',
    'Once the result is final, certificates are issued here.',
  ),
  noTemplate: words(
    '本活动还没有启用的证书模板。',
    'The campaign has no certificate template in use.',
  ),
  newTemplate: words('新建证书模板', 'Make a template'),
  template: words('证书模板', 'Template'),
  planMake: words('待制发 {{count}} 张', '{{count}} to issue'),
  planReplace: words('待换发 {{count}} 张', '{{count}} to replace'),
  planRevoke: words('待作废 {{count}} 张', '{{count}} to revoke'),
  planKeep: words('无需变动 {{count}} 张', '{{count}} stand as they are'),
  issue: words('制发证书', 'Issue certificates'),
  issueConfirm: words(
    '按第 {{version}} 版结果制发、换发或作废证书。确认？',
    'Certificates will be issued, replaced and revoked by version {{version}} of the list. Go on?',
  ),
  withoutUnfit: words('先制发其余的', 'Issue the others first'),
  unfit: words('无法印制，未列入：', 'Cannot be printed and would be left out:'),
  batch: words('第 {{id}} 批', 'Batch {{id}}'),
  batchDone: words('已完成 {{made}} / {{total}}', '{{made}} of {{total}} made'),
  batchFailed: words(
    '制作失败，请到首页“后台任务”重试。',
    'It failed; try again under background jobs on the start page.',
  ),
  zip: words('下载全部（zip）', 'Download all (zip)'),
  evidence: words('下载证据包（zip）', 'Download the evidence pack (zip)'),
  number: words('编号', 'Number'),
  name: words('姓名', 'Name'),
  work: words('作品', 'Work'),
  level: words('奖项', 'Award'),
  state: words('状态', 'State'),
  file: words('下载', 'Download'),
  search: words('按编号、姓名或作品查找', 'Find by number, name or work'),
  more: words('另有 {{count}} 张，请用查找缩小范围', '{{count}} more: narrow them down above'),
  none: words('还没有证书。', 'There are no certificates yet.'),
  revoke: words('作废', 'Revoke'),
  reissue: words('换发', 'Replace'),
  reason: words('理由（必填，记入日志）', 'Reason (required, goes into the log)'),
  cancel: words('取消', 'Cancel'),
  confirm: words('确定', 'Confirm'),
  noAnswer: words('服务器没有应答，请稍后再试', 'The server did not answer; try again'),
  done: words('已提交', 'Done'),
  state_waiting: words('制作中', 'Being made'),
  state_valid: words('有效', 'Valid'),
  state_revoked: words('已作废', 'Revoked'),
  state_replaced: words('已换发', 'Replaced'),
  state_unknown: words('未知', 'Unknown'),
  landscape: words('横版', 'Landscape'),
  portrait: words('竖版', 'Portrait'),
  each: words('每位作者一张', 'One for each author'),
  together: words('每件作品一张，列全体作者', 'One for each work, naming all'),
  choose: words('请选择', 'Choose'),
} as const

export type CertificateKey = keyof typeof certificateTexts

export const certificateTranslations = translationsOf('certificates', certificateTexts)
