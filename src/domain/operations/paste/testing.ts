import type { PastedItem } from '#domain/operations/pasted.ts'
import { readPasted } from './read-pasted.ts'

/** The items of a text in one line each, such as `3 GET /zones 403 curl`. */
export const read = (text: string): string[] => readPasted(text).items.map(inWords)

function inWords(item: PastedItem): string {
  const { line, kind } = item
  if (kind === 'call')
    return [line, item.method, item.path, item.status ?? '-', item.from, item.isGuess ? 'guess' : ''].join(' ').trim()
  if (kind === 'group') return `${line} group ${item.name}`
  if (kind === 'operation') return `${line} operation ${item.page ?? ''}${item.operationId ?? ''}`
  return kind === 'foreign' ? `${line} foreign ${item.host}` : `${line} unread ${item.reason}`
}
