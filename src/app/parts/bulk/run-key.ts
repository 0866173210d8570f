import { keptKeys } from '#app/parts/kept-in-tab.ts'

/** What the key of every bulk action begins with that is under way or did not finish. */
const RUN = 'token-desk.run.'

/** The same for those of one account. */
export const runKeys = (accountId: string): string => `${RUN}${accountId}.`

/** Whether this tab keeps what became of a bulk action, of any account, that would be lost with the session. */
export const keepsRun = (): boolean => keptKeys(RUN).length > 0
