import { isObject } from '#domain/text/is-object.ts'
import type { Operation } from '#domain/operations/operation.ts'
import { readYaml, type Wanted } from './yaml.ts'
import { YamlError } from './yaml-lines.ts'

/** What is kept of an API description. Operations without marks are `unknown`, and have no pages. */
export type ApiDescription = {
  title: string | null
  version: string | null
  operations: Operation[]
}

export type OpenApiRead = { ok: true; description: ApiDescription } | { ok: false; message: string }

/** Reads the marks of a vendor's API description (OpenAPI), in JSON or YAML. */
export function readOpenApi(text: string): OpenApiRead {
  const document = readDocument(text.replace(/^\uFEFF/, ''))
  if (!document.ok) return document
  const { info, paths } = document
  if (!isObject(paths))
    return problem('No API description: it has no “paths”. The file may be another one, or cut off.')
  const operations = Object.entries(paths).flatMap(([path, item]) => operationsOf(path, item))
  if (operations.length === 0) return problem('This API description has no operations.')
  if (operations.every(({ evidence }) => evidence === 'unknown'))
    return problem('This API description names no permissions: none of its operations has x-api-token-group.')
  return { ok: true, description: { title: textOf(info, 'title'), version: textOf(info, 'version'), operations } }
}

const problem = (message: string) => ({ ok: false as const, message })

type Document = { ok: true; info: unknown; paths: unknown } | { ok: false; message: string }

function readDocument(text: string): Document {
  const start = text.trimStart().charAt(0)
  if (start === '') return problem('The file is empty.')
  if (start === '<') return problem('This is a web page, not the file. On GitHub, use “Download raw file”.')
  if (start === '{') return partsOf(() => JSON.parse(text), jsonProblem(text))
  return partsOf(
    () => readYaml(text, WANTED),
    'Neither JSON nor YAML with keys.',
    () => cutOff(text),
  )
}

function partsOf(read: () => unknown, otherwise: string, refuse: () => string | null = () => null): Document {
  try {
    const document = read()
    if (!isObject(document)) return problem(otherwise)
    const message = refuse()
    return message === null ? { ok: true, info: document['info'], paths: document['paths'] } : problem(message)
  } catch (error) {
    return problem(error instanceof YamlError ? `This YAML can’t be read. ${error.message}` : otherwise)
  }
}

const CUT_OFF = 'The file ends too early. Download it again.'

const jsonProblem = (text: string) =>
  text.trimEnd().endsWith('}') ? 'This JSON can’t be read: it has a mistake.' : CUT_OFF

/** YAML that ends in the middle of a line, inside of the paths. */
function cutOff(text: string): string | null {
  const [, last = null] = /(?:^|\n)["']?paths["']?:([\s\S]*)$/.exec(text) ?? []
  return last === null || last.endsWith('\n') || /\n[a-zA-Z][\w-]*:/.test(last) ? null : CUT_OFF
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])
const MARKS = 'x-api-token-group'
const VALUES = new Set(['operationId', 'summary', MARKS])

const ofInfo = (key: string): Wanted | null => (key === 'title' || key === 'version' ? 'value' : null)
const ofOperation = (key: string): Wanted | null => (VALUES.has(key) ? 'value' : null)
const ofPath = (key: string): Wanted | null => (METHODS.has(key) ? ofOperation : null)
const ofPaths = (key: string): Wanted | null => (key.startsWith('/') ? ofPath : null)
const WANTED: Wanted = (key) => (key === 'info' ? ofInfo : key === 'paths' ? ofPaths : null)

function operationsOf(path: string, item: unknown): Operation[] {
  if (!path.startsWith('/') || !isObject(item)) return []
  return Object.entries(item).flatMap(([method, operation]) =>
    METHODS.has(method) && isObject(operation) ? [operationOf(method, path, operation)] : [],
  )
}

function operationOf(method: string, path: string, operation: Record<string, unknown>): Operation {
  const groups = marksOf(operation[MARKS])
  return {
    method: method.toUpperCase(),
    path,
    title: textOf(operation, 'summary') ?? '',
    groups,
    evidence: groups.length > 0 ? 'marked' : 'unknown',
    pages: [],
    operationId: textOf(operation, 'operationId'),
  }
}

/** Names of groups, each once. The vendor writes `null` where there are none. */
function marksOf(value: unknown): string[] {
  const names = (Array.isArray(value) ? value : [value]).flatMap((name) =>
    typeof name === 'string' ? name.trim() : [],
  )
  return [...new Set(names)].filter((name) => name !== '')
}

/** A text on one line, without space around it. */
function textOf(object: unknown, key: string): string | null {
  const value = isObject(object) ? object[key] : null
  return typeof value === 'string' && value.trim() !== '' ? value.trim().replaceAll(/\s+/g, ' ') : null
}
