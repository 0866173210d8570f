/** One command of a script: its unquoted words, its input from a here-document, and the file that its output goes to. */
export type ShellCommand = {
  words: string[]
  input: string | null
  output: { file: string; isAppended: boolean } | null
}

type Reader = { text: string; at: number; variables: Map<string, string>; room: number; heredocs: Heredoc[] }
type Heredoc = { command: ShellCommand; end: string; isIndented: boolean; isLiteral: boolean }

/**
 * The commands of a shell script, parsed by the rules of a POSIX shell: quotes, `$'…'`, escapes, line continuations,
 * comments, here-documents. Variables set in the script are expanded; others stay as written. Nothing is run.
 */
export function shellCommands(script: string): ShellCommand[] {
  const reader: Reader = { text: posixForm(script), at: 0, variables: new Map(), room: ROOM, heredocs: [] }
  const commands: ShellCommand[] = []
  let command: ShellCommand = { words: [], input: null, output: null }
  const finish = () => {
    if (command.words.length > 0 || command.input !== null) commands.push(command)
    noteVariables(command.words, reader.variables)
    command = { words: [], input: null, output: null }
  }
  while (reader.at < reader.text.length) {
    const sign = reader.text.charAt(reader.at)
    if (sign === '\n') {
      reader.at += 1
      finish()
      readHeredocs(reader)
    } else if (/\s/.test(sign)) reader.at += 1
    else if (reader.text.startsWith('\\\n', reader.at)) reader.at += 2
    else if (sign === '#') reader.at = endOfLine(reader)
    else if (/[;&|()]/.test(sign)) {
      reader.at += 1
      finish()
    } else if (reader.text.startsWith('<<<', reader.at)) {
      reader.at += 3
      skipBlanks(reader)
      command.input = readWord(reader)
    } else if (reader.text.startsWith('<<', reader.at)) reader.heredocs.push(heredocAt(reader, command))
    else if (/[<>]/.test(sign)) readRedirection(reader, command)
    else command.words.push(readWord(reader))
  }
  finish()
  return commands
}

/** So many characters of variables are filled in; variables in variables could fill the memory. */
const ROOM = 4 * 1024 * 1024

/** Windows line ends; `^` of cmd and the backtick of PowerShell at the end of a line. */
function posixForm(script: string): string {
  const unix = script.replaceAll('\r\n', '\n')
  const isCmd = /\^\n/.test(unix) || /\bcurl(?:\.exe)?\s+\^"/i.test(unix)
  return (isCmd ? unix.replaceAll(/\^\n/g, ' ').replaceAll(/\^([\s\S])/g, '$1') : unix).replaceAll(/ `\n/g, ' ')
}

function endOfLine({ text, at }: Reader): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function skipBlanks(reader: Reader) {
  while (/[ \t]/.test(reader.text.charAt(reader.at))) reader.at += 1
}

function readRedirection(reader: Reader, command: ShellCommand) {
  const isNumbered = /\d/.test(reader.text.charAt(reader.at - 1))
  const [sign = ''] = /^[<>&|]+/.exec(reader.text.slice(reader.at, reader.at + 4)) ?? []
  reader.at += sign.length
  skipBlanks(reader)
  if (/[\s;|()]/.test(reader.text.charAt(reader.at))) return
  const file = readWord(reader)
  if (/^>[>|]?$/.test(sign) && !isNumbered) command.output = { file, isAppended: sign === '>>' }
}

function readWord(reader: Reader): string {
  let word = ''
  while (reader.at < reader.text.length) {
    const rest = reader.text.slice(reader.at, reader.at + 2)
    const sign = rest.charAt(0)
    if (/[\s;&|()<>]/.test(sign)) break
    if (sign === "'") word += readSingle(reader)
    else if (rest === "$'") word += readAnsi(reader)
    else if (rest === '$"') reader.at += 1
    else if (sign === '"') word += readDouble(reader)
    else if (sign === '$' || sign === '`') word += readExpansion(reader)
    else if (sign === '\\') {
      word += rest === '\\\n' ? '' : rest.charAt(1)
      reader.at += 2
    } else {
      word += sign
      reader.at += 1
    }
  }
  return word
}

function readSingle(reader: Reader): string {
  const end = reader.text.indexOf("'", reader.at + 1)
  const close = end < 0 ? reader.text.length : end
  const inside = reader.text.slice(reader.at + 1, close)
  reader.at = close + 1
  return inside
}

function readDouble(reader: Reader): string {
  let inside = ''
  reader.at += 1
  while (reader.at < reader.text.length) {
    const sign = reader.text.charAt(reader.at)
    if (sign === '"') break
    if (sign === '\\') {
      const next = reader.text.charAt(reader.at + 1)
      inside += /["\\$`]/.test(next) ? next : next === '\n' ? '' : sign + next
      reader.at += 2
    } else if (sign === '$' || sign === '`') inside += readExpansion(reader)
    else {
      inside += sign
      reader.at += 1
    }
  }
  reader.at += 1
  return inside
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  f: '\f',
  v: '\v',
}

function readAnsi(reader: Reader): string {
  const inside = /(?:[^'\\]|\\[\s\S])*/y
  inside.lastIndex = reader.at + 2
  const raw = inside.exec(reader.text)?.[0] ?? ''
  reader.at = inside.lastIndex + 1
  return raw.replaceAll(
    /\\(?:x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, short?: string, long?: string, octal?: string, sign = '') => {
      const digits = hex ?? short ?? long ?? octal
      if (digits === undefined) return ESCAPES[sign] ?? sign
      const code = Number.parseInt(digits, octal === undefined ? 16 : 8)
      return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

const LAST_CODE_POINT = 0x10_ff_ff

/** A variable or a substitution. `$(cat <<EOF … EOF)` becomes its output; any other command stays as written. */
function readExpansion(reader: Reader): string {
  const { text, at } = reader
  if (text.startsWith('$(', at) || text.charAt(at) === '`') {
    const end = text.charAt(at) === '`' ? text.indexOf('`', at + 1) : closingBracket(text, at + 1)
    const close = end < 0 ? text.length : end
    reader.at = close + 1
    const printed = printedBy(text.slice(at + (text.charAt(at) === '`' ? 1 : 2), close))
    return printed ?? text.slice(at, reader.at)
  }
  const name = /\$(?:(\w+)|\{(\w+)\}|\{[^}]{0,1000}\})?/y
  name.lastIndex = at
  const match = name.exec(text)
  const written = match?.[0] || text.charAt(at)
  reader.at = at + written.length
  return valueOf(reader, match?.[1] ?? match?.[2] ?? '', written)
}

/** Without a value, or without room for it, a variable stays as written. */
function valueOf(reader: Reader, name: string, written: string): string {
  const value = reader.variables.get(name) ?? written
  reader.room -= value.length
  return reader.room < 0 ? written : value
}

function printedBy(command: string): string | null {
  const heredoc = /^\s*cat\s*<<-?\s*(['"]?)(\w+)\1[^\n]*(?:\n([\s\S]*?))?\n[^\S\n]*\2\s*$/.exec(command)
  return heredoc ? (heredoc[3] ?? '') : null
}

function closingBracket(text: string, open: number): number {
  let depth = 0
  const sign = /'[^']*'|[()]/g
  sign.lastIndex = open
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    if (match[0] === '(') depth += 1
    else if (match[0] === ')') depth -= 1
    if (depth === 0) return match.index
  }
  return -1
}

function heredocAt(reader: Reader, command: ShellCommand): Heredoc {
  const head = /<<(-?)[ \t]*(?:(['"])(.*?)\2|\\?(\w+))?/y
  head.lastIndex = reader.at
  const [whole = '<<', dash, quote, quoted, plain] = head.exec(reader.text) ?? []
  reader.at += whole.length
  return { command, end: quoted ?? plain ?? '', isIndented: dash === '-', isLiteral: quote !== undefined }
}

function readHeredocs(reader: Reader) {
  for (const { command, end, isIndented, isLiteral } of reader.heredocs) {
    const lines: string[] = []
    while (reader.at < reader.text.length) {
      const close = endOfLine(reader)
      const line = reader.text.slice(reader.at, close)
      reader.at = close + 1
      if ((isIndented ? line.replace(/^\t+/, '') : line) === end) break
      lines.push(isIndented ? line.replace(/^\t+/, '') : line)
    }
    const body = lines.join('\n')
    command.input = isLiteral ? body : fillIn(body, reader)
  }
  reader.heredocs = []
}

const fillIn = (text: string, reader: Reader) =>
  text.replaceAll(
    /\\([\\$`])|\$(?:(\w+)|\{(\w+)\})/g,
    (written: string, escaped?: string, name?: string, braced?: string) =>
      escaped ?? valueOf(reader, name ?? braced ?? '', written),
  )

/** Commands that set or unset the variables they name. */
const SETTING = /^(?:read|unset|mapfile|readarray|getopts|for|select)$/

/** `NAME=value` as a separate command, exported or not. What another command sets is unknown. */
function noteVariables(words: string[], variables: Map<string, string>) {
  const at = words.findIndex((word) => SETTING.test(word))
  const isFirst = at === 0 || /^(?:while|until|if|!|do|then)$/.test(words[0] ?? '')
  // Of `for x in a b`, `x` alone is set.
  const named = words.slice(at + 1, words[at] === 'for' ? at + 2 : undefined)
  if (at >= 0 && isFirst) for (const name of named) variables.delete(name)
  const assigned = /^(?:export|local|readonly|declare|set)$/.test(words[0] ?? '') ? words.slice(1) : words
  const pairs = assigned.map((word) => /^([A-Za-z_]\w*)(\+?)=([\s\S]*)$/.exec(word))
  if (pairs.some((pair) => pair === null)) return
  for (const [, name = '', plus, value = ''] of pairs.filter((pair) => pair !== null)) {
    const before = plus ? variables.get(name) : ''
    if (before === undefined || /\$\(|^`[^`]*`$/.test(value)) variables.delete(name)
    else variables.set(name, before + value)
  }
}
