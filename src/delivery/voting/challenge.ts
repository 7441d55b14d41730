import { createHmac } from 'node:crypto'
import type { Identities } from '../taking-part/identity/identities.ts'
import { Problem } from '../problem.ts'

/** Proofs of work, each for one participant and one round, and good for one ballot. */
export type ProofDesk = {
  /** What to answer a ballot that has to come with a proof. */
  ask: (participant: number, round: string) => Promise<Problem>
  /** Whether this proof is good; it is used up by it. */
  take: (participant: number, round: string, proof: string) => Promise<boolean>
}

// A telephone needs a second or two for half of it.
const maxnumber = 50_000
const lifetime = 10 * 60_000

type Solved = { algorithm: string; challenge: string; number: number; salt: string }

/**
 * Challenges are signed and stored nowhere; used proofs are kept where used tokens are, so that each is
 * good once whatever the node.
 */
export function openProofDesk(secret: string, identities: Pick<Identities, 'useUp'>): ProofDesk {
  const keyed = (purpose: string) => createHmac('sha256', secret).update(purpose)
  const hmacKey = keyed('proofs of work').digest('hex')
  const nameOf = (participant: number, round: string) =>
    keyed('voters of proofs').update(`${participant} ${round}`).digest('base64url').slice(0, 22)
  // Few nodes ever need it.
  const altcha = () => import('altcha-lib/v1')

  return {
    async ask(participant, round) {
      const { createChallenge } = await altcha()
      const challenge = await createChallenge({
        ...{ algorithm: 'SHA-256', hmacKey, maxnumber, saltLength: 16 },
        expires: new Date(Date.now() + lifetime),
        params: { for: nameOf(participant, round) },
      })
      return new Problem(
        'vote-challenge-required',
        {
          zh: '请完成安全验证后重新提交：解出 challenge，以 X-Vote-Proof 带上结果',
          en: 'Solve the challenge and send the ballot again with the proof in X-Vote-Proof',
        },
        { more: { challenge } },
      )
    },
    async take(participant, round, proof) {
      const solved = readProof(proof)
      if (!solved) return false
      const { extractParams, verifySolution } = await altcha()
      if (extractParams(solved as never).for !== nameOf(participant, round)) return false
      if (!(await verifySolution(solved as never, hmacKey))) return false
      try {
        const expiresAt = new Date(Date.now() + 2 * lifetime)
        await identities.useUp({ issuer: 0, jti: `vote-proof ${solved.challenge}`, expiresAt })
        return true
      } catch (error) {
        if (error instanceof Problem && error.code === 'token-invalid') return false
        throw error
      }
    },
  }
}

/** What ALTCHA's clients send: JSON in base64. */
function readProof(proof: string): Solved | undefined {
  try {
    const read = JSON.parse(Buffer.from(proof, 'base64').toString()) as Record<string, unknown>
    const { algorithm, challenge, number, salt, signature } = read
    const isText = [challenge, salt, signature].every((one) => typeof one === 'string')
    if (!isText || algorithm !== 'SHA-256') return undefined
    if (!Number.isSafeInteger(number) || (number as number) < 0) return undefined
    return read as Solved
  } catch {
    return undefined
  }
}
