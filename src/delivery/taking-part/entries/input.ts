import type { ConsentInput } from '../../../domain/participation/consents.ts'
import type { OwnInput } from '../../../domain/participation/entry-desk.ts'
import { findBadText } from '../../../domain/text.ts'
import { Problem } from '../../problem.ts'

/** The body of a POST or PATCH, as its schema lets it through. */
export type OwnBody = {
  kind?: string
  track?: string
  campaign?: string
  unit?: number
  consents?: ConsentInput
} & Record<string, unknown>

/** @throws Problem 400 `bad-text` for characters that no database keeps */
export function inputOf(body: OwnBody): OwnInput {
  const bad = findBadText(body)
  if (bad) {
    const { path, message } = bad
    throw new Problem(
      'bad-text',
      { zh: `${path}：${message.zh}`, en: `${path}: ${message.en}` },
      { findings: [{ path, message: `${message.zh} / ${message.en}` }] },
    )
  }
  const { kind: _, track, campaign, unit, consents, ...fields } = body
  return { track, campaign, unit, consents, fields }
}
