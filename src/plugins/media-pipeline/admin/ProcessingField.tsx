'use client'
import { Button } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import type { FileLook } from '../file-look.ts'
import { copyLine, factLines } from './fact-lines.ts'
import { isUnfinished, Standing } from './Standing.tsx'
import { useFileLook } from './use-file-look.ts'
import { useMediaWords } from './use-media-words.ts'
import './processing.scss'

/** Under a file: how far it is, what it is, and what was made of it for the public. */
export const ProcessingField: TextFieldClientComponent = () => {
  const { say } = useMediaWords()
  const look = useFileLook()
  const { address, data, failed, told, busy, again, reload } = look
  if (address === null) return null
  return (
    <section aria-busy={!data && !failed} className="file-look field-type">
      <h3>{say('title')}</h3>
      {!data && <p className="file-look__hint">{say(failed ? 'notLoaded' : 'loading')}</p>}
      {!data && failed && (
        <Button buttonStyle="secondary" onClick={() => void reload()} size="small" type="button">
          {say('retry')}
        </Button>
      )}
      {data && <Head busy={busy} file={data} onAgain={() => void again()} />}
      {told && (
        <p className={`file-look__told ${told.ok ? '' : 'file-look__told--refused'}`} role="status">
          {told.text}
        </p>
      )}
      {data && <Facts file={data} />}
    </section>
  )
}

function Head({ file, busy, onAgain }: { file: FileLook; busy: boolean; onAgain: () => void }) {
  const { say } = useMediaWords()
  const hasFailed = file.processing === 'failed'
  const key = hasFailed ? 'retry' : file.processing === 'done' ? 'again' : 'makeReady'
  return (
    <>
      <div aria-live="polite" className="file-look__head">
        <Standing {...file} />
        {!isUnfinished(file) && (
          <Button
            buttonStyle="secondary"
            disabled={busy}
            id="process-again"
            margin={false}
            onClick={onAgain}
            size="small"
            type="button"
          >
            {say(key)}
          </Button>
        )}
      </div>
      {hasFailed && <p className="file-look__hint">{say('stays')}</p>}
    </>
  )
}

function Facts({ file }: { file: FileLook }) {
  const words = useMediaWords()
  return (
    <>
      <dl className="file-look__facts">
        {factLines(file, words).map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {file.copies.length > 0 && <h4>{words.say('copies')}</h4>}
      <dl className="file-look__facts">
        {file.copies.map((copy) => {
          const { label, value } = copyLine(copy, words)
          return (
            <div key={copy.name}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
