/** Who asks: a row of `participants`, and the name of the client that they came through. */
export type Asking = { participant: number; cameFrom: string }

/** A file of a person's own: `name` within their archive, `stored` where files lie in this house. */
export type OwnFile = { name: string; stored: string; bytes: number }

/** All that is kept of a person: documents by their name in the archive, and their files. */
export type OwnData = { documents: { name: string; content: unknown }[]; files: OwnFile[] }

/** What became of a person's works when they left. */
export type Farewell = {
  /** Drafts that are gone. */
  deleted: number
  /** Works under review that were drawn back. */
  withdrawn: number
  /** Published works that stay until the province has decided. */
  left: number
}

/** What the public API asks the entries' side to do when a participant asks for their data or leaves. */
export type Rights = {
  collect: (asking: Asking) => Promise<OwnData>
  /** Done at once or not at all; who left already leaves nothing more. */
  erase: (asking: Asking) => Promise<Farewell>
}
