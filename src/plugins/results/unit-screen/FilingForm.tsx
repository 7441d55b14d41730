'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { send } from '../../../admin/elements/send.ts'
import type { OwnObjection } from '../../../database/results/own-objections.ts'
import { objectionLimits } from '../../../domain/results/objections.ts'
import { useResultsWords } from '../admin/use-results-words.ts'
import type { OpenList } from '../objections/open-lists.ts'
import { EvidenceFiles, type Uploaded } from './EvidenceFiles.tsx'

type Props = {
  api: string
  media: string
  list: OpenList
  /** Of whoever is logged in. */
  name: string
  onFiled: (number: string) => Promise<void>
  onClose: () => void
}

/** In a dialog: an objection by a real name, with its evidence. */
export function FilingForm({ api, media, list, name, onFiled, onClose }: Props) {
  const { say, pick, language } = useResultsWords()
  const [given, setGiven] = useState({ entry: '', name, contact: '', ground: '', links: '' })
  const [files, setFiles] = useState<readonly Uploaded[]>([])
  const [uploading, setUploading] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const links = given.links.split(/\s+/).filter(Boolean)
  const hasEvidence = !list.needsEvidence || files.length + links.length > 0
  const isReady = given.name.trim() && given.contact.trim() && given.ground.trim() && hasEvidence
  const go = async () => {
    setBusy(true)
    const { entry, ground, contact } = given
    const body = {
      ...{ result: list.id, name: given.name, contact, ground },
      ...(entry ? { entry } : {}),
      evidence: [...files.map(({ file }) => ({ file })), ...links.map((link) => ({ link }))],
    }
    const sent = await send<{ objection: OwnObjection }>(`${api}/file`, body, language)
    setBusy(false)
    if (!sent.ok) return setRefused(sent.message || say('noAnswer'))
    await onFiled(sent.body.objection.number)
  }
  const change = (field: keyof typeof given) => ({
    id: `${id}-${field}`,
    value: given[field],
    onChange: ({ target }: { target: { value: string } }) =>
      setGiven({ ...given, [field]: target.value }),
  })
  return (
    <>
      {refused && (
        <p className="house-dialog__refusal" role="alert">
          {refused}
        </p>
      )}
      <p className="house-dialog__hint">{say('objectNote')}</p>
      <div>
        <label htmlFor={`${id}-entry`}>{say('against')}</label>
        <select data-autofocus {...change('entry')}>
          <option value="">{say('wholeList')}</option>
          {list.awards
            .filter(({ isOwn }) => !isOwn)
            .map(({ entry, title, unit, level }) => (
              <option key={entry} value={entry}>
                {[pick(level), title, unit, entry].join(' · ')}
              </option>
            ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-name`}>{say('yourName')}</label>
        <input autoComplete="name" maxLength={objectionLimits.name} {...change('name')} />
      </div>
      <div>
        <label htmlFor={`${id}-contact`}>{say('yourContact')}</label>
        <input maxLength={objectionLimits.contact} {...change('contact')} />
      </div>
      <div>
        <label htmlFor={`${id}-ground`}>{say('groundLabel')}</label>
        <textarea maxLength={2000} {...change('ground')} />
      </div>
      <EvidenceFiles
        files={files}
        label={say(list.needsEvidence ? 'filesNeeded' : 'files')}
        media={media}
        most={objectionLimits.evidence - links.length}
        onChange={setFiles}
        onUploading={setUploading}
      />
      <div>
        <label htmlFor={`${id}-links`}>{say('links')}</label>
        <textarea rows={2} {...change('links')} />
      </div>
      <div className="house-dialog__actions">
        <Button buttonStyle="secondary" onClick={onClose} type="button">
          {say('cancel')}
        </Button>
        <Button
          disabled={busy || uploading || !isReady}
          id="objection-file-go"
          onClick={() => void go()}
          type="button"
        >
          {say('object')}
        </Button>
      </div>
    </>
  )
}
