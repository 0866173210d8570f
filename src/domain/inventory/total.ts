/** The number of items of a paged list. */
export type Total = {
  totalCount: number
  /** Whether the API's count is known and plausible; otherwise there may be more items. */
  isCounted: boolean
}

/** No account has so many tokens, zones or Workers: a larger number is no count. */
const MOST = 1_000_000

type Came = { page: number; perPage: number; count: number }

/**
 * The total of an answer. Its `total_count` is optional and comes from outside: when it is missing, no whole number,
 * or less than the items seen, the page itself gives a lower bound, and a page that is not full is the last.
 */
export function totalOf(said: unknown, { page, perPage, count }: Came): Total {
  const seen = count === 0 ? 0 : (page - 1) * perPage + count
  if (typeof said === 'number' && Number.isInteger(said) && said >= seen && said <= MOST)
    return { totalCount: said, isCounted: true }
  // After an empty page that is not the first, the number of items before it is unknown.
  return { totalCount: seen, isCounted: count < perPage && (count > 0 || page === 1) }
}
