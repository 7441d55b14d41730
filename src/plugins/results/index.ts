import type { CollectionConfig, Config, Plugin } from 'payload'
import { objectionFiledJob } from '../../database/results/file-objection.ts'
import { withHooks, withTexts } from '../../hooks/extend.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import { refuseWhenUsed } from '../../hooks/refuse-when-used.ts'
import { announceJob } from './announce-job.ts'
import { announce } from './announce.ts'
import { Objections } from './objections.ts'
import { Results } from './results.ts'
import { remindObjections, remindObjectionsJob, tellDesk } from './tell-desk.ts'
import { withUnitScreen } from './unit-screen/index.ts'
import { resultsTranslations } from './translations.ts'

/** Frozen lists of results, their public notice, and objections. */
export const results =
  (): Plugin =>
  (config: Config): Config => {
    const collections = [...(config.collections ?? []).map(kept), Results, Objections]
    const i18n = withTexts(config.i18n, resultsTranslations)
    const announced = withJobHandler({ ...config, i18n, collections }, announceJob, announce)
    const told = withJobHandler(announced, objectionFiledJob, tellDesk)
    // Several times a day: a term is a matter of days, and of their mornings.
    const schedule = { everySeconds: 21_600 }
    return withUnitScreen(withJobHandler(told, remindObjectionsJob, remindObjections, schedule))
  }

// What a list was made from stays.
function kept(collection: CollectionConfig): CollectionConfig {
  const field = { tracks: 'track', 'judging-rounds': 'round' }[collection.slug]
  if (!field) return collection
  return withHooks(collection, {
    beforeDelete: [refuseWhenUsed([{ collection: 'results', field }])],
  })
}
