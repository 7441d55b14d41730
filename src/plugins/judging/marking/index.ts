import type { Endpoint } from 'payload'
import { markEndpoints } from './mark-endpoints.ts'
import { mediaEndpoints } from './media-endpoints.ts'
import { orderEndpoints } from './order-endpoints.ts'
import { readEndpoints } from './read-endpoints.ts'
import { recuseEndpoint } from './recuse-endpoint.ts'
import { standingEndpoint } from './standing-endpoint.ts'
import { workEndpoint } from './work-endpoint.ts'

/** The judges' API, under `/api/judging`: all that a judge reads and writes. */
export const judgesEndpoints: Endpoint[] = [
  ...readEndpoints,
  workEndpoint,
  ...mediaEndpoints,
  ...markEndpoints,
  recuseEndpoint,
  ...orderEndpoints,
  standingEndpoint,
]
