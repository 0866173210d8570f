import { isObject } from '#domain/text/is-object.ts'
import { readAddress } from './request-address.ts'
import type { RequestBody } from './read-curl.ts'

/**
 * The bodies of token requests in a HAR file or a Postman collection, with the account in each URL. In a HAR file, the
 * answer is used when nothing was sent.
 */
export function httpBodies(value: unknown): RequestBody[] | null {
  if (!isObject(value)) return null
  const { log, info, item, collection } = value
  // As the API of Postman answers.
  if (isObject(collection) && isObject(collection['info'])) return httpBodies(collection)
  if (isObject(log) && Array.isArray(log['entries'])) return log['entries'].flatMap(harBody)
  if (isObject(info) && Array.isArray(item)) return item.flatMap(postmanBodies)
  return null
}

function harBody(entry: unknown) {
  if (!isObject(entry) || !isObject(entry['request'])) return []
  const { url, postData } = entry['request']
  if (isObject(postData)) return bodyOf(url, postData['text'])
  const { response } = entry
  const content = isObject(response) ? response['content'] : null
  return isObject(content) ? bodyOf(url, answerText(content)) : []
}

/** Browsers save an answer as text, or in base64 when unsure of its type. */
function answerText({ text, encoding }: Record<string, unknown>): unknown {
  if (typeof text !== 'string' || encoding !== 'base64') return text
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0))
  } catch {
    return null
  }
}

function postmanBodies(item: unknown): RequestBody[] {
  if (!isObject(item)) return []
  const { request } = item
  const inner = Array.isArray(item['item']) ? item['item'].flatMap(postmanBodies) : []
  if (!isObject(request) || !isObject(request['body'])) return inner
  const { url } = request
  return [...inner, ...bodyOf(isObject(url) ? (url['raw'] ?? joined(url)) : url, request['body']['raw'])]
}

/** A URL in parts: `host` and `path` are texts, or lists of texts. */
function joined({ host, path }: Record<string, unknown>): string {
  const part = (value: unknown, by: string) =>
    Array.isArray(value) ? value.join(by) : typeof value === 'string' ? value : ''
  return `https://${part(host, '.')}/${part(path, '/').replace(/^\//, '')}`
}

function bodyOf(url: unknown, text: unknown): RequestBody[] {
  if (typeof url !== 'string' || typeof text !== 'string') return []
  const address = readAddress(url)
  return address.isFor === 'tokens' ? [{ text, address }] : []
}
