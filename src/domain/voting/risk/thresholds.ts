import type { RiskThresholds } from './types.ts'

/**
 * What a crowd does together (many votes at once, out of one network, by people who have just signed
 * up) is what a works canteen does at noon: these three together stay below `challenge` (1 − 0.8 × 0.75
 * × 0.9 = 0.46). Beyond it leads only what people do not do: votes like clockwork, and many identities
 * behind one device.
 */
export const riskThresholds: RiskThresholds = {
  leastVotes: 30,
  youngHours: 24,
  timing: { leastPairs: 40, clockMs: 50 },
  signals: {
    burst: { from: 5, full: 20, weight: 0.2 },
    'young-identities': { from: 0.3, full: 0.9, weight: 0.25 },
    'network-share': { from: 0.3, full: 0.9, weight: 0.1 },
    'even-timing': { from: 0.2, full: 0.5, weight: 0.7 },
    // A family shares a telephone.
    'few-devices': { from: 2, full: 6, weight: 0.85 },
    'shared-device': { from: 5, full: 15, weight: 0.85 },
  },
  levels: { watch: 0.3, challenge: 0.5, review: 0.75 },
}
