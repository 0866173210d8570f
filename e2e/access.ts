import type { Sandbox } from './fixtures.ts'

export const DNS_WRITE = { id: '4755a26eedb94da69e1066d98aa820be' }
export const DNS_READ = { id: '82e64a83756745bbbb1c9c2701bf816b' }
export const SCRIPTS_WRITE = { id: 'e086da7e2179491d91ee5f35b3ca210a' }
export const OBJECTS_READ = { id: '6a018a9f2fc74eb6b293b0c548f38b39' }
export const TOKENS_WRITE = { id: '5bc3f8b21c554832afc660159ab75fa4' }

type Policy = { effect: string; permission_groups: { id: string }[]; resources: Record<string, unknown> }
export const allow = (group: { id: string }, resources: Policy['resources'], effect = 'allow'): Policy => ({
  effect,
  permission_groups: [group],
  resources,
})

/** An account with nothing but what a test puts into it, and its resources. */
export async function plain(sandbox: Sandbox) {
  await sandbox.scenario({ tokens: 0, zones: 3, buckets: 2, workers: 0 })
  const { accountId } = sandbox
  const account = `com.cloudflare.api.account.${accountId}`
  const [first, second] = await sandbox.api.zones()
  return {
    first,
    second,
    account: { [account]: '*' },
    allZones: { [account]: { 'com.cloudflare.api.account.zone.*': '*' } },
    zone: ({ id }: { id: string }) => ({ [`com.cloudflare.api.account.zone.${id}`]: '*' }),
    token: async (name: string, policies: Policy[], fields: Record<string, unknown> = {}) => {
      const { id } = await sandbox.api.create({ name, policies, ...fields })
      return id
    },
    /** Stores what the API would refuse or sets itself. */
    put: async (id: string, fields: Record<string, unknown>) => {
      const token = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
      await sandbox.store(id, { ...token, ...fields })
    },
  }
}
