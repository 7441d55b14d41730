import type { PayloadRequest } from 'payload'
import { runIn } from '../../database/run-in.ts'
import { readTrackRounds, type StoredRound } from '../../database/judging/rounds.ts'
import { isBlocking, type Finding } from '../../domain/judging/finding.ts'
import {
  fieldOfRoundPath,
  readRoundFields,
  readRounds,
  roundOfFields,
  type JudgingRound,
  type RoundFields,
} from '../../domain/judging/rounds.ts'
import { refusal } from '../../hooks/refuse.ts'

/**
 * The rules that a form says.
 *
 * @throws 422 `round-rules` with what is wrong at each field
 */
export function rulesOf(fields: RoundFields): JudgingRound {
  const { round, findings } = readRoundFields(fields)
  if (round) return round
  throw unsound(findings.filter(isBlocking))
}

/**
 * A round by itself and in the row of its track's rounds: keys, windows one after the other, who goes on.
 *
 * @throws 422 `round-rules`
 */
export async function refuseUnsound(req: PayloadRequest, round: StoredRound): Promise<void> {
  rulesOf(round.fields)
  const all = await readTrackRounds(runIn(req), round.track.id)
  const { findings } = readRounds(all.map(({ fields }) => roundOfFields(fields)))
  const found = findings.filter(isBlocking)
  if (found.length === 0) return
  const titleAt = (path: string) => all[Number(path.split('.')[0])]?.title ?? ''
  const ownPath = (path: string) => path.replace(/^\d+\.?/, '')
  throw unsound(
    found.map((finding) => ({
      ...finding,
      path: ownPath(finding.path),
      message: {
        zh: `${titleAt(finding.path)}：${finding.message.zh}`,
        en: `${titleAt(finding.path)}: ${finding.message.en}`,
      },
    })),
  )
}

function unsound(findings: readonly Finding[]) {
  const errors = findings.map(({ path, message }) => ({
    path: fieldOfRoundPath(path),
    message: `${message.zh} / ${message.en}`,
  }))
  const all = (language: 'zh' | 'en') =>
    findings.map(({ message }) => message[language]).join(language === 'zh' ? '；' : '; ')
  const words = { zh: `评审规则有误：${all('zh')}`, en: `The rules are not sound: ${all('en')}` }
  return refusal(422, words, { code: 'round-rules', errors, findings })
}
