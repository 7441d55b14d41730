import type { FastifyPluginAsync } from 'fastify'
import { openFiles } from '../database/files/open.ts'
import { openPieces } from '../database/files/pieces.ts'
import type { S3Settings } from '../database/files/settings.ts'
import type { SealingKey } from '../database/sealed.ts'
import type { TakingPart } from '../domain/participation/taking-part.ts'
import { openAllowances, type Sharing } from './allowances.ts'
import { openAnswers } from './answer.ts'
import type { CacheStats } from './cache.ts'
import { listenForChanges } from './changes.ts'
import type { Core } from './core.ts'
import { openCursors } from './cursor.ts'
import { openDatabase, type Patience } from './database.ts'
import type { DeliveryLog } from './log.ts'
import { readReadiness, type DeliveryReadiness } from './readiness.ts'
import { trackDirectory } from './read/tracks.ts'
import { rememberWords } from './read/word-memory.ts'
import { publicApi } from './public-api.ts'
import { openIdentity } from './taking-part/identity/identity.ts'
import type { WeChatSettings } from './taking-part/identity/wechat.ts'
import { openVoting } from './voting/voting.ts'

export type DeliveryOptions = {
  databaseUrl: string
  /** Cursors are signed with a key derived from it: the same on all nodes. */
  secret: string
  /** Where the public copies of files are, an absolute path… */
  mediaDir: string
  /** …unless they are in this bucket. */
  s3?: S3Settings
  /** Where uploads lie while they come in, unless there is a bucket; of a node with Payload. */
  uploadDir?: string
  /** What uploads leave free on their disk, in bytes. */
  uploadReserve?: number
  /** Origins whose pages may read the API in a browser; `*` lets every one. */
  corsOrigins: string[]
  /** Most that kept answers may take up, in bytes; 0 keeps none. */
  cacheBytes: number
  rateLimitScale: number
  /** The other processes of this node, which take from the same allowances. */
  sharing?: Sharing
  /** Mean delay of the event loop, in milliseconds, from which the public waits outside. */
  mostDelay?: number
  /** How long a read of the database may take; what callers are promised unless given. */
  patience?: Patience
  fieldKey?: SealingKey
  /** Where this server is reached; clients name it as `aud`. */
  publicUrl?: string
  /** Our account at WeChat; without it there is no way in through WeChat. */
  wechat?: WeChatSettings
  /** What a node with Payload does for participants; without it this node answers readers only. */
  takingPart?: TakingPart
  /** False on a node for the staff: it answers participants, readers are answered elsewhere. */
  reading?: boolean
  log: DeliveryLog
}

export type DeliveryStats = {
  cache: CacheStats
  pool: { total: number; idle: number; waiting: number }
  listening: boolean
  /** Ballots that wait, and what this node wrote since its start. */
  ballots: { waiting: number; batches: number; votes: number }
}

export type Delivery = {
  /** Registered by the caller under `/v1`. */
  plugin: FastifyPluginAsync
  readiness: () => Promise<DeliveryReadiness>
  stats: () => DeliveryStats
  close: () => Promise<void>
}

/** The public API: its own connections, its own memory, and the routes under `/v1`. */
export async function openDelivery(options: DeliveryOptions): Promise<Delivery> {
  const { databaseUrl, secret, s3, mediaDir, cacheBytes, rateLimitScale, corsOrigins, log } =
    options
  const { takingPart, reading = true } = options
  const files = await openFiles({ mediaDir, s3 })
  const pieces = s3 && takingPart && (await openPieces(s3))
  const database = openDatabase(databaseUrl, log, options.patience)
  const changes = listenForChanges(databaseUrl, log)
  const answers = openAnswers({ maxBytes: cacheBytes, changes })
  const allow = openAllowances(rateLimitScale, options.sharing)
  const identity = openIdentity({ ...options, database, allow })
  const { identities } = identity
  const voting = openVoting({
    ...{ databaseUrl, secret, database, changes, identities, allow, cacheBytes, log },
    connectWithin: options.patience?.connectWithin,
  })
  const core: Core = {
    database,
    changes,
    answers,
    cursors: openCursors(secret),
    tracks: trackDirectory(database, changes),
    words: rememberWords(),
    sessions: identity.sessions,
    identity,
    fieldKey: options.fieldKey,
    files,
    uploads: {
      folder: options.uploadDir ?? '',
      reserve: options.uploadReserve ?? 0,
      ...(pieces && { pieces }),
    },
    voting,
    log,
  }

  return {
    plugin: publicApi(core, {
      mostDelay: options.mostDelay,
      corsOrigins,
      allow,
      reading,
      takingPart,
    }),
    readiness: () => readReadiness(database),
    stats: () => ({
      cache: answers.stats(),
      pool: database.stats(),
      listening: changes.isListening(),
      ballots: voting.teller.stats(),
    }),
    close: async () => {
      // Ballots that wait are written first.
      await voting.close()
      await Promise.all([changes.close(), database.close()])
    },
  }
}
