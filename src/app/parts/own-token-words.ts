import { hasUser } from './kept-in-tab.ts'

/** The token that requests are made with, in words: that of the user who signed in, or the server's. */
export const ownTokenWords = (hasSignIn = hasUser()): string => (hasSignIn ? 'your token' : 'Token Desk’s credential')
