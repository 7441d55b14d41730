'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { useRemote } from '../../../admin/elements/remote.ts'
import { CertificateTable } from '../admin/CertificateTable.tsx'
import { useCertificateWords } from '../admin/use-certificate-words.ts'
import type { ShownCertificate } from '../show.ts'
import '../admin/certificates.scss'

type Page = { certificates: ShownCertificate[]; next: string | null }

/** What works of one's unit and of those below it were given: to look at and to download. */
export function UnitCertificates({ api }: { api: string }) {
  const { say } = useCertificateWords()
  // Where each page begins; the last one is shown.
  const [starts, setStarts] = useState<(string | null)[]>([null])
  const start = starts.at(-1)
  const address = start ? `${api}?after=${encodeURIComponent(start)}` : api
  const { data, failed } = useRemote<Page>(address)
  if (!data) {
    return <p className="certificates__hint">{say(failed ? 'notLoaded' : 'loading')}</p>
  }
  const { certificates, next } = data
  return (
    <section className="certificates" id="unit-certificates">
      <CertificateTable address={address} certificates={certificates} />
      <div className="certificates__steps">
        {starts.length > 1 && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setStarts(starts.slice(0, -1))}
            size="small"
            type="button"
          >
            {say('pageBefore')}
          </Button>
        )}
        {next && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setStarts([...starts, next])}
            size="small"
            type="button"
          >
            {say('pageAfter')}
          </Button>
        )}
        {certificates.length > 0 && (
          <Button
            buttonStyle="secondary"
            el="anchor"
            id="unit-certificates-zip"
            margin={false}
            newTab
            size="small"
            url={`${api}/zip`}
          >
            {say('zip')}
          </Button>
        )}
      </div>
    </section>
  )
}
