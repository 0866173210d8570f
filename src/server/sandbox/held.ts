import type { Account, StoredToken } from './types.ts'
import { isObject, type Body } from './validate-token.ts'

/**
 * Stores any JSON in place of a token. It is answered as is, and a PUT changes it without validation. The plain token
 * stays, for list order, clock and secrets.
 */
export function holdToken(account: Account, tokenId: string, json: unknown, issued: string): void {
  account.room.set(tokenId, JSON.stringify(json).length)
  const below = account.tokens.get(tokenId)
  const said = isObject(json) ? json : {}
  const { expires_on: _, ...kept }: StoredToken = below ?? plainToken(tokenId, issued)
  const end = timeOf(said['expires_on'])
  const { name, status } = said
  account.tokens.set(tokenId, {
    ...kept,
    name: typeof name === 'string' ? name : '',
    status: typeof status === 'string' ? status : 'active',
    issued_on: timeOf(said['issued_on']) ?? kept.issued_on,
    ...(end !== null && { expires_on: end }),
  })
  account.held.set(tokenId, json)
}

/** Merges the body over the stored JSON, key by key, and adds nothing. */
export function updateHeld(account: Account, tokenId: string, body: Body): unknown {
  const held = account.held.get(tokenId)
  const merged = isObject(held) ? { ...held, ...body } : body
  holdToken(account, tokenId, merged, '')
  return merged
}

const plainToken = (id: string, issued: string): StoredToken => ({
  id,
  name: '',
  status: 'active',
  issued_on: issued,
  modified_on: issued,
  last_used_on: null,
  policies: [],
})

const timeOf = (value: unknown): string | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null
