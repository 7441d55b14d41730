'use client'
import { useField } from '@payloadcms/ui'
import type { DefaultCellComponentProps, TextFieldClientComponent } from 'payload'
import { caseStateWords, type CaseState } from '../../../../domain/voting/cases.ts'
import { useCase, useCaseWords } from './use-case.ts'
import './cases.scss'

/** Where the case stands, beside the form. */
export const CaseStateField: TextFieldClientComponent = ({ path }) => {
  const { data } = useCase()
  const { value } = useField<CaseState>({ path })
  return (
    <div className="field-type">
      <Chip state={data?.doc.state ?? value ?? 'collecting'} />
    </div>
  )
}

export function CaseStateCell({ cellData }: DefaultCellComponentProps) {
  return <Chip state={cellData as CaseState} />
}

function Chip({ state }: { state: CaseState }) {
  const { pick } = useCaseWords()
  const known = caseStateWords[state]
  return known ? <span className={`vote-chip vote-chip--${state}`}>{pick(known)}</span> : null
}
