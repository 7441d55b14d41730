/** How people stand, carry, weld and read: joint angles. */

/**
 * Angles in degrees from straight down, positive towards where the person faces; `lean` from
 * upright.
 */
export type Pose = {
  lean?: number
  head?: number
  /** [upper arm, forearm]: far, near */
  arms: readonly [readonly [number, number], readonly [number, number]]
  /** [thigh, shin]: far, near */
  legs: readonly [readonly [number, number], readonly [number, number]]
}

export const poses = {
  stand: {
    arms: [
      [8, 14],
      [-6, 6],
    ],
    legs: [
      [5, 3],
      [-5, -5],
    ],
  },
  walk: {
    lean: 4,
    arms: [
      [28, 46],
      [-24, -2],
    ],
    legs: [
      [24, 4],
      [-18, -34],
    ],
  },
  point: {
    lean: 2,
    head: -8,
    arms: [
      [8, 30],
      [98, 92],
    ],
    legs: [
      [8, 4],
      [-7, -8],
    ],
  },
  raise: {
    lean: -3,
    head: -16,
    arms: [
      [150, 168],
      [134, 158],
    ],
    legs: [
      [7, 5],
      [-8, -8],
    ],
  },
  hold: {
    lean: 6,
    head: 14,
    arms: [
      [36, 98],
      [26, 88],
    ],
    legs: [
      [7, 3],
      [-7, -7],
    ],
  },
  carry: {
    lean: 10,
    head: 4,
    arms: [
      [44, 78],
      [38, 72],
    ],
    legs: [
      [20, 2],
      [-14, -26],
    ],
  },
  push: {
    lean: 22,
    head: 2,
    arms: [
      [70, 84],
      [62, 80],
    ],
    legs: [
      [30, 4],
      [-26, -36],
    ],
  },
  sit: {
    lean: 8,
    head: 18,
    arms: [
      [34, 84],
      [26, 78],
    ],
    legs: [
      [86, 6],
      [80, -2],
    ],
  },
  ride: {
    lean: 14,
    head: -4,
    arms: [
      [48, 74],
      [44, 70],
    ],
    legs: [
      [78, 2],
      [66, -10],
    ],
  },
  kneel: {
    lean: 28,
    head: 16,
    arms: [
      [52, 78],
      [40, 66],
    ],
    legs: [
      [84, -4],
      [8, -84],
    ],
  },
  stoop: {
    lean: 52,
    head: 18,
    arms: [
      [22, 34],
      [8, 22],
    ],
    legs: [
      [14, 0],
      [-2, -12],
    ],
  },
  look: {
    lean: -4,
    head: -24,
    arms: [
      [6, 10],
      [-14, 30],
    ],
    legs: [
      [6, 4],
      [-6, -6],
    ],
  },
  climb: {
    lean: 8,
    head: -14,
    arms: [
      [150, 160],
      [84, 140],
    ],
    legs: [
      [62, -18],
      [6, -4],
    ],
  },
  lift: {
    lean: -2,
    head: -10,
    arms: [
      [160, 172],
      [10, 36],
    ],
    legs: [
      [8, 4],
      [-8, -8],
    ],
  },
} satisfies Record<string, Pose>
