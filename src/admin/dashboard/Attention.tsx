import Link from 'next/link'
import type { PayloadRequest } from 'payload'
import { attentionsOpen } from '../../database/attention.ts'
import { entryKinds } from '../../domain/kinds.ts'
import { beijingDay } from '../../domain/beijing-time.ts'
import { inLanguage, speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'
import { KeepPublic } from './KeepPublic.tsx'

/** Published works that the province decides over: their participant left, or took a consent back. */
export async function Attention({ req }: { req: PayloadRequest }) {
  const items = await attentionsOpen(req)
  if (items.length === 0) return null
  const { t, language } = req.i18n
  const say = speaker<AdminKey>('house', t)
  const { admin } = req.payload.config.routes
  return (
    <section className="start__panel">
      <h2>{say('attention')}</h2>
      <p className="start__hint">{say('attentionHint')}</p>
      {items.map(({ id, kind, entry, publicId, title, said, at }) => (
        <div className="to-do attention" key={id}>
          <div className="attention__what">
            <Link href={`${admin}/collections/${kind}/${entry}`} prefetch={false}>
              {title}
            </Link>
            <span>
              {[publicId, inLanguage(entryKinds[kind].label, language), beijingDay(at)].join(' · ')}
            </span>
            <span>{inLanguage(said, language)}</span>
          </div>
          <KeepPublic id={id} />
        </div>
      ))}
    </section>
  )
}
