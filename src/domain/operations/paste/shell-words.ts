import { readQuoted, substitutionEnd } from './shell-quotes.ts'

/** The words of a command, and where it ends. `isOpen`: a quote in it has no end. `hasInput`: it reads a file by `<`. */
export type ShellWords = { words: string[]; end: number; isOpen: boolean; hasInput: boolean }

/** A command that is longer is cut. */
const LONGEST = 1 << 16

const PLAIN = /[^\s"'\\`^$;|&<>()]+/y
const BLANKS = /[^\S\n]+/y
/** At the end of a line: `\` in a shell, `^` in Windows' cmd, a backtick in PowerShell. */
const CONTINUED = /[\\^`][^\S\n]*\n[^\S\n]*/y
const PLACEHOLDER = /<[\w.-]{1,40}>/y
const REDIRECTION = /[<>]{1,3}[&|-]?[^\S\n]*/y
const END = /[\n;|)]|&(?=[\s&]|$)/y
/** `doesn’t` in a sentence, not a quote. */
const APOSTROPHE = /'(?=(?:t|s|re|ve|ll|m|d)(?:[\s.,:;]|$))/y
const QUOTE = /\$?'|\^?"/y
const SUBSTITUTION = /\$\(|`(?=[^`\n]{0,400}`)/y

/**
 * Splits a command into words, with the quotes of shells, cmd and PowerShell alike. It ends with its line, and with
 * `maxEnd` at the latest.
 */
export function shellWords(text: string, start: number, maxEnd = text.length): ShellWords {
  const limit = Math.min(maxEnd, start + LONGEST)
  const words: string[] = []
  let at = start
  let word: string | null = null
  let [isOpen, isSkipped, hasInput] = [false, false, false]
  /** The part of the text that has a form, which is passed. */
  const pass = (form: RegExp): string | null => {
    form.lastIndex = at
    const found = form.exec(text)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const finish = () => {
    if (word === null) return
    if (!isSkipped) words.push(word)
    isSkipped = false
    word = null
  }
  const take = (part: string, end: number) => {
    word = (word ?? '') + part
    at = end
  }
  while (at < limit) {
    const from = at
    const plain = pass(PLAIN)
    if (plain !== null) take(plain, at)
    else if (pass(END) !== null) {
      at = from
      break
    } else if (pass(BLANKS) !== null || pass(CONTINUED) !== null) finish()
    else if (word !== null && /[a-z]/.test(text[at - 1] ?? '') && pass(APOSTROPHE) !== null) take("'", at)
    else if (pass(QUOTE) !== null) {
      const quoted = readQuoted(text, from, limit)
      isOpen ||= quoted.isOpen
      take(quoted.value, quoted.end)
    } else if (pass(SUBSTITUTION) !== null) take('$(…)', substitutionEnd(text, from, limit))
    else if (pass(PLACEHOLDER) !== null) take(text.slice(from, at), at)
    else if (pass(REDIRECTION) !== null) {
      hasInput ||= text[from] === '<'
      // `2>&1`: the number before it belongs to it.
      if (word !== null && /^\d$/.test(word)) word = null
      finish()
      isSkipped = true
    } else if (text[at] === '\\') take(text[at + 1] ?? '', at + 2)
    else if (text[at] === '^') at += 1
    else take(text[at] ?? '', at + 1)
  }
  finish()
  return { words, end: Math.min(at, limit), isOpen, hasInput }
}
