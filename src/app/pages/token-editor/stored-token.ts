import { createContext, use } from 'react'
import type { Token } from '#domain/token/token.ts'

/** The token that a form edits, as it was opened; `null` for a new one. */
export const StoredToken = createContext<Token | null>(null)

export const useStoredToken = (): Token | null => use(StoredToken)
