'use client'

/** Why something was not done. */
export function Refused({ children }: { children: string | undefined }) {
  if (!children) return null
  return (
    <p className="judging-round-desk__refusal" role="alert">
      {children}
    </p>
  )
}
