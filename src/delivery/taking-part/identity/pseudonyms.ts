import { createHmac } from 'node:crypto'
import { identityText, type Identity } from '../../../domain/participation/identity.ts'

export type Pseudonyms = {
  /** What is stored in place of a person's name at a client; tells nothing without the secret. */
  ofIdentity: (identity: Identity) => string
  /** What a participant is called outside: always the same, and not to be counted through. */
  ofParticipant: (id: number) => string
  ofToken: (jti: string) => string
}

/** @param secret the server's own; another one makes strangers of all who are known */
export function openPseudonyms(secret: string): Pseudonyms {
  const keyed = (purpose: string) => {
    const key = createHmac('sha256', secret).update(purpose).digest()
    return (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  }
  const [identity, participant, token] = [
    keyed('identities of participants'),
    keyed('names of participants'),
    keyed('used tokens'),
  ]
  return {
    ofIdentity: (given) => identity(identityText(given)),
    ofParticipant: (id) => `p_${participant(String(id)).slice(0, 22)}`,
    ofToken: token,
  }
}
