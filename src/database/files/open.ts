import { localFiles } from './local.ts'
import type { S3Settings } from './settings.ts'
import type { FileStore } from './store.ts'

/** Where files lie by the settings: in the bucket if there is one, else in the folder. */
export async function openFiles({
  mediaDir,
  s3,
}: {
  mediaDir: string
  s3?: S3Settings | undefined
}): Promise<FileStore> {
  if (!s3) return localFiles(mediaDir)
  // The SDK is loaded only where there is a bucket: the others start sooner and stay smaller.
  const { s3Files } = await import('./s3.ts')
  return s3Files(s3)
}
