import {
  bodySchema,
  entryCardSchema,
  entryListSchema,
  entrySchema,
  mediaSchema,
  pictureSchema,
} from './entry.ts'
import { problemSchema } from './problem.ts'
import type { Schema } from './schema.ts'

/** What routes name by `$ref`, and the description lists as components. */
export const sharedSchemas: readonly Schema[] = [
  problemSchema,
  pictureSchema,
  entryCardSchema,
  mediaSchema,
  bodySchema,
  entrySchema,
  entryListSchema,
]
