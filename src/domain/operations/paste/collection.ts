import { isObject } from '#domain/text/is-object.ts'
import type { Collector } from './collect.ts'
import { lineCounter } from './line-counter.ts'

const FORMS: [form: RegExp, name: string][] = [
  [/schema\.getpostman\.com|"_postman_id"/, 'Postman'],
  [/"__export_format"|"_type"\s*:\s*"export"/, 'Insomnia'],
  [/"format"\s*:\s*"httpie"/, 'HTTPie'],
  [/"Thunder Client"/, 'Thunder Client'],
  [/"exportedUsing"\s*:\s*"bruno"|"type"\s*:\s*"http-request"/i, 'Bruno'],
]

/** The tool that wrote a collection of requests; `null` for any other JSON. */
export const collectionOf = (document: string): string | null =>
  FORMS.find(([form]) => form.test(document))?.[1] ?? null

/** Reads the requests of a collection; gives whether it is JSON. Examples of answers repeat their request. */
export function readCollection(text: string, from: string, firstLine: number, to: Collector): boolean {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return false
  }
  const lineOf = lineCounter(text)
  for (const { method, address } of requestsIn(json))
    to.request({ line: firstLine + lineOf(JSON.stringify(address)), method, address, status: null, from })
  return true
}

const ANSWERS = new Set(['response', 'responses', 'examples'])
const MOST_LEVELS = 40

function requestsIn(value: unknown, level = 0): { method: string; address: string }[] {
  if (level > MOST_LEVELS) return []
  if (Array.isArray(value)) return value.flatMap((one) => requestsIn(one, level + 1))
  if (!isObject(value)) return []
  const { method, url } = value
  const address = isObject(url) ? url['raw'] : url
  if (typeof address === 'string' && address !== '' && (typeof method === 'string' || isObject(url)))
    return [{ method: typeof method === 'string' ? method : 'GET', address }]
  return Object.entries(value).flatMap(([key, inner]) => (ANSWERS.has(key) ? [] : requestsIn(inner, level + 1)))
}
