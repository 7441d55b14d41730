export { decideSend, type SendQuestion } from './notices/batch.ts'
export {
  noticeEvents,
  recipientKinds,
  type NoticeEvent,
  type RecipientKind,
} from './notices/events.ts'
export {
  checkTemplate,
  preview,
  render,
  type Template,
  type TemplateFinding,
} from './notices/template.ts'
