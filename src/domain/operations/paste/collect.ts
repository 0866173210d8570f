import { isBareSecret } from '#domain/secret/secret-value.ts'
import type { Pasted, PastedItem } from '#domain/operations/pasted.ts'
import { readAddress, shownAddress, type Address } from './address.ts'
import { MARK, shown } from './clean-text.ts'

/** So many calls are read, and so many other items. The rest is counted. */
export const MOST = 1000
const LONGEST_TEXT = 300

export type Call = Extract<PastedItem, { kind: 'call' }>

/** A request as it is written in a text. */
export type Found = {
  line: number
  method: string
  address: string
  status: number | null
  from: string
  isGuess?: true
}

export type Collector = ReturnType<typeof newCollector>

/** Takes the items of a text, up to a limit. */
export function newCollector() {
  const items: PastedItem[] = []
  let [calls, others, left, removed] = [0, 0, 0, 0]
  const add = (item: PastedItem) => {
    const isCall = item.kind === 'call'
    if ((isCall ? calls : others) >= MOST) {
      left += 1
      return
    }
    if (isCall) calls += 1
    else others += 1
    items.push(cleaned({ ...item, text: shown(item.text).slice(0, LONGEST_TEXT) }))
  }
  const unread = (line: number, text: string, reason: string) =>
    add({ line, text, kind: 'unread', reason: shown(reason) })

  /** Adds a request; gives its item, so that its answer can be added later. */
  function request(found: Found, address: Address | null = readAddress(found.address)): Call | null {
    const { line, from, status } = found
    const method = found.method.toUpperCase()
    const text = `${method} ${withoutSecrets(shownAddress(found.address))}`
    if (address === null) unread(line, from, 'The address can’t be read.')
    else if (!/^[A-Z]{3,20}$/.test(method)) unread(line, from, 'The method is in a variable, or can’t be read.')
    else if (address.kind === 'unread') unread(line, text, address.reason)
    else if (address.kind === 'foreign')
      add({ line, text: `${method} ${address.host}`, kind: 'foreign', host: address.host })
    else {
      add({
        line,
        text,
        kind: 'call',
        method,
        path: shown(withoutSecrets(address.path)),
        status,
        from,
        ...(found.isGuess && { isGuess: true }),
      })
      const last = items.at(-1)
      return last?.kind === 'call' ? last : null
    }
    return null
  }

  return { add, unread, request, result: (before: number): Pasted => ({ items, removed: before + removed, left }) }
}

/** Whatever an item is read from, no field of it has a word in the form of a secret. */
const cleaned = (item: PastedItem): PastedItem => {
  const fields = Object.entries(item).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' && LONG_WORD.test(value) ? shown(withoutWords(value)) : value,
  ])
  return Object.fromEntries(fields) as PastedItem
}

const LONG_WORD = /[\w-]{37}/
const withoutWords = (text: string): string =>
  text.replaceAll(/[\w-]{37,}/g, (word) =>
    isBareSecret(word) ? MARK : word.replaceAll(/[^-]{37,}/g, (part) => (isBareSecret(part) ? MARK : part)),
  )

/** Parts of a path that are secrets by their form. What looks for secrets in a text leaves them, as names may be longer. */
const withoutSecrets = (path: string): string =>
  path
    .split('/')
    .map((part) => (isBareSecret(part) ? MARK : part))
    .join('/')
