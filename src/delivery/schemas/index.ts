import { certificateSchemas } from '../certificates/schemas.ts'
import { objectionSchemas } from '../results/objection-schemas.ts'
import { identitySchemas } from '../taking-part/identity/schemas.ts'
import { rightsSchemas } from '../taking-part/rights/schemas.ts'
import { articleSchemas } from './article.ts'
import { campaignSchemas } from './campaign.ts'
import { anyEntrySchema, entryKindSchemas } from './entry-kinds.ts'
import {
  bodySchema,
  entryCardSchema,
  entryListSchema,
  mediaSchema,
  pictureSchema,
  renditionSchema,
} from './entry.ts'
import { ownEntrySchemas } from './own-entry.ts'
import { problemSchema } from './problem.ts'
import { resultSchemas } from './result.ts'
import type { Schema } from './schema.ts'
import { uploadSchema } from './upload.ts'
import { statsSchemas } from './stats.ts'
import { trackSchemas } from './track.ts'
import { votingSchemas } from '../voting/schemas.ts'

/** What routes name by `$ref`, and the description lists as components. */
export const sharedSchemas: readonly Schema[] = [
  problemSchema,
  pictureSchema,
  entryCardSchema,
  renditionSchema,
  mediaSchema,
  bodySchema,
  ...entryKindSchemas,
  anyEntrySchema,
  entryListSchema,
  ...campaignSchemas,
  ...trackSchemas,
  ...articleSchemas,
  ...resultSchemas,
  ...objectionSchemas,
  ...certificateSchemas,
  ...statsSchemas,
  uploadSchema,
  ...ownEntrySchemas,
  ...identitySchemas,
  ...rightsSchemas,
  ...votingSchemas,
]
