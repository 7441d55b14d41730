import type { CollectionAfterChangeHook, CollectionConfig, Config, Payload, Plugin } from 'payload'
import { enqueueJob } from '../../database/jobs/enqueue.ts'
import { environment } from '../../environment.ts'
import { withEndpoints, withHooks, withTexts } from '../../hooks/extend.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import type { OpenWorker, Worker, WorkerOptions } from '../../hooks/worker.ts'
import { cleanJobs } from './clean-jobs.ts'
import { examineUpload, refuseUpload } from './examine.ts'
import { jobsEndpoints } from './jobs-endpoints.ts'
import { processEndpoints } from './process-endpoints.ts'
import { processingFailed, processMedia } from './process.ts'
import { removeRenditions } from './remove-renditions.ts'
import { sweepBucket } from './sweep-media.ts'
import { sweepUploads } from './sweep.ts'
import { mediaTranslations } from './translations.ts'
import { longestProcessing } from './work-folder.ts'
import type * as WorkerModule from './worker.ts'

/** What is done with a file after it came in: looked at, probed, and made ready for the public. */
export const mediaPipeline =
  (): Plugin =>
  (config: Config): Config =>
    [withProcessing, withUploads, withTimetable].reduce<Config>((whole, add) => add(whole), {
      ...config,
      endpoints: [...(config.endpoints ?? []), ...jobsEndpoints],
      i18n: withTexts(config.i18n, mediaTranslations),
      custom: { ...config.custom, openWorker },
    })

/** Every new file, whoever brought it, is made ready for the public. */
function withProcessing(config: Config): Config {
  const collections = (config.collections ?? []).map((one) =>
    one.slug === 'media' ? processed(one) : one,
  )
  return withJobHandler({ ...config, collections }, 'process', processMedia, {
    ...{ seconds: longestProcessing, long: true, onFailed: processingFailed },
  })
}

const processed = (media: CollectionConfig): CollectionConfig =>
  withHooks(withEndpoints(media, processEndpoints), {
    afterChange: [processNew],
    beforeDelete: [removeRenditions],
  })

const processNew: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create') {
    await enqueueJob(req, { kind: 'process', key: `media:${doc.id}`, data: { mediaId: doc.id } })
  }
  return doc
}

const withUploads = (config: Config): Config =>
  withJobHandler(config, 'examine', examineUpload, { seconds: 900, onFailed: refuseUpload })

function withTimetable(config: Config): Config {
  const swept = withJobHandler(config, 'sweep-uploads', sweepUploads, { everySeconds: 600 })
  const cleaned = withJobHandler(swept, 'clean-jobs', cleanJobs, { everySeconds: 86_400 })
  if (!environment().s3) return cleaned
  return withJobHandler(cleaned, 'sweep-bucket', sweepBucket, { everySeconds: 21_600 })
}

// Loaded when it is opened, and never by Next, which only bundles what a configuration names.
const openWorker: OpenWorker = async (
  payload: Payload,
  options: WorkerOptions,
): Promise<Worker> => {
  const { openWorker: open } = (await import(
    /* webpackIgnore: true */ /* turbopackIgnore: true */ './worker.ts'
  )) as typeof WorkerModule
  return open(payload, options)
}
