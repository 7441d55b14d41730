import type { DeliveryOptions } from '../delivery/delivery.ts'
import type { Log } from '../door/log.ts'
import type { Environment } from '../environment.ts'

/** What the public API needs of the settings. */
export function deliveryOptions(
  settings: Environment,
  log: Log,
  takingPart?: DeliveryOptions['takingPart'],
): DeliveryOptions {
  return {
    databaseUrl: settings.databaseUrl,
    secret: settings.payloadSecret,
    mediaDir: settings.mediaDir,
    s3: settings.s3,
    uploadDir: settings.uploadDir,
    uploadReserve: settings.uploadReserve,
    corsOrigins: settings.corsOrigins,
    cacheBytes: settings.cacheBytes,
    rateLimitScale: settings.rateLimitScale,
    publicUrl: settings.publicUrl,
    wechat: settings.wechat,
    fieldKey: { id: settings.fieldKeyId, key: settings.fieldKey },
    takingPart,
    reading: settings.role !== 'admin',
    log: log.child({ from: 'delivery' }),
  }
}
