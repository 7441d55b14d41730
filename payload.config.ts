import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { nobody } from './src/access/person.ts'
import { plainly } from './src/access/rule.ts'
import { admin } from './src/admin/index.ts'
import { adminTranslations } from './src/admin/translations.ts'
import { Articles } from './src/collections/articles.ts'
import { Campaigns } from './src/collections/campaigns.ts'
import { entryCollections } from './src/collections/entries/index.ts'
import { Media } from './src/collections/media/index.ts'
import { ReviewLogs } from './src/collections/review-logs.ts'
import { Tracks } from './src/collections/tracks.ts'
import { Units } from './src/collections/units.ts'
import { Users } from './src/collections/users.ts'
import { database } from './src/database/adapter.ts'
import { environment } from './src/environment.ts'
import { richText } from './src/fields/rich-text.ts'
import { uploads } from './src/fields/uploads.ts'
import { mail } from './src/hooks/mail.ts'
import { contentSafety } from './src/plugins/content-safety/index.ts'
import { certificates } from './src/plugins/certificates/index.ts'
import { guard } from './src/plugins/guard.ts'
import { judging } from './src/plugins/judging/index.ts'
import { likeness } from './src/plugins/likeness/index.ts'
import { mediaPipeline } from './src/plugins/media-pipeline/index.ts'
import { notifications } from './src/plugins/notifications/index.ts'
import { participation } from './src/plugins/participation/index.ts'
import { withRulesForPayloadsOwn } from './src/plugins/payloads-own.ts'
import { quotas } from './src/plugins/quotas/index.ts'
import { results } from './src/plugins/results/index.ts'
import { review } from './src/plugins/review/index.ts'
import { showcase } from './src/plugins/showcase/index.ts'
import { voting } from './src/plugins/voting/index.ts'

const here = path.dirname(fileURLToPath(import.meta.url))

const config = buildConfig({
  secret: environment().payloadSecret,
  serverURL: environment().publicUrl,
  csrf: [environment().publicUrl],
  admin,
  collections: [Campaigns, Tracks, Units, Users, Articles, Media, ...entryCollections, ReviewLogs],
  plugins: [
    quotas(),
    review(),
    participation(),
    mediaPipeline(),
    likeness(),
    contentSafety(),
    voting(),
    judging(),
    results(),
    certificates(),
    notifications(),
    showcase(),
    guard(),
  ],
  db: database(),
  editor: richText,
  email: mail(),
  sharp,
  upload: uploads,
  i18n: { supportedLanguages: { zh, en }, fallbackLanguage: 'zh', translations: adminTranslations },
  defaultDepth: 1,
  maxDepth: 3,
  graphQL: { disablePlaygroundInProduction: true, maxComplexity: 2_000 },
  telemetry: false,
  jobs: { access: { run: plainly(nobody), queue: plainly(nobody), cancel: plainly(nobody) } },
  // A refusal is an answer, not a fault.
  loggingLevels: {
    Refusal: 'debug',
    QueryError: 'debug',
    ValidationError: 'debug',
    Forbidden: 'debug',
    NotFound: 'debug',
    AuthenticationError: 'debug',
    LockedAuth: 'debug',
  } as never,
  // `npm run generate` writes it; a child process at every start would not be worth its second.
  typescript: { autoGenerate: false, outputFile: path.join(here, 'src/payload-types.ts') },
})

export default withRulesForPayloadsOwn(config)
