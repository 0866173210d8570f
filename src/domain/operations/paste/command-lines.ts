import { cfCommand, flarectlCommand, wranglerCommand, type CommandRead } from './commands.ts'
import { curlRequests, httpieRequests, powershellRequests, wgetRequests, type Written } from './curl.ts'
import type { Log } from './log.ts'
import { addressIn } from './programs.ts'
import { shellWords } from './shell-words.ts'

/** `isFed`: the command has input from a file or a pipe. */
const REQUESTS: Readonly<Record<string, (words: readonly string[], isFed: boolean) => Written[]>> = {
  curl: curlRequests,
  wget: wgetRequests,
  http: httpieRequests,
  https: httpieRequests,
  xh: httpieRequests,
  xhs: httpieRequests,
  'invoke-restmethod': powershellRequests,
  'invoke-webrequest': powershellRequests,
  irm: powershellRequests,
  iwr: powershellRequests,
}
const TOOLS: Readonly<Record<string, (words: readonly string[]) => CommandRead | null>> = {
  wrangler: wranglerCommand,
  wrangler2: wranglerCommand,
  flarectl: flarectlCommand,
  cf: cfCommand,
}

/** `["curl", "-X", "POST"]` of a Dockerfile or a program: the words of a command. */
const EXEC_FORM =
  /\[\s{0,3}(?=["'](?:\/[\w/-]{0,60}\/)?(?:curl|wget|https?|xh|npx|wrangler|flarectl)["'])((?:"(?:[^"\\\n]|\\.){0,4000}"|'[^'\n]{0,4000}')(?:\s{0,3},\s{0,3}|(?=\s{0,3}\])))+\s{0,3}\]/g
const ITEM = /"((?:[^"\\]|\\.)*)"|'([^']*)'/g

/** `command: pages deploy` of the GitHub action, which is without the name. */
const OF_ACTION = /(wrangler-action@[^\n]*\n(?:[^\n]*\n){0,12}?[ \t]*command:[ \t]*["']?)(?=[a-z])(?!wrangler\b)/g

/** Writes such lists as commands, to be read like any other. The text has as many lines as before. */
export const withCommands = (text: string): string =>
  text.replaceAll(OF_ACTION, '$1wrangler ').replaceAll(EXEC_FORM, (list) => {
    const words = Array.from(list.matchAll(ITEM), ([, double, single = '']) => double ?? single)
    const command = words.map((word) => (/^[\w./@:=-]+$/.test(word) ? word : `'${word.replaceAll("'", '')}'`)).join(' ')
    return ` ${command}${list.replaceAll(/[^\n]+/g, '')}`
  })

/** A command and its first blank. A path or `npx` may be before it, but not the name of another program or a sentence. */
const COMMAND =
  /(?:^|[\s/\\;&|(`"'$@])(curl|wget|https?|xhs?|irm|iwr|invoke-restmethod|invoke-webrequest|wrangler2?|flarectl|cf)(?:\.exe|\.cmd)?(?:@[\w.^~-]{1,20})?(?=[\s^])/gi
/** Commands with names that are words: only at the start of a line, or after what starts another command. */
const STARTS =
  /(?:^[-+$%>#\s]{0,8}|[;&|(`]\s*|PS [^>\n]{0,200}>\s*|^[A-Z]:\\[^>\n]{0,200}>\s*|(?:npx|pnpm|bunx|yarn|sudo|exec|run:|dlx|command:|Run|RUN|CMD|ENTRYPOINT|time)\s+(?:-{1,2}[\w-]+\s+)*)$/
const WORDLIKE = new Set(['http', 'https', 'cf', 'xh', 'irm', 'iwr'])

/**
 * So many characters may be read in vain after the ends of lines, for commands that are none or whose quote has no end.
 * After that, a command ends with its line. Otherwise a text of such lines takes quadratic time.
 */
const MOST_WASTED = 1 << 20

/** Reads the commands that begin on a line; gives the line after them, or the same where there is none. */
export function readCommand(log: Log, text: string, starts: readonly number[], line: number): number {
  const content = log.lines[line] ?? ''
  const start = starts[line] ?? 0
  let [end, isFound, consumed] = [line, false, 0]
  if (content.trimStart().startsWith('#')) return line
  for (const match of content.matchAll(COMMAND)) {
    const name = (match[1] ?? '').toLowerCase()
    const at = match.index + match[0].length
    if (at < consumed) continue
    const nameAt = match.index + match[0].search(/\w/)
    const isStart = STARTS.test(content.slice(Math.max(0, nameAt - 220), nameAt))
    if (WORDLIKE.has(name) && !isStart) continue
    // `curl …` in a sentence ends with its quote.
    const quote = content[nameAt - 1] === '`' ? content.indexOf('`', nameAt) : -1
    const lineEnd = start + (quote === -1 ? content.length : quote)
    let words = shellWords(text, start + at, log.wasted < MOST_WASTED && quote === -1 ? text.length : lineEnd)
    if (words.isOpen && words.end > lineEnd) {
      log.wasted += words.end - lineEnd
      words = shellWords(text, start + at, lineEnd)
    }
    consumed = words.end - start
    const isFed = words.hasInput || /(?<!\|)\|\s*$/.test(content.slice(Math.max(0, nameAt - 20), nameAt))
    const isRead =
      name in REQUESTS
        ? readRequests(log, line, name, words.words, isFed)
        : readTool(log, line, name, words.words, isStart)
    if (!isRead) {
      log.wasted += Math.max(0, words.end - lineEnd)
      continue
    }
    isFound = true
    end = Math.max(end, line + text.slice(start, words.end).split('\n').length)
  }
  return isFound ? Math.max(end, line + 1) : line
}

function readRequests(log: Log, line: number, name: string, words: readonly string[], isFed: boolean): boolean {
  const requests = REQUESTS[name]?.(words, isFed) ?? []
  const from = /^invoke|^i[rw]/.test(name) ? 'PowerShell' : /^x?https?|^xhs?/.test(name) ? 'HTTPie' : name
  const calls = requests.map(({ method, address }) =>
    log.to.request({ line: line + 1, method, address: addressIn(log.lines, line, address), status: null, from }),
  )
  log.command = calls.filter((call) => call !== null)
  log.open = calls
  if (requests.length > 0) return true
  const options = words
    .filter((word) => /^-[A-Za-z-]/.test(word))
    .map((word) => (word.startsWith('--') ? word.split('=')[0] : word.slice(0, 2)))
  const isSplatted = /^@\w/.test(words[0] ?? '') && from === 'PowerShell'
  const isCommand =
    isSplatted || (options.length > 0 && (name === 'curl' || name === 'wget' || name.startsWith('invoke')))
  if (isCommand && !/^-(?:-version|-help|V|h)$/.test(options[0] ?? '')) {
    log.to.unread(line + 1, [name, ...options.slice(0, 8)].join(' '), 'This command has no address that can be read.')
  }
  return isCommand
}

function readTool(log: Log, line: number, name: string, words: readonly string[], isStart: boolean): boolean {
  const read = TOOLS[name]?.(words) ?? null
  // In a sentence, what follows the name may be no command.
  if (read === null || ('reason' in read && !isStart)) return false
  const { from } = read
  if ('calls' in read)
    for (const call of read.calls) {
      const [method = '', path = ''] = call.split(' ')
      log.to.add({ line: line + 1, text: from, kind: 'call', method, path, status: null, from })
    }
  else if ('operation' in read) log.to.add({ line: line + 1, text: from, kind: 'operation', ...read.operation })
  else log.to.unread(line + 1, from, read.reason)
  return true
}
