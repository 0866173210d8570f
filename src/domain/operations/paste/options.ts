/** The words of a command, told apart. Short options are named by their letter, long ones by their name. */
export type Options = { given: [name: string, value: string][]; rest: string[] }

/** Which options take the next word as their value. `short` is a string of letters. */
export type OptionForms = { short: string; long: ReadonlySet<string> }

/** Reads `-X POST`, `-XPOST`, `-sX POST`, `--request POST` and `--request=POST`. */
export function readOptions(words: readonly string[], { short, long }: OptionForms): Options {
  const read: Options = { given: [], rest: [] }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word === '--' || !/^-[^\s]/.test(word)) {
      if (word !== '--') read.rest.push(word)
    } else if (word.startsWith('--')) {
      const equals = word.indexOf('=')
      const name = word.slice(2, equals === -1 ? undefined : equals)
      const takesNext = equals === -1 && long.has(name)
      read.given.push([name, takesNext ? (words[at + 1] ?? '') : equals === -1 ? '' : word.slice(equals + 1)])
      if (takesNext) at += 1
    } else if (readShort(word)) at += 1

    function readShort(cluster: string): boolean {
      for (let index = 1; index < cluster.length; index += 1) {
        const letter = cluster[index] ?? ''
        if (!short.includes(letter)) {
          read.given.push([letter, ''])
          continue
        }
        const value = cluster.slice(index + 1).replace(/^=/, '')
        read.given.push([letter, value === '' ? (words[at + 1] ?? '') : value])
        return value === ''
      }
      return false
    }
  }
  return read
}

/** The value of the last of these options; `null` where none is given. */
export const valueOf = ({ given }: Options, ...names: string[]): string | null =>
  given.findLast(([name]) => names.includes(name))?.[1] ?? null

export const has = ({ given }: Options, ...names: string[]): boolean => given.some(([name]) => names.includes(name))
