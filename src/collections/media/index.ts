import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { changeMedia, createMedia, readMedia } from '../../access/media.ts'
import { nobody, staff } from '../../access/person.ts'
import { plainly } from '../../access/rule.ts'
import { hiddenFor } from '../../access/hidden-for.ts'
import { acceptedMimeTypes, largestPictureSide } from '../../domain/media-types.ts'
import { environment } from '../../environment.ts'
import { serverOwned } from '../../fields/server-owned.ts'
import { textLimits } from '../../fields/text-limits.ts'
import { lockRow } from '../../hooks/lock-row.ts'
import { checkFile } from './check-file.ts'
import { keepFileValues } from './file-values.ts'
import { linkFile } from './link-file.ts'
import { removeOrphans } from './remove-orphans.ts'
import { removeStored } from './remove-stored.ts'
import { serveInScope, safeHeaders } from './serve.ts'
import { storeFiles } from './store-files.ts'

// The panel of `processing` says it in words.
const shownInWords = '/src/admin/elements/Nothing.tsx#Nothing'

/**
 * Files. The original of a picture is for staff in scope; everybody else gets re-encoded copies
 * without place, camera and owner. Who may read a file follows from the entry that uses it.
 */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { zh: '文件', en: 'File' }, plural: { zh: '文件', en: 'Files' } },
  access: {
    create: createMedia,
    read: readMedia,
    update: changeMedia,
    delete: changeMedia,
    readVersions: nobody as () => boolean,
    admin: plainly(staff),
    unlock: plainly(nobody),
  },
  admin: {
    hideAPIURL: true,
    hidden: hiddenFor('judge'),
    useAsTitle: 'originalName',
    group: { zh: '作品', en: 'Entries' },
    defaultColumns: ['originalName', 'mimeType', 'filesize', 'processing', 'createdAt'],
    listSearchableFields: ['originalName', 'alt'],
  },
  disableDuplicate: true,
  disableBulkEdit: true,
  indexes: [{ fields: ['entryKind', 'entryId'] }],
  upload: {
    staticDir: path.resolve(environment().mediaDir),
    disableLocalStorage: environment().s3 !== undefined,
    mimeTypes: acceptedMimeTypes,
    pasteURL: false,
    crop: false,
    focalPoint: false,
    bulkUpload: true,
    adminThumbnail: 'thumb',
    // No constructorOptions: with any Payload encodes the original anew, and it would be one no more.
    imageSizes: [copy('wide', largestPictureSide), copy('card', 960), copy('thumb', 320)],
    handlers: [serveInScope],
    modifyResponseHeaders: safeHeaders,
  },
  hooks: {
    beforeOperation: [lockRow, checkFile],
    beforeChange: [keepFileValues, linkFile, storeFiles],
    afterDelete: [removeStored],
    afterError: [removeOrphans],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      maxLength: textLimits.line,
      label: { zh: '说明文字', en: 'Description' },
    },
    serverOwned(
      { name: 'originalName', type: 'text', label: { zh: '原文件名', en: 'Original name' } },
      staff,
    ),
    serverOwned(hidden('entryKind', 'text'), staff),
    serverOwned(hidden('entryId', 'number'), staff),
    serverOwned(hidden('entryField', 'text'), staff),
    serverOwned(
      {
        name: 'track',
        type: 'relationship',
        relationTo: 'tracks',
        admin: { hidden: true },
        index: true,
      },
      staff,
    ),
    serverOwned({ ...hidden('unitPath', 'text'), index: true }, staff),
    serverOwned({ ...hidden('status', 'text'), index: true }, staff),
    serverOwned(
      { name: 'open', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
      staff,
    ),
    serverOwned({ ...hidden('participantId', 'number'), index: true }, staff),
    serverOwned(
      {
        name: 'processing',
        type: 'text',
        label: { zh: '处理', en: 'Processing' },
        admin: {
          description: {
            zh: 'waiting、working、done 或 failed',
            en: 'waiting, working, done or failed',
          },
          components: {
            Cell: '/src/plugins/media-pipeline/admin/ProcessingCell.tsx#ProcessingCell',
            Field: '/src/plugins/media-pipeline/admin/ProcessingField.tsx#ProcessingField',
          },
        },
      },
      staff,
    ),
    serverOwned(
      { ...hidden('progress', 'number'), label: { zh: '进度（0–1）', en: 'Progress (0 to 1)' } },
      staff,
    ),
    serverOwned(
      {
        name: 'durationSeconds',
        type: 'number',
        label: { zh: '时长（秒）', en: 'Duration (seconds)' },
        admin: { components: { Field: shownInWords } },
      },
      staff,
    ),
    serverOwned(
      {
        name: 'facts',
        type: 'json',
        label: { zh: '文件信息', en: 'Facts' },
        admin: { hidden: true },
      },
      staff,
    ),
    serverOwned(
      {
        name: 'problem',
        type: 'text',
        label: { zh: '处理失败的原因', en: 'Why processing failed' },
        admin: { components: { Field: shownInWords } },
      },
      staff,
    ),
    serverOwned(
      {
        name: 'createdBy',
        type: 'relationship',
        relationTo: 'users',
        admin: { hidden: true },
        index: true,
      },
      staff,
    ),
  ],
}

// Sharp re-encodes each copy: turned upright, no EXIF, GPS or XMP (it keeps none unless told to).
function copy(name: string, side: number) {
  return {
    name,
    width: side,
    height: side,
    fit: 'inside' as const,
    withoutEnlargement: true,
    formatOptions: { format: 'webp' as const, options: { quality: side > 1000 ? 82 : 78 } },
  }
}

function hidden<T extends 'text' | 'number'>(name: string, type: T) {
  return { name, type, admin: { hidden: true } }
}
