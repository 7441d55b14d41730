'use client'
import { Button } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { inOneLanguage } from '../../../admin/elements/send.ts'
import { signsOf } from '../../../admin/elements/signs.ts'
import { useResultsWords } from '../admin/use-results-words.ts'

export type Uploaded = { file: number; name: string }

type Props = {
  media: string
  label: string
  files: readonly Uploaded[]
  /** So many in all. */
  most: number
  onChange: (files: readonly Uploaded[]) => void
  onUploading: (busy: boolean) => void
}

/** Files that are uploaded as they are chosen; what is not filed in the end is tidied away by itself. */
export function EvidenceFiles({ media, label, files, most, onChange, onUploading }: Props) {
  const { say, language } = useResultsWords()
  const { colon } = signsOf(language)
  const [now, setNow] = useState<string | null>(null)
  const [refused, setRefused] = useState<string[]>([])
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const upload = async (chosen: readonly File[]) => {
    onUploading(true)
    setRefused([])
    let all = files
    for (const file of chosen.slice(0, Math.max(0, most - files.length))) {
      setNow(file.name)
      const sent = await uploadOne(media, file, language)
      if ('file' in sent) all = [...all, sent]
      else
        setRefused((before) => [
          ...before,
          `${file.name}${colon}${sent.refused || say('noAnswer')}`,
        ])
      onChange(all)
    }
    setNow(null)
    onUploading(false)
  }
  return (
    <div className="unit-objections__files">
      <p id={id}>{label}</p>
      <input
        aria-labelledby={id}
        hidden
        multiple
        onChange={({ target }) => {
          void upload([...(target.files ?? [])])
          // The same file can be chosen again after it was removed.
          target.value = ''
        }}
        ref={input}
        type="file"
      />
      <Button
        aria-label={`${label}${colon}${say('chooseFiles')}`}
        buttonStyle="secondary"
        disabled={now !== null || files.length >= most}
        id="objection-choose-files"
        margin={false}
        onClick={() => input.current?.click()}
        size="small"
        type="button"
      >
        {say('chooseFiles')}
      </Button>
      <div aria-live="polite">
        {now && <p className="house-dialog__hint">{say('uploading', { name: now })}</p>}
        {refused.map((one) => (
          <p className="house-dialog__refusal" key={one}>
            {one}
          </p>
        ))}
      </div>
      {files.length > 0 && (
        <ul>
          {files.map(({ file, name }) => (
            <li key={file}>
              {name}
              <Button
                aria-label={say('removeOne', { name })}
                buttonStyle="secondary"
                margin={false}
                onClick={() => onChange(files.filter((one) => one.file !== file))}
                size="small"
                type="button"
              >
                {say('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

async function uploadOne(
  media: string,
  file: File,
  language: string,
): Promise<Uploaded | { refused: string }> {
  const body = new FormData()
  body.set('file', file)
  body.set('_payload', '{}')
  try {
    const headers = { 'Accept-Language': language }
    const answer = await fetch(`${media}?depth=0`, {
      ...{ method: 'POST', credentials: 'include', headers, body },
    })
    const { doc, errors } = (await answer.json()) as {
      doc?: { id: number }
      errors?: { message?: string; data?: { errors?: { message?: string }[] } }[]
    }
    if (answer.ok && doc) return { file: doc.id, name: file.name }
    const message = errors?.[0]?.data?.errors?.[0]?.message ?? errors?.[0]?.message ?? ''
    return { refused: inOneLanguage(message, language) }
  } catch {
    return { refused: '' }
  }
}
