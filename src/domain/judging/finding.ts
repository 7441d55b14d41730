import type { Words } from '../words.ts'

/** What is wrong with settings: `path` is the dot path of the option. Blocking: they are no settings. */
export type Finding<Code extends string = string> = {
  code: Code
  path: string
  severity: 'blocking' | 'warning'
  message: Words
}

export const blocking = <Code extends string>(
  code: Code,
  path: string,
  message: Words,
): Finding<Code> => ({ code, path, severity: 'blocking', message })

export const warning = <Code extends string>(
  code: Code,
  path: string,
  message: Words,
): Finding<Code> => ({ code, path, severity: 'warning', message })

export const isBlocking = ({ severity }: Finding): boolean => severity === 'blocking'

/** Blocking ones first, each kind in its own order. */
export function blockingFirst<One extends Finding>(findings: readonly One[]): One[] {
  return [...findings.filter(isBlocking), ...findings.filter((one) => !isBlocking(one))]
}
