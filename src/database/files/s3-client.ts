import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import type { S3Settings } from './settings.ts'

/**
 * How we talk to S3 and to what speaks like it. Checksums beyond those that S3 demands are left out:
 * several compatible services do not know them.
 */
export function s3ClientConfig(settings: S3Settings): S3ClientConfig {
  const { endpoint, region, accessKeyId, secretAccessKey, forcePathStyle } = settings
  // Every reader of a film holds a connection for as long as it takes him: many more than the usual 50.
  const agent = { keepAlive: true, maxSockets: 1_000 }
  return {
    ...(endpoint ? { endpoint } : {}),
    region,
    forcePathStyle,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 1_000,
      // Of silence. Whoever is cut off goes on with a Range.
      socketTimeout: 60_000,
      httpAgent: agent,
      httpsAgent: agent,
    },
  }
}

export function s3Client(settings: S3Settings): S3Client {
  return new S3Client(s3ClientConfig(settings))
}
