import { expect, test } from 'vitest'
import { fileFields } from '../../src/hooks/steps/entry-facts.ts'
import { entryKindList } from '../../src/domain/kinds.ts'
import { normalisePhone } from '../../src/domain/phone.ts'
import {
  blocking,
  caseSections,
  checkEntry,
  defaultRules,
  type EntryFacts,
} from '../../src/domain/rules/index.ts'
import { rowOf, statuses, workflow, type Status } from '../../src/domain/workflow.ts'
import { demoPassword, demoPeople, demoUnits, senders } from '../../seed/demo/cast.ts'
import type { PlannedFile } from '../../seed/demo/contents.ts'
import { fullSizes, planDemo, type PlannedEntry } from '../../seed/demo/plan.ts'
import { facts as campaign, unitSeeds } from '../../seed/campaign-2022.ts'

const now = new Date('2026-03-05T04:00:00Z')
const plan = planDemo({ now })
const themesOf = (kind: string) => campaign.tracks.find((track) => track.kind === kind)!.themes

test('there are at least 300 entries, every kind in every state', () => {
  expect(plan.length).toBeGreaterThanOrEqual(300)
  for (const kind of entryKindList) {
    const reached = new Set(plan.filter((entry) => entry.kind === kind).map(({ status }) => status))
    expect([...reached].sort(), kind).toEqual([...statuses].sort())
  }
})

test('a small plan still has every state', () => {
  const sizes = { photos: 4, videos: 4, commentaries: 4, recitations: 4, cases: 4, platforms: 4 }
  const small = planDemo({ now, sizes })
  expect(small).toHaveLength(24)
  expect(new Set(small.map(({ status }) => status)).size).toBe(statuses.length)
})

test('the same arguments give the same plan', () => {
  expect(planDemo({ now })).toEqual(plan)
})

test('the names by which entries are known do not hang on the day', () => {
  const later = planDemo({ now: new Date('2026-05-01T00:00:00Z') })
  const names = (entries: PlannedEntry[]) =>
    entries.map(({ kind, unit, data }) => `${kind}/${unit}/${data.title}`).sort()
  expect(names(later)).toEqual(names(plan))
  expect(new Set(names(plan)).size).toBe(plan.length)
})

test('all thirteen cities, two counties, two industry unions and the outside unit send entries in', () => {
  const sending = new Set(plan.map(({ unit }) => unit))
  expect([...senders.map(({ unit }) => unit)].filter((unit) => !sending.has(unit))).toEqual([])
  const count = (pattern: RegExp) => [...sending].filter((unit) => pattern.test(unit)).length
  expect(count(/^32\d\d00$/)).toBe(13)
  expect(count(/^32028[12]$/)).toBe(2)
  expect(count(/^320000-I\d$/)).toBe(2)
  expect(sending.has('990000')).toBe(true)
})

test('the unit from outside enters the nationwide track alone', () => {
  const outside = plan.filter(({ unit }) => unit === '990000')
  expect(new Set(outside.map(({ kind }) => kind))).toEqual(new Set(['cases']))
})

test.each(plan.filter(({ steps }) => steps.length > 0).map((entry) => [entry.key, entry] as const))(
  'what is sent in keeps the default rules: %s',
  (_key, entry) => {
    expect(blocking(findings(entry))).toEqual([])
  },
)

test('some drafts break rules, so that the desk has something to say', () => {
  const drafts = plan.filter(({ status }) => status === 'draft')
  const broken = drafts.filter((entry) => blocking(findings(entry)).length > 0)
  expect(broken.length).toBeGreaterThan(drafts.length / 4)
  expect(broken.length).toBeLessThan(drafts.length)
})

test('steps follow the workflow, in time, and lead to the planned state', () => {
  for (const { key, steps, status, createdAt } of plan) {
    let at: Status = 'draft'
    let time = createdAt
    for (const step of steps) {
      expect(step.at.getTime(), key).toBeGreaterThan(time.getTime())
      time = step.at
      if (step.action === 'note') continue
      const row = rowOf(step.action, at)
      expect(row, `${key}: ${step.action} from ${at}`).not.toBeNull()
      at = row!.to
    }
    expect(at, key).toBe(status)
    expect(time.getTime(), key).toBeLessThanOrEqual(now.getTime())
  }
})

test('no person performs two of the three reviews', () => {
  for (const { key, steps } of plan) {
    const reviews = steps.flatMap(({ action, by }) => {
      const review = workflow.find((row) => row.action === action)?.review
      return review ? [{ review, by }] : []
    })
    for (const { review, by } of reviews) {
      expect(
        reviews.filter((other) => other.by === by && other.review !== review),
        key,
      ).toEqual([])
    }
    const submitter = steps.find(({ action }) => action === 'submit')?.by
    expect(
      reviews.filter(({ by }) => by === submitter),
      key,
    ).toEqual([])
  }
})

test('what has come to its end lies in June to October 2022', () => {
  for (const { key, past, createdAt, steps } of plan.filter((entry) => entry.past)) {
    const times = [createdAt, ...steps.map(({ at }) => at)].map((time) => time.getTime())
    expect(past && Math.min(...times), key).toBeGreaterThan(Date.parse('2022-06-07T00:00:00+08:00'))
    expect(Math.max(...times), key).toBeLessThan(Date.parse('2022-11-01T00:00:00+08:00'))
  }
})

test('everybody in the plan is in the cast, and every unit has somebody', () => {
  const emails = new Set(demoPeople.map(({ email }) => email))
  const named = plan.flatMap(({ by, steps }) => [by, ...steps.map((step) => step.by)])
  expect(named.filter((email) => !emails.has(email))).toEqual([])
  const known = new Set([...unitSeeds(), ...demoUnits].map(({ code }) => code))
  const units = demoPeople.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  expect(units.filter((code) => !known.has(code))).toEqual([])
  expect([...known].filter((code) => !units.includes(code))).toEqual([])
})

test('people, numbers and addresses are plainly invented', () => {
  for (const { data } of plan) {
    for (const author of data.authors as { name: string; phone: string }[]) {
      expect(author.name).toMatch(/^(演示|样例|示例)·/)
      expect(author.phone).toMatch(/^1990000\d{4}$/)
      expect(normalisePhone(author.phone)).toBe(author.phone)
    }
    const addresses = JSON.stringify(data).match(/https?:\/\/[^/"]+/g) ?? []
    expect(addresses.filter((address) => !address.endsWith('.example.org'))).toEqual([])
  }
  expect(demoPeople.every(({ email }) => email.endsWith('@example.org'))).toBe(true)
  expect(demoPeople.every(({ name }) => name.startsWith('演示·'))).toBe(true)
})

test('the password is one that no account’s name stands in', () => {
  for (const { email } of demoPeople) expect(demoPassword).not.toContain(email.split('@')[0]!)
  expect(demoPassword.length).toBeGreaterThanOrEqual(10)
})

test('files go into fields that take files', () => {
  for (const { kind, files, key } of plan) {
    expect(
      files.filter(({ field }) => !fileFields(kind).includes(field)),
      key,
    ).toEqual([])
  }
})

test('the numbers of the sizes are those of the plan', () => {
  expect(plan.length).toBe(Object.values(fullSizes).reduce((sum, size) => sum + size, 0))
})

function findings(entry: PlannedEntry) {
  const submitted = entry.steps.find(({ action }) => action === 'submit')?.at
  return checkEntry({ rules: defaultRules(entry.kind), facts: factsOf(entry, submitted ?? now) })
}

/** As the rules will see the entry once its files are made. Videos are measured on the day of loading. */
function factsOf({ kind, data, files }: PlannedEntry, at: Date): EntryFacts {
  const sections = caseSections.map(({ name }) => data[name] ?? '').join('\n')
  return {
    kind,
    subtype: data.subtype as string | undefined,
    title: data.title,
    summary: data.summary as string | undefined,
    theme: data.theme as string | undefined,
    authors: data.authors as EntryFacts['authors'],
    fields: data,
    body: kind === 'cases' ? sections : (data.body as string | undefined),
    files: files.map(fileFacts),
    now: kind === 'videos' ? now : at,
    themes: themesOf(kind),
  }
}

function fileFacts({ field, make }: PlannedFile): EntryFacts['files'][number] {
  const base = { role: field, bytes: 500_000 }
  if (make.what === 'clip') return { ...base, mimeType: 'video/mp4', width: 1280, height: 720 }
  if (make.what === 'sound') return { ...base, mimeType: 'audio/mpeg' }
  const { width, height } = make.what === 'picture' ? make : { width: 1280, height: 720 }
  return { ...base, mimeType: 'image/jpeg', width, height }
}
