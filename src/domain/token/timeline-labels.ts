type Lane = 'above' | 'below'

/** `from` is the left edge of the label, from 0 to 1; its width is the same for all labels. */
export type LabelPlace = { from: number; lane: Lane; align: 'start' | 'center' | 'end' }

/**
 * Places labels of one width near their points, so that none overlaps another or leaves the line. `xs` are the points
 * in ascending order, `width` the share of the line that a label takes. A label goes below the line where there is no
 * room above it, or when it prefers to.
 */
export function placeLabels(xs: { x: number; prefers: Lane }[], width: number): LabelPlace[] {
  const ends: Record<Lane, number> = { above: 0, below: 0 }
  const placed = xs.map(({ x, prefers }) => {
    const wanted = clamp(x - width / 2, 0, 1 - width)
    const lanes: Lane[] = prefers === 'above' ? ['above', 'below'] : ['below', 'above']
    const lane = lanes.find((one) => ends[one] <= wanted) ?? (ends.above <= ends.below ? 'above' : 'below')
    const from = Math.max(wanted, ends[lane])
    ends[lane] = from + width
    return { x, lane, from }
  })
  // Labels pushed beyond the end of the line move back, and push those before them.
  const limits = { above: 1 - width, below: 1 - width }
  for (const label of placed.toReversed()) {
    label.from = Math.min(label.from, limits[label.lane])
    limits[label.lane] = label.from - width
  }
  return placed.map(({ x, lane, from }) => ({ lane, from, align: alignOf((x - from) / width) }))
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

const alignOf = (place: number): LabelPlace['align'] => {
  if (place < 0.25) return 'start'
  return place > 0.75 ? 'end' : 'center'
}
