import type { CollectionConfig, SanitizedConfig } from 'payload'
import { nobody, staff, staffButJudges } from '../access/person.ts'
import type { Rule } from '../access/rule.ts'
import { guardQuery } from '../hooks/guard-query.ts'

type Access = Record<string, Rule>

const closed: Access = {
  create: nobody,
  read: nobody,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
  unlock: nobody,
}

/** What stays open of the collections that Payload adds by itself; every other right is nobody's. */
const open: Record<string, Access> = {
  // Who edits what just now: made by the admin itself, seen and taken over by whoever edits.
  'payload-locked-documents': {
    read: staffButJudges,
    update: staffButJudges,
    delete: staffButJudges,
  },
  // Reading and changing one's own is Payload's rule and stays.
  'payload-preferences': { create: staff },
}

const keeps: Record<string, readonly string[]> = {
  'payload-preferences': ['read', 'update', 'delete'],
}

/**
 * Payload adds collections of its own once the configuration is whole, most of them open to “any
 * logged-in user”. This gives each of them rules and the bounds on questions that ours have.
 */
export async function withRulesForPayloadsOwn(
  config: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> {
  const whole = await config
  for (const collection of whole.collections) {
    const { slug, access, hooks } = collection
    if (!slug.startsWith('payload-')) continue
    const kept = keeps[slug] ?? []
    const rules = Object.entries({ ...closed, ...open[slug] })
    // In place: Payload already refers to these objects elsewhere.
    Object.assign(access, Object.fromEntries(rules.filter(([name]) => !kept.includes(name))))
    hooks.beforeOperation = [guardQuery, ...(hooks.beforeOperation ?? [])]
    // Where there are no endpoints Payload answers 501; a 404 is what it is.
    if (collection.endpoints === false)
      collection.endpoints = [] as CollectionConfig['endpoints'] & []
  }
  return whole
}
