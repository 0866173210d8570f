import { seededId } from './random.ts'
import type { Account, StoredPolicy } from './types.ts'

const groupRef = (account: Account, id: string) => {
  const name = account.catalogue.find((group) => group.id === id)?.name
  return { id, ...(name && { name }) }
}

/** An allowing policy of a seeded token. */
export function policy(
  account: Account,
  key: string,
  groups: readonly string[],
  resources: StoredPolicy['resources'],
): StoredPolicy {
  return {
    id: seededId(`policy ${key} of ${account.id}`),
    effect: 'allow',
    permission_groups: groups.map((id) => groupRef(account, id)),
    resources,
  }
}
