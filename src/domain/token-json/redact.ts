/** Secrets by their published form: a prefix since 2026 (`contract/api-behaviour.md` §5). */
const PREFIXED = /\bcf(?:k|ut|at)_[A-Za-z0-9_-]{20,}/g
/** Older secrets have no form of their own; these are the places where one stands. */
const BEARER = /(\bBearer\s+)(?!\$|%|<|\[)[A-Za-z0-9._~+/-]{16,}=*/gi
const VALUE_FIELD = /("(?:value|token|api_token|secret)"\s*:\s*")(?!\[)[A-Za-z0-9._~+/-]{30,}(")/gi

const REMOVED = '[secret removed]'

/** A pasted text without the secrets in it: what is kept as a draft may hold none. */
export function redactSecrets(text: string): { text: string; removed: number } {
  let removed = 0
  const drop = () => {
    removed += 1
    return REMOVED
  }
  const clean = text
    .replaceAll(BEARER, (_, before: string) => before + drop())
    .replaceAll(VALUE_FIELD, (_, before: string, after: string) => before + drop() + after)
    .replaceAll(PREFIXED, drop)
  return { text: clean, removed }
}
