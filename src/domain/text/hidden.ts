/**
 * Characters that are invisible or change the text direction: controls, bidi overrides and isolates, zero-width
 * characters, fillers, tags, variation selectors, unpaired surrogates, the blank braille cell. The selector that
 * colours an emoji and the joiner of two are excluded.
 */
const HIDDEN =
  /(?!(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=\p{ExtPict}\p{EMod}?\uFE0F?)\u200D\p{ExtPict})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]/gu

/** Splits a name into parts; hidden characters are spelled out as `U+202E`. */
export function revealHidden(text: string): { text: string; hidden: boolean }[] {
  const segments: { text: string; hidden: boolean }[] = []
  let end = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > end) segments.push({ text: text.slice(end, match.index), hidden: false })
    segments.push({ text: codePoint(match[0]), hidden: true })
    end = match.index + match[0].length
  }
  if (end < text.length) segments.push({ text: text.slice(end), hidden: false })
  return segments
}

/** A name with its hidden characters spelled out. */
export const spelledOut = (name: string): string =>
  PLAIN.test(name)
    ? name
    : revealHidden(name)
        .map(({ text }) => text)
        .join('')

/** Most names, of which an account has very many. */
const PLAIN = /^[ -~]*$/

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
