export { decideSend, type SendQuestion } from './notices/batch.ts'
export { defaultTemplates } from './notices/defaults.ts'
export {
  isNoticeEvent,
  noticeEventList,
  noticeEvents,
  noticeEventWords,
  recipientKinds,
  secretsOf,
  withoutSecrets,
  type NoticeEvent,
  type RecipientKind,
  type RecipientOf,
  type ValuesOf,
} from './notices/events.ts'
export { disabledAfterHours, nextTryAfter, pauseAfter, staleAfterDays } from './notices/retries.ts'
export {
  checkTemplate,
  preview,
  render,
  type Template,
  type TemplateFinding,
} from './notices/template.ts'
export {
  webhookEvents,
  webhookPayload,
  webhookType,
  type WebhookPayload,
} from './notices/webhook.ts'
export { whyWords } from './notices/why.ts'
