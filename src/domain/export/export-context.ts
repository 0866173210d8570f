export type ExportContext = {
  accountId: string
  zoneNames?: Map<string, string>
  /** Ms since 1970, the time at which expiry is judged. */
  now?: number
}
