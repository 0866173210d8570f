import * as v from 'valibot'
import type { Collector } from './collect.ts'
import { lineCounter } from './line-counter.ts'

const entry = v.object({
  request: v.object({ method: v.string(), url: v.string() }),
  response: v.optional(v.object({ status: v.optional(v.number()) })),
})
const har = v.object({ log: v.object({ entries: v.array(v.unknown()) }) })

/** Whether a text that begins here is a HAR file, or the beginning of one. */
export const looksLikeHar = (start: string): boolean => /^\s*\{\s*"log"\s*:\s*\{/.test(start.slice(0, 400))

/** Reads the requests of a HAR file: a page's own files too, which belong to other hosts. */
export function readHar(text: string, firstLine: number, to: Collector): void {
  const json = parsed(text)
  if (json === undefined) return to.unread(firstLine, 'HAR', 'This looks like a HAR file, but its JSON is broken.')
  const read = v.safeParse(har, json)
  if (!read.success) return to.unread(firstLine, 'HAR', 'This HAR file has no list of requests (log.entries).')
  const lineOf = lineCounter(text)
  for (const one of read.output.log.entries) {
    const request = v.safeParse(entry, one)
    if (!request.success) {
      to.unread(firstLine, 'HAR', 'A request in this HAR file has no method or no address.')
      continue
    }
    const { method, url } = request.output.request
    const line = firstLine + lineOf(JSON.stringify(url))
    // Data in an address, extensions of the browser.
    if (!/^https?:/i.test(url)) continue
    // 0: the browser got no answer.
    const status = request.output.response?.status
    to.request({ line, method, address: url, status: status ? status : null, from: 'HAR' })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
