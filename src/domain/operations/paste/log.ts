import type { Call, Collector } from './collect.ts'

export const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS'

/** What is known of a text while its lines are read. */
export type Log = {
  to: Collector
  lines: readonly string[]
  /** Whether the text names Cloudflare or its API. */
  isCloudflare: boolean
  /** Requests without an answer; `null` for one to another host. An answer without a name belongs to the only one. */
  open: (Call | null)[]
  byId: Map<string, Call>
  /** The calls of the command before, which a dump of its traffic repeats. */
  command: Call[]
  /** A line whose address the line before it took. */
  skipUrl: number
  /** Characters that were read in vain after the end of a line. */
  wasted: number
  /** Lines whose method an address near them took. */
  methodLines: Set<number>
}

/** What follows an address and tells its status: `": 403 Forbidden`, ` -> 403`, ` HTTP/1.1" 403`, ` failed with status 403`. */
const STATUS =
  /^["'`\\\s:>)\]→=-]{0,8}(?:HTTP\/[\d.]{1,3}["'\s]{1,3})?(?:(?:returned|responded|failed|answered|status|response|code|HTTP|error|with|_)[\s_:=]{0,3}){0,4}\(?([1-5]\d\d)(?![\w.])/i

/** The status right behind an address. */
export function statusBehind(text: string): number | null {
  const status = STATUS.exec(text.slice(0, 80))?.[1]
  return status === undefined ? null : Number(status)
}
