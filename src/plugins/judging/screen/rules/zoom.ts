/** How a picture is shown: scaled about its middle, then moved by pixels. */
export type View = { scale: number; x: number; y: number }

export type Size = { width: number; height: number }

export const whole: View = { scale: 1, x: 0, y: 0 }
export const mostScale = 8

/**
 * The view scaled by a factor with the point under the pointer kept where it is.
 *
 * @param point from the middle of the frame, pixels
 * @param shown the picture as it is fitted into the frame at scale 1
 */
export function zoomed(
  view: View,
  factor: number,
  point: { x: number; y: number },
  frame: Size,
  shown: Size,
): View {
  const scale = Math.min(mostScale, Math.max(1, view.scale * factor))
  const grown = scale / view.scale
  const moved = {
    scale,
    x: point.x - (point.x - view.x) * grown,
    y: point.y - (point.y - view.y) * grown,
  }
  return kept(moved, frame, shown)
}

/** The view moved, never so far that an edge of the picture leaves the frame's edge behind. */
export function panned(view: View, by: { x: number; y: number }, frame: Size, shown: Size): View {
  return kept({ ...view, x: view.x + by.x, y: view.y + by.y }, frame, shown)
}

/** What double click and double tap do: in to the point, or back to the whole. */
export function toggled(
  view: View,
  point: { x: number; y: number },
  frame: Size,
  shown: Size,
): View {
  return view.scale > 1 ? whole : zoomed(view, 2.5, point, frame, shown)
}

/** A picture as large as it fits; small ones are not blown up beyond `most` times. */
export function fitted(picture: Size, frame: Size, most = 4): Size {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height, most)
  return { width: picture.width * scale, height: picture.height * scale }
}

function kept(view: View, frame: Size, shown: Size): View {
  const room = (picture: number, edge: number) => Math.max(0, (picture * view.scale - edge) / 2)
  const [x, y] = [room(shown.width, frame.width), room(shown.height, frame.height)]
  return { ...view, x: within(view.x, x), y: within(view.y, y) }
}

const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value)) || 0
