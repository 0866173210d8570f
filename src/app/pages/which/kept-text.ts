import { keep, readKept } from '#app/parts/kept-in-tab.ts'

const KEY = 'token-desk.which'

/** The text of the last visit in this tab, without its secrets. */
export const keptText = (): string => readKept(KEY) ?? ''

/** A longer one is not kept: the storage of a tab is small. */
const MOST = 100_000

export const keepText = (text: string): void => {
  keep(KEY, text === '' || text.length > MOST ? null : text)
}
