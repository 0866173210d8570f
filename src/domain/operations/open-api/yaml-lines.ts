/** YAML that can't be read here. The message names the line. */
export class YamlError extends Error {
  override name = 'YamlError'

  /** `at` counts from 0. */
  constructor(at: number, message: string) {
    super(`Line ${at + 1}: ${message}`)
  }
}

/** The lines of a text, and the one that is read next. */
export type Cursor = { lines: string[]; at: number }

/** A comment at the end of a line, with the space before it. */
export const COMMENT = /(?:^|(?<!\s)\s+)#.*$/

export const isBlank = (line: string): boolean => line.trim() === ''
export const isComment = (line: string): boolean => line.trimStart().startsWith('#')

export function indentOf(line: string): number {
  let spaces = 0
  while (line.charCodeAt(spaces) === 32) spaces += 1
  return spaces
}
