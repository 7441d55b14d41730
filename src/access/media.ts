import { atTheHost, published, sentIn } from './entries.ts'
import { editor, participant, province, supervisor } from './person.ts'
import { allOf, anyOf, type Rule } from './rule.ts'
import { madeByOneself, ofHostedTracks, ofOneselfAsParticipant, ofOwnUnits } from './scope.ts'

// A file's row carries the place and status of the entry that uses it, so the entry's rules hold here.

/** Files that strangers may fetch once their entry is published; evidence for reviewers is not among them. */
export const openToStrangers: Rule = () => ({ open: { equals: true } })

/** Files that an entry or article uses. */
export const inUse: Rule = () => ({ entryId: { exists: true } })

/** Files that nothing uses yet. */
export const unused: Rule = () => ({ entryId: { exists: false } })

/** Who sees a file by office, not because it is published: the originals of pictures are theirs alone. */
export const readMediaInScope = anyOf(
  province,
  ofOwnUnits,
  madeByOneself,
  ofOneselfAsParticipant,
  allOf(ofHostedTracks, atTheHost),
  allOf(supervisor, inUse, sentIn),
)

export const readMedia = anyOf(readMediaInScope, allOf(published, openToStrangers))

export const createMedia = anyOf(province, editor, participant)

// A file is never exchanged under an entry: upload another and take that.
export const changeMedia = allOf(anyOf(province, madeByOneself, ofOneselfAsParticipant), unused)
