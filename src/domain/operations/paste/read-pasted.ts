import type { Pasted } from '#domain/operations/pasted.ts'
import { atOnce } from '#domain/reach/at-once.ts'
import { cleanText } from './clean-text.ts'
import { newCollector } from './collect.ts'
import { readCommand, withCommands } from './command-lines.ts'
import { namedGroups, operationIdAlone, pageAlone, permissionKeys, referencedOperations } from './error-texts.ts'
import { looksLikeHar, readHar } from './har.ts'
import { collectionOf, readCollection } from './collection.ts'
import { documentEnd } from './json-document.ts'
import type { Log } from './log.ts'
import { readLine } from './log-lines.ts'
import { sdkReader } from './sdk-calls.ts'
import { callsOf, resourcesOf, terraformName } from './terraform-names.ts'

/** So many lines are read in one go: a few milliseconds. */
const SLICE = 100

/**
 * Reads a pasted text of any kind: commands, logs, a HAR file, error texts, or a mix of them. Secrets are taken out
 * first. Each step of the generator is a slice, and yields the share that is done, from 0 to 1.
 */
export function* pastedSteps(pasted: string): Generator<number, Pasted, void> {
  const cleaning = cleanText(pasted)
  let step = cleaning.next()
  while (!step.done) {
    yield step.value / 2
    step = cleaning.next()
  }
  const { text, removed } = step.value
  const reading = newReading(withCommands(text))
  let nextPause = SLICE
  for (let line = 0; line < reading.lines.length;) {
    line = reading.readAt(line)
    if (line < nextPause) continue
    nextPause = line + SLICE
    yield 0.5 + line / reading.lines.length / 2
  }
  return reading.to.result(removed)
}

/** The same in one go. */
export const readPasted = (text: string): Pasted => atOnce(pastedSteps(text))

function newReading(text: string) {
  const lines = text.split('\n')
  const starts: number[] = []
  for (let at = 0, line = 0; line < lines.length; line += 1) {
    starts.push(at)
    at += (lines[line]?.length ?? 0) + 1
  }
  const sdkPages = sdkReader(text)
  /** Whether the text has the address of GraphQL, or a query was read. */
  let isGraphql = text.includes('/graphql')
  const to = newCollector()
  const isCloudflare = /cloudflare|client\/v4/i.test(text)
  const log: Log = {
    to,
    lines,
    isCloudflare,
    open: [],
    byId: new Map(),
    command: [],
    skipUrl: -1,
    wasted: 0,
    methodLines: new Set(),
  }
  /** Up to this line, texts are known to be no document. */
  let known = -1

  /** Reads what begins on a line; gives the line after it. */
  function readAt(line: number): number {
    const har = line > known ? readDocument(line) : null
    if (har !== null) return har
    const end = readCommand(log, text, starts, line)
    readHints(line, Math.max(end, line + 1))
    if (end > line) return end
    readLine(log, line)
    return line + 1
  }

  function readDocument(line: number): number | null {
    const start = starts[line] ?? 0
    if (!/^\s*\{/.test(lines[line] ?? '')) return null
    const end = documentEnd(text, start)
    const last = end === null ? lines.length : line + text.slice(start, end).split('\n').length
    known = last - 1
    if (looksLikeHar(text.slice(start, start + 400))) {
      readHar(text.slice(start, end ?? text.length), line + 1, to)
      return last
    }
    const document = end === null ? '' : text.slice(start, end)
    const collection = collectionOf(document)
    return collection !== null && readCollection(document, collection, line + 1, to) ? last : null
  }

  function readHints(line: number, end: number): void {
    for (let at = line; at < end; at += 1) {
      const content = lines[at] ?? ''
      const hasReference = content.includes('cloudflare.com')
      for (const hint of hasReference ? referencedOperations(content) : [])
        to.add({ line: at + 1, text: hint.page ?? hint.operationId ?? '', kind: 'operation', ...hint })
      for (const { key, page } of content.includes('com.cloudflare.') ? permissionKeys(content) : []) {
        if (page !== null) to.add({ line: at + 1, text: key, kind: 'operation', page, operationId: null })
        else if (/permission/i.test(content)) to.unread(at + 1, key, unknownKey(key))
      }
      for (const { page, isGuess } of sdkPages(lines, at))
        to.add({ line: at + 1, text: page, kind: 'operation', page, operationId: null, ...(isGuess && { isGuess }) })
      readNames(at, content)
      const alone = content.length < 300 ? content.trim() : ''
      const [page, operationId] = [pageAlone(alone), operationIdAlone(alone)]
      if (page !== null || operationId !== null)
        to.add({ line: at + 1, text: alone, kind: 'operation', page, operationId })
      if (!/permission/i.test(content)) continue
      // The name may go on below, after the frame of a terminal.
      const whole = lines
        .slice(at, at + 3)
        .join('\n')
        .slice(0, content.length + 400)
      const groups = namedGroups(whole.replaceAll(/\n[\s│|>]*/g, ' ')).filter((group) => group.at <= content.length)
      for (const { name } of groups) to.add({ line: at + 1, text: `Permission group: “${name}”`, kind: 'group', name })
    }
  }

  function readNames(at: number, content: string): void {
    const below = content.includes('viewer') ? lines.slice(at, at + 4).join(' ') : ''
    if (!isGraphql && GRAPHQL.test(below)) {
      isGraphql = true
      to.request({ line: at + 1, method: 'POST', address: GRAPHQL_URL, status: null, from: 'GraphQL' })
    }
    const name = terraformName(content)
    if (name === null) return
    const resources = resourcesOf(name, content.includes('{') ? blockAt(lines, at) : '')
    for (const resource of resources) {
      const from = `Terraform ${resource.id}`
      for (const { method, path } of callsOf(resource, name))
        to.add({ line: at + 1, text: from, kind: 'call', method, path, status: null, from })
      for (const group of name.verb === 'reads' ? [] : (resource.extraGroups ?? []))
        to.add({ line: at + 1, text: `Permission group: “${group}”`, kind: 'group', name: group })
    }
    if (resources.length === 0) to.unread(at + 1, name.type, 'What Terraform calls for this type isn’t known here.')
  }

  return { lines, to, readAt }
}

const GRAPHQL = /(?:^|[{\s"'`])viewer\s*\{\s*(?:\w{1,40}\s*:\s*)?(?:zones|accounts)\b/
const GRAPHQL_URL = 'https://api.cloudflare.com/client/v4/graphql'

/** A block of Terraform, up to a line that only closes it. */
function blockAt(lines: readonly string[], at: number): string {
  const end = lines.findIndex((line, index) => index > at && line.startsWith('}'))
  return lines.slice(at, Math.min(end === -1 ? at + 1 : end, at + 40)).join('\n')
}

const unknownKey = (key: string) =>
  `Cloudflare doesn’t say which permission group ${key} is in. Paste the request that was refused.`
