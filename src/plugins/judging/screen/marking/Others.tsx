'use client'
import type { ScreenRound, WorkDetail } from '../api-types.ts'
import { useScreenWords } from '../use-words.ts'

type Props = { round: ScreenRound; others: WorkDetail['others'] }

/** What other judges gave, where the round shows it; under letters, never names. */
export function Others({ round, others }: Props) {
  const { say, pick } = useScreenWords()
  const isYesNo = round.kind === 'qualify'
  if (!others || others.length === 0) return null
  return (
    <section className="judging-others">
      <h3>{say('others')}</h3>
      <table>
        <thead>
          <tr>
            <th />
            {round.criteria.map(({ key, name }) => (
              <th key={key} scope="col">
                {pick(name)}
              </th>
            ))}
            <th scope="col">{say(isYesNo ? 'passes' : 'total')}</th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ judge, marks, total, passes }) => (
            <tr key={judge}>
              <th scope="row">{judge}</th>
              {round.criteria.map(({ key }) => (
                <td key={key}>{marks.find(({ criterion }) => criterion === key)?.marks ?? '–'}</td>
              ))}
              <td>
                {isYesNo ? passes !== null && say(passes ? 'passes' : 'fails') : (total ?? '–')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
