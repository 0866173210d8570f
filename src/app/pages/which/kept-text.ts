import { readStored, store } from '#app/ui/storage.ts'

const KEY = 'token-desk.which'

/** The text of the last visit in this tab, without its secrets. */
export const keptText = (): string => readStored('sessionStorage', KEY) ?? ''

/** A longer one is not kept: the storage of a tab is small. */
const MOST = 100_000

export const keepText = (text: string): void => {
  store('sessionStorage', KEY, text === '' || text.length > MOST ? null : text)
}
