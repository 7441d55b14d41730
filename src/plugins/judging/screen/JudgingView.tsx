import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { personOf } from '../../../access/person.ts'
import { speaker } from '../../../admin/elements/translate.ts'
import { Screen } from './Screen.tsx'
import { addressOf, readPlace } from './rules/place.ts'
import { screenNamespace, type ScreenKey } from './texts.ts'
import './styles/screen.scss'

/** `/admin/judging`: Payload lets everybody reach a page of ours, so it asks itself who is there. */
export function JudgingView({ initPageResult: { req }, searchParams }: AdminViewServerProps) {
  const { admin, api } = req.payload.config.routes
  const person = personOf(req)
  const begin = readPlace(asSearch(searchParams))
  if (!person) {
    const here = `${admin}/judging${addressOf(begin)}`
    redirect(`${admin}/login?redirect=${encodeURIComponent(here)}`)
  }
  if (person.role === 'judge') {
    const { id, name } = person
    return <Screen admin={admin} api={api} begin={begin} judge={{ id, name }} />
  }
  const say = speaker<ScreenKey>(screenNamespace, req.i18n.t)
  return (
    <main className="judging judging--plain">
      <h1>{say('title')}</h1>
      <p>{say('forJudges')}</p>
      <Link className="judging__link" href={admin} prefetch={false}>
        {say('toStart')}
      </Link>
    </main>
  )
}

function asSearch(given: AdminViewServerProps['searchParams']): URLSearchParams {
  const plain = Object.entries(given ?? {}).filter(([, value]) => typeof value === 'string')
  return new URLSearchParams(plain as [string, string][])
}
