import sharp from 'sharp'
import { done, refused } from './matrix-entries.ts'
import { everybody, reads, reviewers, toTheSecondSet, type Who } from './matrix.ts'
import type { File, Stage } from './matrix-stage.ts'
import type { Tally } from './matrix-tally.ts'

/** What somebody is to the work that a file belongs to. */
function standing(who: Who, { place }: File): Who {
  if (place === 'nantong') return toTheSecondSet[who]
  return who === 'hostAndOwnUnit' ? 'host' : who
}

function byOffice(who: Who, file: File): boolean {
  const what = standing(who, file)
  return reviewers.includes(what) && reads[what].includes(file.state)
}

function readsFile(who: Who, file: File): boolean {
  return byOffice(who, file) || (file.open && file.state === 'published')
}

/** A file is there for whoever may read its work; the original of a picture for staff in scope. */
export async function readFiles({ campaign, graphql, as, files }: Stage, { cell }: Tally) {
  for (const who of everybody) {
    const [list, other] = await Promise.all([
      campaign.call('GET', '/media?limit=100&depth=0', { as: as(who) }),
      graphql(as(who), '{ allMedia(limit: 100) { docs { id } } }'),
    ])
    const rest = new Set(list.body.docs?.map(({ id }: File) => id))
    const listed = new Set(other.body.data?.allMedia?.docs.map(({ id }: File) => id))
    for (const file of files) {
      const may = readsFile(who, file)
      const name = `${who} ${may ? 'reads' : 'does not read'} ${file.filename}`
      cell(`REST: ${name}`, rest.has(file.id) === may)
      cell(`GraphQL: ${name}`, listed.has(file.id) === may)
    }
    await Promise.all(
      files.map(async (file, index) => {
        if (file.state !== 'published' && index % 3 !== who.length % 3) return
        const copy = file.filename.replace('.jpg', '-card.webp')
        for (const [name, may] of [
          [file.filename, byOffice(who, file)],
          [copy, readsFile(who, file)],
        ] as const) {
          const { status } = await campaign.call('GET', `/media/file/${name}`, { as: as(who) })
          cell(
            `${who} ${may ? 'fetches' : 'does not fetch'} ${name}`,
            may ? status === 200 : refused(status),
            status,
          )
        }
      }),
    )
  }
}

const makers: readonly Who[] = [
  'province',
  'ownUnit',
  'parentUnit',
  'childUnit',
  'otherUnit',
  'host',
  'coHost',
  'hostAndOwnUnit',
]

/** Files are brought by editors and the province, and changed by their owner while nothing uses them. */
export async function changeFiles(stage: Stage, { cell }: Tally) {
  const { campaign, as, doors, files, unused, restore, unchanged, refill } = stage
  const picture = await sharp({
    create: { width: 32, height: 32, channels: 3, background: '#c00' },
  })
    .png()
    .toBuffer()
  const inUse = files.find(({ place, state }) => place === 'wuxi' && state === 'draft')!.id
  const targets: [what: string, id: number, reads: readonly Who[], changes: readonly Who[]][] = [
    ['the own file', unused.wuxi, ['province', 'ownUnit', 'parentUnit'], ['province', 'ownUnit']],
    [
      'a file of Suzhou',
      unused.suzhou,
      ['province', 'otherUnit', 'parentUnit'],
      ['province', 'otherUnit'],
    ],
    ['a file in use', inUse, ['province', 'ownUnit', 'parentUnit'], []],
  ]
  for (const who of everybody) {
    const raw = new FormData()
    raw.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), '图.png')
    const made = await campaign.call('POST', '/media', { as: as(who), raw })
    const may = makers.includes(who)
    const same = await unchanged('media')
    const name = `${who} ${may ? 'brings' : 'does not bring'} a file`
    cell(name, may ? done(made.status) && !same : refused(made.status) && same, made)
    if (!same) await restore('media')
    for (const door of doors) {
      for (const [what, id, readers, changers] of targets) {
        const { status } = await door.read(as(who), 'media', id)
        const mayRead = readers.includes(who)
        cell(
          `${door.name}: ${who} ${mayRead ? 'reads' : 'does not read'} ${what}`,
          mayRead ? done(status) : refused(status),
          status,
        )
        for (const right of ['update', 'remove'] as const) {
          const answer =
            right === 'update'
              ? await door.update(as(who), 'media', id, { alt: '改过' })
              : await door.remove(as(who), 'media', id)
          const mayChange = changers.includes(who)
          const kept = await unchanged('media')
          const label = `${door.name}: ${who} ${mayChange ? 'may' : 'may not'} ${right} ${what}`
          cell(
            label,
            mayChange ? done(answer.status) && !kept : refused(answer.status) && kept,
            answer,
          )
          if (kept) continue
          await restore('media')
          refill()
        }
      }
    }
  }
}
