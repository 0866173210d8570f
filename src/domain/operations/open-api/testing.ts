import { isObject } from '#domain/text/is-object.ts'

/** How a document is written. */
export type YamlStyle = {
  quote?: 'single' | 'double'
  indent?: number
  /** Longer texts and keys are on several lines. */
  width?: number
  isListIndented?: boolean
  isListInline?: boolean
}

/** Writes a JSON value as YAML in block style, as libraries do. */
export function asYaml(value: unknown, style: YamlStyle): string {
  return `${written(value, 0, style).replace(/^\n/, '')}\n`
}

/** What follows a key and its colon; `depth` is the indentation of what is inside. */
function written(value: unknown, depth: number, style: YamlStyle): string {
  const pad = `\n${' '.repeat(depth)}`
  const deeper = depth + (style.indent ?? 2)
  if (Array.isArray(value)) return list(value, depth, style)
  if (!isObject(value)) return ` ${scalar(value, depth, style)}`
  const entries = Object.entries(value)
  if (entries.length === 0) return ' {}'
  return entries.map(([key, inner]) => pad + keyed(key, pad, style) + written(inner, deeper, style)).join('')
}

function keyed(key: string, pad: string, style: YamlStyle): string {
  const text = scalar(key, 1, { ...style, width: Infinity })
  return key.length > 128 ? `? ${text}${pad}:` : `${text}:`
}

function list(items: unknown[], depth: number, style: YamlStyle): string {
  if (items.length === 0) return ' []'
  if (style.isListInline && items.every((item) => typeof item === 'string'))
    return ` [${items.map((item) => scalar(item, depth, { ...style, width: Infinity })).join(', ')}]`
  const indent = style.isListIndented ? depth : depth - (style.indent ?? 2)
  const inside = indent + 2
  return items
    .map((item) => {
      const text = written(item, inside, style)
      return `\n${' '.repeat(indent)}-${text.startsWith('\n') ? ` ${text.trimStart()}` : text}`
    })
    .join('')
}

const PLAIN = /^[A-Za-z/][^\n:#"']*[^\s:#"']$/
const IS_VALUE = /^(?:true|null)$/

function scalar(value: unknown, depth: number, { quote = 'double', width = Infinity }: YamlStyle): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const pad = `\n${' '.repeat(depth)}`
  if (value.endsWith('\n')) return `|${pad}${value.trimEnd().replaceAll('\n', pad)}`
  const lines = value.length > width ? value.replaceAll(/(\S) (?=\S)/g, `$1${pad}`) : value
  // Brackets and commas would be read as a list in one.
  if (PLAIN.test(value) && !IS_VALUE.test(value) && !/[[\]{},]/.test(value) && depth > 0) return lines
  if (quote === 'single' && !value.includes('\n')) return `'${lines.replaceAll("'", "''")}'`
  return `"${lines.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
