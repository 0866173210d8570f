import type { WirePolicy } from '#domain/policy/wire.ts'

/**
 * Each allows a token to read the tokens of its account; the second also to change them (`docs/api-behaviour.md` §2).
 */
const TOKENS_READ = 'eb56a6953c034b9d97dd838155666f06'
const TOKENS_WRITE = '5bc3f8b21c554832afc660159ab75fa4'
const ACCOUNT = 'com.cloudflare.api.account'

export type OwnRights = 'write' | 'read' | 'unknown'

/** What a token may do with the account's tokens, if its policies say so clearly. */
export function ownRights(policies: WirePolicy[], accountId: string): OwnRights {
  const changes = judge(policies, TOKENS_WRITE, accountId)
  if (changes === 'yes') return 'write'
  // Without either group, the token could not read itself, so it must have a permission unknown to the app.
  return changes === 'no' && judge(policies, TOKENS_READ, accountId) === 'yes' ? 'read' : 'unknown'
}

function judge(policies: WirePolicy[], groupId: string, accountId: string): 'yes' | 'no' | 'unknown' {
  const naming = policies.filter(({ permission_groups }) => permission_groups.some(({ id }) => id === groupId))
  if (naming.some(({ effect, resources }) => (effect !== 'allow' && effect !== 'deny') || !isAll(resources, accountId)))
    return 'unknown'
  if (naming.some(({ effect }) => effect === 'deny')) return 'no'
  return naming.length > 0 ? 'yes' : 'no'
}

/** Whether the whole account is covered; a part of it does not include tokens. */
const isAll = (resources: WirePolicy['resources'], accountId: string) =>
  [`${ACCOUNT}.${accountId}`, `${ACCOUNT}.*`].some((key) => resources[key] === '*')
