import { describe, expect, it } from 'vitest'
import { mayEnter } from '../../src/domain/eligibility.ts'
import { acceptedMimeTypes, mediaGroupOf, mediaGroups } from '../../src/domain/media-types.ts'
import { unitKindList } from '../../src/domain/unit-tree.ts'

describe('who may enter a track', () => {
  it.each(unitKindList)('%s: everybody where the call is nationwide', (unitKind) => {
    expect(mayEnter({ trackScope: 'nationwide', unitKind })).toBeNull()
  })

  it.each(unitKindList)('%s: everybody but outsiders where it is the province’s', (unitKind) => {
    const refused = mayEnter({ trackScope: 'province', unitKind })
    expect(refused !== null).toBe(unitKind === 'outside')
  })
})

describe('the files that are taken', () => {
  it('belong to one group each', () => {
    expect(new Set(acceptedMimeTypes).size).toBe(acceptedMimeTypes.length)
    for (const [name, { mimeTypes }] of Object.entries(mediaGroups)) {
      for (const type of mimeTypes) expect(mediaGroupOf(type)).toBe(name)
    }
  })

  it.each(['image/svg+xml', 'image/tiff', 'text/html', 'application/zip', '', 'toString'])(
    'are never %j',
    (type) => {
      expect(mediaGroupOf(type)).toBeNull()
    },
  )
})
