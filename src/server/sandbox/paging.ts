import { ApiError } from './api-error.ts'

type Limits = { min?: number; max?: number; fallback?: number }

/** `page` and `per_page` of a query (5 to 50, default 20), and the matching `result_info`. */
export function pageOf(query: URLSearchParams, { min = 5, max = 50, fallback = 20 }: Limits = {}) {
  const page = whole(query, 'page', 1, 1, 1_000_000)
  const perPage = whole(query, 'per_page', fallback, min, max)
  return {
    page,
    perPage,
    resultInfo: (count: number, totalCount: number) => ({ page, per_page: perPage, count, total_count: totalCount }),
  }
}

export function whole(query: URLSearchParams, key: string, fallback: number, min: number, max: number): number {
  const text = query.get(key)
  if (text === null) return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new ApiError(400, { code: 1001, message: `${key} must be a number from ${min} to ${max}` })
}
