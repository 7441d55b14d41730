/** A bucket and the way to it. */
export type S3Settings = {
  bucket: string
  /** The address of a service that speaks like S3; undefined: Amazon's own in the region. */
  endpoint: string | undefined
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`: as MinIO wants it. */
  forcePathStyle: boolean
}

/** Under which keys what lies in the bucket. */
export const bucketFolders = { media: 'media/', uploads: 'uploads/' } as const
