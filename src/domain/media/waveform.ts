/** How many bars a sound's waveform has. */
export const waveformBars = 200

/**
 * Peaks of many short stretches as so many bars: each the loudest of its share, 0 to 100, the loudest
 * of all at 100. Silence stays at 0.
 *
 * @param peaks 0 to 1, one a stretch, in order
 */
export function waveformOf(peaks: readonly number[], bars = waveformBars): number[] {
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0)
  // Below what anybody hears (−60 dB) a sound is silence, not a picture of its noise.
  if (loudest < 0.001) return Array.from({ length: bars }, () => 0)
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / bars)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars))
    const most = peaks.slice(from, to).reduce((high, peak) => Math.max(high, peak), 0)
    return Math.round((most / loudest) * 100)
  })
}
