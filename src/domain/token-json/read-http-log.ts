import { isObject } from './is-object.ts'

/** The bodies of token requests in a HAR file or a Postman collection, with the account of each address. */
export function httpBodies(value: unknown): { text: string; accountId: string | null }[] | null {
  if (!isObject(value)) return null
  const { log, info, item } = value
  if (isObject(log) && Array.isArray(log['entries'])) return log['entries'].flatMap(harBody)
  if (isObject(info) && Array.isArray(item)) return item.flatMap(postmanBodies)
  return null
}

function harBody(entry: unknown) {
  const request = isObject(entry) ? entry['request'] : null
  if (!isObject(request) || !isObject(request['postData'])) return []
  return bodyOf(request['url'], request['postData']['text'])
}

function postmanBodies(item: unknown): { text: string; accountId: string | null }[] {
  if (!isObject(item)) return []
  const { request } = item
  const inner = Array.isArray(item['item']) ? item['item'].flatMap(postmanBodies) : []
  if (!isObject(request) || !isObject(request['body'])) return inner
  const { url } = request
  return [...inner, ...bodyOf(isObject(url) ? url['raw'] : url, request['body']['raw'])]
}

function bodyOf(url: unknown, text: unknown) {
  if (typeof url !== 'string' || typeof text !== 'string') return []
  const accountId = /\/accounts\/([^/?]+)\/tokens/.exec(url)?.[1]
  return accountId === undefined ? [] : [{ text, accountId }]
}
