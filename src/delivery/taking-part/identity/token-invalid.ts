import { tokenFaults, type TokenFault } from '../../../domain/participation/token-fault.ts'
import { Problem } from '../../problem.ts'

/** 401 for a client's token: says which check it failed. */
export function tokenInvalid(fault: TokenFault, cause?: unknown): Problem {
  const { zh, en } = tokenFaults[fault]
  return new Problem(
    'token-invalid',
    { zh, en },
    {
      cause,
      findings: [{ path: fault, message: `${zh} / ${en}` }],
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    },
  )
}
