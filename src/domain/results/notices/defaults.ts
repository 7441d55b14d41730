import type { NoticeEvent } from './events.ts'
import type { Template } from './template.ts'

const close = `

江苏工会好网民活动办公室
（系统邮件，请勿直接回复）`

const text = (subject: string, zh: string, en: string): Template => ({
  subject,
  body: `${zh}\n\n${en}${close}\n`,
})

/** What is sent for an event while nobody has written a template of their own. */
export const defaultTemplates: Readonly<Record<NoticeEvent, Template>> = {
  'entry-returned': text(
    '作品被退回：{{entryTitle}}（{{entryId}}）',
    '作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）被退回。\n\n理由：{{reason}}\n\n请修改后重新提交。',
    'The entry {{entryId}} was returned. Please change what the reason names and submit it again.',
  ),
  'entry-published': text(
    '作品已展示：{{entryTitle}}（{{entryId}}）',
    '作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）已通过终审，现已公开展示。',
    'The entry {{entryId}} passed its final review and is public now.',
  ),
  'entry-rejected': text(
    '作品未通过：{{entryTitle}}（{{entryId}}）',
    '作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）未通过审核。\n\n理由：{{reason}}',
    'The entry {{entryId}} was not accepted; the reason stands above.',
  ),
  'entry-taken-down': text(
    '作品已下架：{{entryTitle}}（{{entryId}}）',
    '作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）已下架，不再公开展示。\n\n理由：{{reason}}',
    'The entry {{entryId}} was taken down and is no longer public; the reason stands above.',
  ),
  'judge-invited': text(
    '评审邀请：{{track}}·{{round}}',
    '{{judgeName}}，您好：\n\n邀请您担任“{{track}}”{{round}}的评委，请于 {{until}} 前完成评审。\n\n登录地址：{{link}}',
    'You are invited to judge. The address above leads to the log-in; judging ends at the time named.',
  ),
  'judge-reminded': text(
    '评审提醒：{{track}}·{{round}}，还有 {{left}} 件',
    '{{judgeName}}，您好：\n\n“{{track}}”{{round}}将于 {{until}} 截止，您还有 {{left}} 件作品没有提交评分。',
    'You have {{left}} works left to judge before the round ends.',
  ),
  'round-locked': text(
    '评审轮次已锁定：{{track}}·{{round}}',
    '“{{track}}”{{round}}的排名已经锁定。',
    'The ranking of this round is locked.',
  ),
  'results-opened': text(
    '结果公示：{{track}}',
    '“{{track}}”的评选结果现予公示，公示期 {{from}} 至 {{to}}。\n\n查看：{{link}}\n\n对结果有异议的，请在公示期内实名提出。',
    'The results are on public notice; objections may be filed until it closes.',
  ),
  'award-given': text(
    '获奖通知：{{entryTitle}}（{{level}}）',
    '作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）获{{level}}。\n\n结果：{{link}}\n\n证书制发后另行通知。',
    'The entry {{entryId}} won an award; the list stands at the address above. The certificate is told of once it is issued.',
  ),
  'award-withdrawn': text(
    '奖项撤销：{{entryTitle}}（{{level}}）',
    '评选结果更正后，作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）不再获{{level}}。\n\n更正原因：{{reason}}\n结果：{{link}}',
    'After a correction the entry {{entryId}} has no award any more; the list stands at the address above.',
  ),
  'certificate-issued': text(
    '证书已制发：{{entryTitle}}（{{level}}）',
    '作品《{{entryTitle}}》（编号 {{entryId}}，{{track}}）获{{level}}，证书已制发，可登录后下载。\n\n证书编号：{{certificate}}\n查验：{{link}}',
    'The certificate of the entry {{entryId}} was issued; the address above verifies it. Log in to download it.',
  ),
  'results-corrected': text(
    '结果更正：{{track}}（第 {{version}} 版）',
    '“{{track}}”的评选结果已更正，现为第 {{version}} 版。\n\n原因：{{reason}}',
    'The results were corrected; version {{version}} holds.',
  ),
  'objection-filed': text(
    '收到异议 {{objection}}',
    '收到异议 {{objection}}，请于 {{until}} 前处理。',
    'Objection {{objection}} came in and is to be ruled on in time.',
  ),
  'objection-due': text(
    '异议 {{objection}} {{state}}',
    '异议 {{objection}} 的处理期限为 {{until}}，{{state}}，请及时处理。',
    'Objection {{objection}} is to be dealt with by the time named above.',
  ),
  'objection-ruled': text(
    '异议 {{objection}} 的处理结果',
    '您提出的异议 {{objection}} 已处理：{{ruling}}。\n\n{{reason}}',
    'Your objection {{objection}} was ruled on; the ruling stands above.',
  ),
  'webhook-disabled': text(
    'Webhook 已停用：{{client}}',
    '自 {{since}} 起，“{{client}}”的 Webhook 地址 {{url}} 一直无法送达，已自动停用。请联系接入方，修复后在接入方页面重新启用。',
    'The webhook could not be delivered for days and was switched off. Switch it on again on the client’s page.',
  ),
}
