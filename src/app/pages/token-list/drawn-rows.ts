/** Measured: a slow laptop lays out and paints about as many rows in a frame of less than 50 ms. */
const STEP = 7

/** Rows on their way to being `tokens`, the first `count` of which they are already. */
export type Drawn<Row> = { tokens: Row[]; rows: Row[]; count: number }

/** The first rows of another list; those that were drawn before stay in the places below until their turn comes. */
export const firstRows = <Row extends { id: string }>(tokens: Row[], before: Row[]): Drawn<Row> =>
  nextRows({ tokens, rows: before, count: 0 })

/** Some rows more, and below them what stands there. No token is there twice: where it would be, the new one is. */
export function nextRows<Row extends { id: string }>({ tokens, rows, count }: Drawn<Row>): Drawn<Row> {
  const reached = count + STEP
  const ids = new Set(tokens.map(({ id }) => id))
  const below = rows.slice(reached, tokens.length).flatMap((row, place) => {
    const token = tokens[reached + place]
    return ids.has(row.id) && token ? [token] : [row]
  })
  return { tokens, rows: [...tokens.slice(0, reached), ...below], count: reached }
}
