import { withoutSecondPrompts } from '#domain/text/second-prompts.ts'
import { isAddress, readAddress, type RequestAddress } from './request-address.ts'
import { shellCommands, type ShellCommand } from './shell-words.ts'

/** The body of a request, and what its address is for; or why the body is not available. */
export type RequestBody = { text: string; address: RequestAddress } | { problem: string }

/** One-letter options of curl that take a value; all others take none. */
const WITH_VALUE = 'AbcCdDeEFhHKmoPQrtTuUwxXyYzZ'
const DATA = new Set(['data', 'data-raw', 'data-binary', 'data-ascii', 'json', 'data-urlencode'])
/** Other long options whose value counts, or could pass for the address. */
const NOTED = new Set(['upload-file', 'config', 'url', 'proxy', 'preproxy', 'referer', 'doh-url', 'output', 'header'])

/** Whether a text is a shell script: it has a `curl` command at the start of a line or of a command. */
export const isCurl = (text: string): boolean =>
  /(?:^|[\n;&|({]|\$\()[ \t]*(?:[$%>]\s+|PS [^\n>]*>\s*)?(?:(?:sudo|time|command|if|then|do|!|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|(?:\$\{[^}\n]{0,1000}\}|\$\([^)\n]{0,1000}\)|[^\s'";&|({])*))[^\S\n]+)*(?:[\w./\\~-]*[/\\])?\\?curl(?:\.exe)?(?=\s)/i.test(
    text.replaceAll(/^[ \t]*#[^\n]*/gm, ''),
  )

/** What a script writes to files; `null` where that is unknown. */
type Files = Map<string, string | null>

/** The bodies sent by the `curl` commands of a script, in order. Commands can be in one another, to some depth. */
export function curlBodies(script: string, files: Files = new Map(), depth = 5): RequestBody[] {
  const commands = shellCommands(withoutSecondPrompts(script))
  return commands.flatMap((command, index) => {
    const input = command.input ?? printed(commands[index - 1])
    noteFiles(command, input, files)
    const inner = command.words.flatMap((word) =>
      depth > 0 && /\$\(/.test(word) && isCurl(word)
        ? curlBodies(word.slice(word.indexOf('$(') + 2, word.lastIndexOf(')')), files, depth - 1)
        : [],
    )
    const words = curlWords(command.words)
    return [...inner, ...requestsOf(words ?? []).flatMap((request) => bodyOf(request, input, files))]
  })
}

/** After `--next`, a command has another address and another body. */
function requestsOf(words: string[]): string[][] {
  const requests: string[][] = [[]]
  for (const word of words) {
    if (word === '--next' || word === '-:') requests.push([])
    else requests.at(-1)?.push(word)
  }
  return requests
}

const fileKey = (path: string) => path.replace(/^\.\//, '')

function noteFiles(command: ShellCommand, input: string | null, files: Files) {
  const { words, output } = command
  if (output) files.set(fileKey(output.file), output.isAppended ? null : printed(command))
  if (words[0] === 'tee')
    for (const word of words.slice(1)) files.set(fileKey(word), words.includes('-a') ? null : input)
}

/** The words after `curl`, which may follow prompts, variables and words such as `sudo`. */
function curlWords(words: string[]): string[] | null {
  const at = words.findIndex(
    (word) =>
      !/^(?:[$%>!]|PS|[A-Za-z]:\\.*>|sudo|time|command|exec|if|then|do|else|while|\{)$|^[A-Za-z_]\w*=/.test(word),
  )
  return /(?:^|[/\\])curl(?:\.exe)?$/i.test(words[at] ?? '') ? words.slice(at + 1) : null
}

/** The output of an `echo` or `cat` before a pipe. */
function printed(before: ShellCommand | undefined): string | null {
  const [name = '', ...rest] = before?.words ?? []
  if (name === 'cat') return rest.every((word) => word.startsWith('-')) ? (before?.input ?? null) : null
  if (name !== 'echo' && name !== 'printf') return null
  return rest.filter((word) => !/^(?:-[neE]+|%s(?:\\n)?)$/.test(word)).join(' ')
}

function bodyOf(words: string[], input: string | null, files: Files): RequestBody[] {
  const { options, rest } = optionsOf(words)
  if (options.some(({ name }) => name === 'config'))
    return [{ problem: 'This curl command reads its options from another file (-K).' }]
  const parts = options.filter(({ name }) => DATA.has(name) || name === 'upload-file')
  // With -G, the data is a query.
  if (parts.length === 0 || options.some(({ name }) => name === 'get')) return []
  const urls = options.filter(({ name }) => name === 'url').map(({ value }) => value)
  const address = addressOf([...urls, ...rest])
  const texts = parts.map(({ name, value }) => {
    const file = name === 'upload-file' ? value : name !== 'data-raw' && value.startsWith('@') ? value.slice(1) : null
    if (file === null) return value
    return file === '-' || file === '/dev/stdin' ? input : (files.get(fileKey(file)) ?? { file })
  })
  const known = texts.filter((text) => typeof text === 'string')
  const text = known.join(parts.some(({ name }) => name === 'json') ? '' : '&')
  const computed = address.isFor === 'other' ? null : COMPUTED.exec(text.trim())
  if (computed?.groups?.['command']) return [FROM_COMMAND]
  if (computed)
    return [
      { problem: `The body of this curl command is in a variable whose value isn’t in the text: ${computed[0]}.` },
    ]
  if (known.length === texts.length || address.isFor === 'other') return [{ text, address }]
  const inFile = texts.find((one) => typeof one === 'object' && one !== null)
  if (typeof inFile === 'object' && inFile)
    return [{ problem: `The body of this curl command is in the file “${inFile.file}”. Use that file.` }]
  return [FROM_COMMAND]
}

const FROM_COMMAND = { problem: 'The body of this curl command comes from another command.' }
/** A body that is nothing but a variable, or the output of a command. */
const COMPUTED = /^\$(?:\w+|\{\w+\})$|^(?<command>\$\([\s\S]*\)|`[^`]*`)$/

function addressOf(words: string[]): RequestAddress {
  const addresses = words.filter(isAddress).map(readAddress)
  return addresses.find(({ isFor }) => isFor === 'tokens') ?? addresses[0] ?? { isFor: 'unknown' }
}

type Option = { name: string; value: string }

function optionsOf(words: string[]): { options: Option[]; rest: string[] } {
  const options: Option[] = []
  const rest: string[] = []
  const LETTERS: Record<string, string> = { d: 'data', T: 'upload-file', K: 'config' }
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const long = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word)
    if (long) {
      const name = long[1] ?? ''
      if (name === 'get') options.push({ name, value: '' })
      if (!DATA.has(name) && !NOTED.has(name)) continue
      options.push({ name, value: long[2] ?? words[(index += 1)] ?? '' })
    } else if (/^-[^-]/.test(word)) {
      const letters = word.slice(1)
      const at = Array.from(letters).findIndex((letter) => WITH_VALUE.includes(letter))
      if ((at < 0 ? letters : letters.slice(0, at)).includes('G')) options.push({ name: 'get', value: '' })
      if (at < 0) continue
      const joined = letters.slice(at + 1)
      const value = joined === '' ? (words[(index += 1)] ?? '') : joined
      options.push({ name: LETTERS[letters.charAt(at)] ?? letters.charAt(at), value })
    } else rest.push(word)
  }
  return { options, rest }
}
