import type { DeliveryOptions } from '../delivery/delivery.ts'
import type { Log } from '../door/log.ts'
import type { Environment } from '../environment.ts'

/** What the public API needs of the settings. */
export function deliveryOptions(settings: Environment, log: Log): DeliveryOptions {
  return {
    databaseUrl: settings.databaseUrl,
    secret: settings.payloadSecret,
    mediaDir: settings.mediaDir,
    corsOrigins: settings.corsOrigins,
    cacheBytes: settings.cacheBytes,
    rateLimitScale: settings.rateLimitScale,
    log: log.child({ from: 'delivery' }),
  }
}
