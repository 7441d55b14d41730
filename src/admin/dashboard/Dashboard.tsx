import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isOfUnit, personOf, type Role } from '../../access/person.ts'
import { beijingDay } from '../../domain/beijing-time.ts'
import { speaker } from '../elements/translate.ts'
import type { AdminKey } from '../translations.ts'
import { Activity } from './Activity.tsx'
import { Attention } from './Attention.tsx'
import { BackgroundJobs } from './BackgroundJobs.tsx'
import { NewEntries } from './NewEntries.tsx'
import { PhaseCalendar } from './PhaseCalendar.tsx'
import { readCampaign } from './read-campaign.ts'
import { ToDoList } from './ToDoList.tsx'
import { unitName } from './unit-name.ts'
import './dashboard.scss'

const roles: Record<Role, AdminKey> = {
  province: 'roleProvince',
  editor: 'roleEditor',
  judge: 'roleJudge',
  supervisor: 'roleSupervisor',
}

/** The start page: what waits for the reader, what to begin, where the campaign stands, what happened. */
export async function Dashboard({ initPageResult: { req } }: AdminViewServerProps) {
  const person = personOf(req)
  if (!person) return null
  // Judges have a page of their own, made for judging and nothing else.
  if (person.role === 'judge') redirect(`${req.payload.config.routes.admin}/judging`)
  const say = speaker<AdminKey>('house', req.i18n.t)
  const now = new Date()
  const [campaign, unit] = await Promise.all([readCampaign(req), unitName(req, person.unitId)])
  const writes = person.role === 'province' || isOfUnit(person)
  return (
    <Gutter className="start">
      <header className="start__head">
        <h1>{say('hello', { name: person.name })}</h1>
        <p>{[unit, say(roles[person.role]), beijingDay(now)].filter(Boolean).join(' · ')}</p>
      </header>
      {person.role === 'editor' && !person.unitPath && (
        <p className="start__hint">{say('noUnit')}</p>
      )}
      <div className="start__columns">
        <div className="start__main">
          <ToDoList req={req} />
          {person.role === 'province' && <Attention req={req} />}
          {writes && <NewEntries campaign={campaign} now={now} req={req} />}
          {person.role === 'province' && <BackgroundJobs />}
        </div>
        <div className="start__side">
          <PhaseCalendar campaign={campaign} now={now} req={req} />
          <Activity req={req} />
        </div>
      </div>
    </Gutter>
  )
}
