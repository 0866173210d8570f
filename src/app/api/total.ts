/** How many there are of what comes in pages. */
export type Total = {
  totalCount: number
  /** Whether that is all, as the API says and as far as it fits with what came; else there may be more. */
  isCounted: boolean
}

/** No account has so many of anything that is listed here. A larger number is no count. */
const MOST = 1_000_000

type Came = { page: number; perPage: number; count: number }

/**
 * What an answer's `total_count` is worth. It is optional and comes from outside: missing, no whole number, or less
 * than what came with it, it is no fact. Then the page itself says the least: one that is not full is the last.
 */
export function totalOf(said: unknown, { page, perPage, count }: Came): Total {
  const seen = count === 0 ? 0 : (page - 1) * perPage + count
  if (typeof said === 'number' && Number.isInteger(said) && said >= seen && said <= MOST)
    return { totalCount: said, isCounted: true }
  // After an empty page that is not the first nobody knows how many there are before it.
  return { totalCount: seen, isCounted: count < perPage && (count > 0 || page === 1) }
}
