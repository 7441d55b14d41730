import path from 'node:path'

export const templateName = 'campaign_template'

/** A whole set of settings for a test: nothing of the machine's own leaks in. */
export function testSettings({
  databaseUrl,
  folder,
  port = 3000,
}: {
  databaseUrl: string
  folder: string
  port?: number
}): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    PAYLOAD_SECRET: 'a-secret-that-only-tests-know',
    FIELD_KEY: Buffer.alloc(32, 7).toString('base64'),
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    LOG_LEVEL: 'silent',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
