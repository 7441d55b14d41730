import { environment } from '../../environment.ts'
import { openFiles } from './open.ts'
import type { FileStore } from './store.ts'

let memo: Promise<FileStore> | undefined

/** Where this process's settings say that the files of `media` lie; one and the same ever after. */
export function mediaFiles(): Promise<FileStore> {
  memo ??= openFiles(environment())
  return memo
}
