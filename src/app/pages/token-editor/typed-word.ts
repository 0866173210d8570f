import { BUCKET_SCOPE } from '#domain/resources/scope.ts'

const withoutQuotes = (word: string) => word.replace(/^(["'])(.*)\1$|^“(.*)”$/, '$2$3')

/** A word as people paste it from JSON: without quotes, and of a whole resource key only the ID. */
export function withoutKey(typed: string, scope: string): string {
  const word = withoutQuotes(typed)
  return word.startsWith(`${scope}.`) ? word.slice(scope.length + 1) : word
}

/** The domain of `*.example.com`; `null` for any other word. */
export const withoutWildcard = (typed: string): string | null =>
  /^\*\.(.+\..+)$/.exec(withoutQuotes(typed))?.[1] ?? null

/** R2 bucket names: lower case letters, digits and hyphens (schema `r2_bucket_name`). */
const BUCKET = /^(?:([a-z-]+)[:/])?([a-z0-9][a-z0-9-]{1,62}[a-z0-9])$/

/** A bucket's name, its `s3://` address or its key in this account. */
export function readBucket(typed: string, accountId: string): string | null {
  const word = withoutKey(typed, BUCKET_SCOPE)
  const owned = word.startsWith(`${accountId}_`) ? word.slice(accountId.length + 1).replace('_', ':') : word
  const [, jurisdiction = 'default', name] = BUCKET.exec(owned.replace(/^s3:\/\/([^/]+)\/?$/, '$1')) ?? []
  return name ? `${jurisdiction}/${name}` : null
}
