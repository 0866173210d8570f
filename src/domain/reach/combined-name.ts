import { NAME_MAX } from '#domain/token/name.ts'

/** "ci and backup": a name for a draft of two tokens, no longer than the API takes. */
export function combinedName(first: string, word: string, second: string): string {
  const most = Math.floor((NAME_MAX - word.length - 2) / 2)
  const part = (name: string) => {
    const letters = Array.from(name)
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name
  }
  return `${part(first)} ${word} ${part(second)}`
}
