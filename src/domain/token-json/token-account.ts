import { isObject } from '#domain/text/is-object.ts'

export const ACCOUNT_ID = /^[0-9a-f]{32}$/i
const KEY = /^com\.cloudflare\.api\.account\.(?!zone\.)(.+)$/
const BUCKET_KEY = /^com\.cloudflare\.edge\.r2\.bucket\.([^_]+)_/

/**
 * The account that all resource keys of a body name: an id, or a placeholder such as `$ACCOUNT_ID`; `null` when they
 * differ.
 */
export function accountInKeys(body: Record<string, unknown>): string | null {
  const accounts = new Set(resourceKeys(body).flatMap((key) => accountOf(key) ?? []))
  const [only] = accounts
  return accounts.size === 1 && only !== undefined ? only : null
}

function accountOf(key: string): string | null {
  const account = KEY.exec(key)?.[1] ?? BUCKET_KEY.exec(key)?.[1]
  return account === undefined || account === '*' ? null : account
}

function resourceKeys(body: Record<string, unknown>): string[] {
  const { policies } = body
  if (!Array.isArray(policies)) return []
  return policies
    .filter(isObject)
    .flatMap(({ resources }) =>
      isObject(resources)
        ? Object.entries(resources).flatMap(([key, inner]) => [key, ...(isObject(inner) ? Object.keys(inner) : [])])
        : [],
    )
}

/** The same body for another account: its resource keys name that account. */
export function forAccount(body: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  const { policies } = body
  if (!Array.isArray(policies) || from === '') return body
  const moved = (value: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [movedKey(key, from, to), isObject(inner) ? moved(inner) : inner]),
    )
  return {
    ...body,
    policies: policies.map((policy: unknown) =>
      isObject(policy) && isObject(policy['resources']) ? { ...policy, resources: moved(policy['resources']) } : policy,
    ),
  }
}

/** Only a whole segment of a key is an account: zones, buckets and tags are unchanged. */
function movedKey(key: string, from: string, to: string): string {
  const at = key.indexOf(from)
  if (at < 0) return key
  const [before, after] = [key.charAt(at - 1), key.charAt(at + from.length)]
  const isPart = /^[._]?$/.test(before) && /^[._]?$/.test(after)
  return isPart ? key.slice(0, at) + to + key.slice(at + from.length) : key
}
