/** The published prefixes since 2026 (`contract/api-behaviour.md` §5), with enough after them to be one. */
const PREFIXED = /cf(?:k|ut|at|oat)_[A-Za-z0-9_-]{16,}/
/** Older tokens: 40 characters of this alphabet, in no order a name would have. */
const OLDER = /(?:^|\s)(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[A-Za-z0-9_-]{40}(?:\s|$)/

/** Whether a text holds what is probably a secret, pasted where none belongs. An id is none. */
export const looksLikeSecret = (text: string): boolean => PREFIXED.test(text) || OLDER.test(text)
