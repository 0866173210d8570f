/** Measured: as many new rows, and what else comes with them, take a slow laptop less than 50 ms to lay out and paint. */
const STEP = 4

/** Rows on their way to being `tokens`, the first `count` of which they are already. */
export type Drawn<Row> = { tokens: Row[]; rows: Row[]; count: number }

/** The first rows of another list; those that were drawn before stay in the places below until their turn comes. */
export const firstRows = <Row extends { id: string }>(tokens: Row[], before: Row[]): Drawn<Row> =>
  nextRows({ tokens, rows: before, count: 0 })

/** Some new rows more, and below them what stands there: a token that came up is no longer further down. */
export function nextRows<Row extends { id: string }>({ tokens, rows, count }: Drawn<Row>): Drawn<Row> {
  const reached = placeAfter(STEP, tokens, rows, count)
  const top = tokens.slice(0, reached)
  const ids = new Set(top.map(({ id }) => id))
  const below = rows.slice(reached).filter(({ id }) => !ids.has(id))
  const next = [...top, ...below].slice(0, tokens.length)
  return { tokens, rows: next, count: placeAfter(0, tokens, next, reached) }
}

/** Where a step of so many new rows ends: those that stand in their places already cost nothing. */
function placeAfter<Row>(step: number, tokens: Row[], rows: Row[], start: number): number {
  let place = start
  for (let fresh = 0; place < tokens.length; place += 1) {
    if (tokens[place] !== rows[place]) fresh += 1
    if (fresh > step) break
  }
  return place
}
