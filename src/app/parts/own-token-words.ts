/** The token that requests are made with, in words: that of the user who signed in (`hasUser`), or the server's. */
export const ownTokenName = (hasSignIn = false): string => (hasSignIn ? 'Your token' : 'Token Desk’s credential')

/** The same within a sentence. */
export const ownTokenWords = (hasSignIn: boolean): string => ownTokenName(hasSignIn).replace('Your', 'your')
