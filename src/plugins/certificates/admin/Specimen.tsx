'use client'
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useCertificateWords } from './use-certificate-words.ts'
import './certificates.scss'

/** Above a template: a way to see what it makes. */
export function Specimen() {
  const { say } = useCertificateWords()
  const { id } = useDocumentInfo()
  if (!id) return <p className="certificates__hint">{say('saveFirst')}</p>
  return (
    <div className="certificates__specimen">
      <Button
        buttonStyle="secondary"
        el="anchor"
        id="certificate-specimen"
        margin={false}
        newTab
        size="small"
        url={`/api/certificate-templates/${id}/specimen`}
      >
        {say('specimen')}
      </Button>
      <p className="certificates__hint">{say('specimenNote')}</p>
    </div>
  )
}
