import { keptKeys } from './kept-in-tab.ts'

const UNFINISHED = 'token-desk.unfinished.'
const RUN = 'run.'

/** What the key of everything begins with that did not finish on an account, so that a later page tells of it. */
export const unfinishedKeys = (accountId: string): string => `${UNFINISHED}${accountId}.`

/** The same for bulk actions alone, those under way among them. */
export const runKeys = (accountId: string): string => unfinishedKeys(accountId) + RUN

/** The same for new secrets alone that may not have reached the user. */
export const newSecretKeys = (accountId: string): string => `${unfinishedKeys(accountId)}new-secret.`

/** Whether this tab keeps what became of a bulk action, of any account, that would be lost with the session. */
export const keepsRun = (): boolean => keptKeys(UNFINISHED).some((key) => key.includes(`.${RUN}`))
