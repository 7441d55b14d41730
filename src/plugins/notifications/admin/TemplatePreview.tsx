'use client'
import { Button, useConfig, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { send } from '../../../admin/elements/send.ts'
import type { Template, TemplateFinding } from '../../../domain/results/notices.ts'
import { useNoticeWords } from './use-notices.ts'
import './notices.scss'

type Tried = { findings: TemplateFinding[]; preview: Template | null; default: Template }

/** The mail as it would go out, a moment after the last key. */
export function TemplatePreview() {
  const { say, pick, language } = useNoticeWords()
  const { config } = useConfig()
  const { dispatchFields, setModified } = useForm()
  const event = useFormFields(([fields]) => fields.event?.value as string | undefined)
  const subject = useFormFields(([fields]) => fields.subject?.value as string | undefined)
  const body = useFormFields(([fields]) => fields.body?.value as string | undefined)
  const [tried, setTried] = useState<Tried | null>(null)
  const address = `${config.routes.api}/notice-preview`
  useEffect(() => {
    let isLatest = true
    const timer = setTimeout(() => {
      if (!event) return setTried(null)
      const asked = { event, subject: subject ?? '', body: body ?? '' }
      void send<Tried>(address, asked, language).then((sent) => {
        if (isLatest) setTried(sent.ok ? sent.body : null)
      })
    }, 300)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [address, event, subject, body, language])
  if (!tried) return <p className="notice-desk__hint">{say('chooseEvent')}</p>
  const fill = () => {
    for (const path of ['subject', 'body'] as const)
      dispatchFields({ type: 'UPDATE', path, value: tried.default[path] })
    setModified(true)
  }
  return (
    <section className="notice-preview">
      <h3>{say('previewTitle')}</h3>
      <p className="notice-desk__hint">{say('previewHint')}</p>
      {tried.findings.map(({ path, code, message }) => (
        <p className="notice-desk__warning" key={`${path} ${code}`} role="alert">
          {say('unsaved')}
          {pick(message)}
        </p>
      ))}
      {tried.preview && (
        <article>
          <h4>{tried.preview.subject}</h4>
          <pre>{tried.preview.body}</pre>
        </article>
      )}
      <Button buttonStyle="secondary" onClick={fill} size="small" type="button">
        {say('fillIn')}
      </Button>
    </section>
  )
}
