/** What the public API asks the entries' side to do when a participant asks for their data or leaves. */
export type Rights = Record<string, never>
