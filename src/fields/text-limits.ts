/** Longest texts, in characters, that any field takes; what a track allows is its rules' business. */
export const textLimits = {
  line: 200,
  title: 200,
  url: 2_000,
  paragraph: 2_000,
  body: 20_000,
} as const
