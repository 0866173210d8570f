import { readStored, store } from '#app/ui/storage.ts'

const KEY = 'token-desk.account'

/** The account this browser looked at last, for the bare address. Without it a visit starts at the first account. */
export const lastAccountId = (): string | null => readStored('localStorage', KEY)

export const rememberAccountId = (accountId: string): boolean => store('localStorage', KEY, accountId)
