'use client'
import type { FileView } from '../pair-view.ts'
import { useLikenessWords } from './use-likenesses.ts'

type Props = {
  heading: string
  title: string
  facts: (string | number | null)[]
  /** Null: the likeness lies in words, or the file is out of sight. */
  file: FileView | null
  text: string | null
  /** Where the work can be opened. */
  address?: string
}

/** One of two works that are compared. */
export function Side({ heading, title, facts, file, text, address }: Props) {
  const { say } = useLikenessWords()
  const line = facts.filter((fact) => fact !== null && fact !== '').join(' · ')
  return (
    <article className="likeness-side">
      <h3>{heading}</h3>
      <p className="likeness-side__title">{title}</p>
      <p className="house-dialog__hint likeness-side__facts">{line}</p>
      {text !== null && <p className="likeness-side__text">{text}</p>}
      {file && <Picture file={file} title={title} />}
      {address && (
        <a href={address} rel="noreferrer" target="_blank">
          {say('open')}
        </a>
      )}
    </article>
  )
}

function Picture({ file, title }: { file: FileView; title: string }) {
  if (file.mimeType.startsWith('video/')) {
    return <video aria-label={title} controls preload="metadata" src={file.url} />
  }
  return (
    <a href={file.url} rel="noreferrer" target="_blank">
      {/* Served in the reader's scope and already made small: nothing for Next to optimise. */}
      <img
        alt={title}
        height={file.height ?? undefined}
        src={file.url}
        width={file.width ?? undefined}
      />
    </a>
  )
}
