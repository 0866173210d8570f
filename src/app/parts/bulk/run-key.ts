/** What the key of every bulk action of an account begins with that is under way or did not finish. */
export const runKeys = (accountId: string): string => `token-desk.run.${accountId}.`
