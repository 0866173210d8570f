/** A request or a hint of one in a pasted text. `line` counts from 1; `text` is what was read, without secrets. */
export type PastedItem = { line: number; text: string } & (
  | {
      kind: 'call'
      /** In upper case. */
      method: string
      /** Below `/client/v4` and without a query, as it was sent or as a template: `/zones/{zone_id}/dns_records`. */
      path: string
      /** The status of the answer, where the text tells it. */
      status: number | null
      /** What was recognised: `curl`, `HAR`, `wrangler deploy`. */
      from: string
      /** The text tells no method: `method` is the one that is most likely. */
      isGuess?: true
    }
  /** A permission group that an error names. */
  | { kind: 'group'; name: string }
  /**
   * A page of the API reference (`dns.records.create`), or an operation ID of the vendor's API description. `isGuess`:
   * it may be another vendor's, and counts only where the map has it.
   */
  | { kind: 'operation'; page: string | null; operationId: string | null; isGuess?: true }
  /** A request to another host. */
  | { kind: 'foreign'; host: string }
  /** Looks like a request, and could not be read. */
  | { kind: 'unread'; reason: string }
)

export type Pasted = {
  items: PastedItem[]
  /** Secrets that were taken out. */
  removed: number
  /** Requests that were left out, because there are too many. */
  left: number
}
