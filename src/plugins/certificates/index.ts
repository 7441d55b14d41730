import type { CollectionConfig, Config, Plugin } from 'payload'
import { withEndpoints, withHooks, withTexts } from '../../hooks/extend.ts'
import { withJobHandler } from '../../hooks/job-handlers.ts'
import { refuseWhenUsed } from '../../hooks/refuse-when-used.ts'
import { batchEndpoints } from './batch-endpoints.ts'
import { evidenceEndpoint } from './evidence/endpoint.ts'
import { filesJob } from './enqueue-files.ts'
import { makeFiles } from './make-files.ts'
import { keepSeals } from './seal-in-use.ts'
import { oneEndpoints } from './one-endpoints.ts'
import { CertificateTemplates } from './templates.ts'
import { certificateTranslations } from './translations.ts'
import { withUnitCertificates } from './unit-screen/index.ts'

/** Certificates of awards, and the pack of evidence behind them. */
export const certificates =
  (): Plugin =>
  (config: Config): Config => {
    const collections = [...(config.collections ?? []).map(certified), CertificateTemplates]
    const whole = {
      ...{ ...config, collections },
      endpoints: [...(config.endpoints ?? []), ...oneEndpoints],
      i18n: withTexts(config.i18n, certificateTranslations),
    }
    return withJobHandler(withUnitCertificates(whole), filesJob, makeFiles, {
      seconds: 3_600,
      long: true,
    })
  }

function certified(collection: CollectionConfig): CollectionConfig {
  const { slug, fields } = collection
  if (slug === 'results') {
    const Field = '/src/plugins/certificates/admin/CertificateDesk.tsx#CertificateDesk'
    const desk = { name: 'certificates', type: 'ui' as const, admin: { components: { Field } } }
    return {
      ...withEndpoints(collection, [...batchEndpoints, evidenceEndpoint]),
      fields: [...fields, desk],
    }
  }
  if (slug === 'media') return withHooks(collection, { beforeDelete: [keepSeals] })
  if (slug !== 'campaigns') return collection
  return withHooks(collection, {
    beforeDelete: [refuseWhenUsed([{ collection: 'certificate-templates', field: 'campaign' }])],
  })
}
