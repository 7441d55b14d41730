import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import { environment } from '../environment.ts'

/** Mail through `SMTP_URL`; without one nothing leaves the machine and the log says what would have. */
export function mail() {
  const { smtpUrl } = environment()
  return nodemailerAdapter({
    defaultFromName: '江苏工会好网民活动',
    defaultFromAddress: `no-reply@${new URL(environment().publicUrl).hostname}`,
    skipVerify: true,
    transport: smtpUrl
      ? nodemailer.createTransport(smtpUrl)
      : nodemailer.createTransport({ jsonTransport: true }),
  })
}
