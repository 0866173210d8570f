import { tokenize } from '@humanwhocodes/momoa'

/** A text of the same length, so that positions stay valid, and what was skipped in it. */
export type TidyText = { text: string; readOver: string[] }

/** Blanks that JSON, HCL and shells do not accept, and invisible characters. */
const ODD_BLANK = /[\u00A0\u00AD\u1680\u180E\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/
/** Comment lines of a script or of YAML above JSON; JSON with comments uses `//`. */
const HASH_COMMENTS = /^(?:\s*#[^\n]*\n){1,9999}(?=\s*[{[])/
/** As `curl -i` prints them above an answer; those of a proxy or of redirects come first. */
const HTTP_HEADERS = /^\s*(?:HTTP\/\d[\d.]* \d{3}\b[^\n]*\n(?:[\w-]+:[^\n]*\n)*\s*)+(?=[{[])/i
/** A line that only divides, such as `-----`, or the fence of a code block that is not closed. */
const DIVIDER = String.raw`(?:([-=_*~+─━═—–])(?:[ \t]*\1){2,}|\x60{3,}\w*)[ \t]*`
const DIVIDERS_ABOVE = new RegExp(String.raw`^(?:\s*${DIVIDER}\n)+`)
/** In JSON they are in no text, as a text has no line breaks. */
const DIVIDERS = new RegExp(String.raw`^[ \t]*${DIVIDER}$`, 'gm')
const FENCE = /^[ \t]*(```+|~~~+)[^`]*$/

/** Skips what is often copied with a text: a BOM, Markdown fences and the prose around them, odd blanks. */
export function tidyText(text: string): TidyText {
  const readOver: string[] = []
  let tidy = text
  if (tidy.startsWith('\uFEFF')) {
    tidy = ` ${tidy.slice(1)}`
    readOver.push('a byte order mark')
  }
  const blocks = fencedBlocks(tidy)
  if (blocks.length > 0) {
    let end = 0
    const parts = blocks.map((block) => {
      const part = blank(tidy.slice(end, block.start)) + tidy.slice(block.start, block.end)
      ;({ end } = block)
      return part
    })
    tidy = parts.join('') + blank(tidy.slice(end))
    readOver.push('code fences')
  }
  const undivided = withoutDividers(tidy)
  if (undivided !== tidy) readOver.push('divider lines')
  tidy = undivided
  for (const [form, name] of [
    [HTTP_HEADERS, 'HTTP headers'],
    [HASH_COMMENTS, 'comments'],
  ] as const) {
    const above = form.exec(tidy)?.[0]
    if (above === undefined) continue
    tidy = blank(above) + tidy.slice(above.length)
    readOver.push(name)
  }
  const behind = /^\s*[{[]/.test(tidy) ? /(?<=[}\]])\s{0,99}[,;]\s*$/.exec(tidy)?.[0] : undefined
  if (behind !== undefined) {
    tidy = tidy.slice(0, -behind.length) + blank(behind)
    readOver.push('a sign behind it')
  }
  const plain = withoutOddBlanks(tidy)
  if (plain !== tidy) readOver.push('no-break spaces')
  return { text: plain, readOver }
}

function withoutDividers(text: string): string {
  const above = DIVIDERS_ABOVE.exec(text)
  const inside = above ? blank(above[0]) + text.slice(above[0].length) : text
  return /^\s*[{[]/.test(inside) ? inside.replaceAll(DIVIDERS, blank) : inside
}

/** The blocks with a token in them, or else the first. None when the text itself starts as a known format. */
function fencedBlocks(text: string): { start: number; end: number }[] {
  if (/^\s*[{[]/.test(text)) return []
  const blocks = closedFences(text)
  const withTokens = blocks.filter(({ inside }) => /policies|account_token/.test(inside))
  return withTokens.length > 0 ? withTokens : blocks.slice(0, 1)
}

type Block = { start: number; end: number; inside: string }

/** What is between the lines of fences. One that is never closed is none. */
function closedFences(text: string): Block[] {
  const lines = text.split('\n')
  const lastOf = new Map(lines.map((line, index) => [line.trim(), index]))
  const blocks: Block[] = []
  let open: { mark: string; start: number } | null = null
  let at = 0
  for (const [index, line] of lines.entries()) {
    if (open?.mark === line.trim()) {
      blocks.push({ start: open.start, end: at, inside: text.slice(open.start, at) })
      open = null
    } else if (!open) {
      const mark = FENCE.exec(line)?.[1]
      if (mark !== undefined && (lastOf.get(mark) ?? 0) > index) open = { mark, start: at + line.length + 1 }
    }
    at += line.length + 1
  }
  return blocks
}

/** In quotes, a no-break space is part of a name and stays. A shell has an apostrophe between two quotes, as `\'`. */
function withoutOddBlanks(text: string): string {
  if (!ODD_BLANK.test(text)) return text
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'|\\'|[\s\S]/g, (part) =>
    part.length === 1 && ODD_BLANK.test(part) ? ' ' : part,
  )
}

const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ')

/** Converts JSON with comments or extra commas to strict JSON of the same length; `null` for any other text. */
export function strictJson(text: string): TidyText | null {
  const parts: { start: number; end: number; kind: string }[] = []
  try {
    for (const { type, loc } of tokenize(text, { mode: 'jsonc' }))
      parts.push({ start: loc.start.offset, end: loc.end.offset, kind: type })
  } catch {
    return null
  }
  const comments = parts.filter(({ kind }) => kind.endsWith('Comment'))
  const code = parts.filter(({ kind }) => !kind.endsWith('Comment'))
  const commas = code.filter(
    ({ kind }, index) => kind === 'Comma' && /^R(?:Brace|Bracket)$/.test(code[index + 1]?.kind ?? ''),
  )
  if (comments.length + commas.length === 0) return null
  let end = 0
  let strict = ''
  for (const part of [...comments, ...commas].sort((a, b) => a.start - b.start)) {
    strict += text.slice(end, part.start) + blank(text.slice(part.start, part.end))
    ;({ end } = part)
  }
  const readOver = [...(comments.length > 0 ? ['comments'] : []), ...(commas.length > 0 ? ['trailing commas'] : [])]
  return { text: strict + text.slice(end), readOver }
}
