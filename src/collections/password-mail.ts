import { environment } from '../environment.ts'

/** The mail behind “忘记密码”. It names no account, so that it tells nothing to a wrong reader. */
export const passwordMail = {
  subject: () => '重置密码 / Reset your password',
  html: (args?: { token?: string }) => {
    const address = `${environment().publicUrl}/admin/reset/${encodeURIComponent(args?.token ?? '')}`
    return `<p>有人为您的账号申请重置密码。如果是您本人，请在一小时内打开以下链接；如果不是，请忽略本邮件。</p>
<p>Somebody asked to reset the password of your account. If it was you, open this address within an hour; if not, ignore this mail.</p>
<p><a href="${address}">${address}</a></p>`
  },
}
