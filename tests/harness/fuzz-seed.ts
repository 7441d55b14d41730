const usual = 2022

/**
 * Where all chance of the tests starts from: `FUZZ_SEED`, a whole number; without one always the same.
 *
 * @throws when `FUZZ_SEED` is something else
 */
export function fuzzSeed(text = process.env.FUZZ_SEED): number {
  const seed = text ? Number(text) : usual
  if (!Number.isInteger(seed)) throw new Error(`FUZZ_SEED is a whole number or “random”: ${text}`)
  return seed
}

/** Draws one for this run when `FUZZ_SEED` is `random`, and says which. */
export function drawSeed(): void {
  if (process.env.FUZZ_SEED !== 'random') return
  process.env.FUZZ_SEED = String(Math.floor(Math.random() * 2 ** 31))
  console.log(`FUZZ_SEED=${process.env.FUZZ_SEED}`)
}
