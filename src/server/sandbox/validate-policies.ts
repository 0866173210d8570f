import { ApiError, invalid } from './api-error.ts'
import { SCOPE } from './catalogue.ts'
import { randomId } from './random.ts'
import type { Account, StoredPolicy } from './types.ts'
import { isObject } from './validate-token.ts'

const ACCOUNT = 'com.cloudflare.api.account.'
const ZONE = `${ACCOUNT}zone.`
const BUCKET = 'com.cloudflare.edge.r2.bucket.'

/** The policies of a body, with new ids and in the API's own order: sent order does not survive. */
export function validPolicies(value: unknown, account: Account, isCreate: boolean): StoredPolicy[] {
  if (!Array.isArray(value)) throw invalid(1001, 'policies must be a list', '/policies')
  return value
    .map((policy, index) => validPolicy(policy, `/policies/${index}`, account, isCreate))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function validPolicy(value: unknown, at: string, account: Account, isCreate: boolean): StoredPolicy {
  if (!isObject(value)) throw invalid(1001, 'policy must be an object', at)
  if (isCreate && value['id'] !== undefined) {
    throw invalid(1001, 'Reusing existing policies is not supported by token creation', `${at}/id`)
  }
  const { effect } = value
  if (effect !== 'allow' && effect !== 'deny') throw invalid(1001, 'effect must be allow or deny', `${at}/effect`)
  const resources = validResources(value['resources'], `${at}/resources`, account)
  const permission_groups = validGroups(value['permission_groups'], `${at}/permission_groups`, account)
  checkScopes(permission_groups, resources, `${at}/permission_groups`, account)
  return {
    id: randomId(),
    effect,
    permission_groups: permission_groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    resources,
  }
}

type Groups = StoredPolicy['permission_groups']
type Resources = StoredPolicy['resources']

function validGroups(value: unknown, at: string, account: Account): Groups {
  if (!Array.isArray(value)) throw invalid(1001, 'permission_groups must be a list', at)
  return value.map((group, index) => {
    if (!isObject(group) || typeof group['id'] !== 'string' || group['id'] === '') {
      throw invalid(1001, 'permission group id must be present', `${at}/${index}`)
    }
    const { id, meta } = group
    const known = account.catalogue.find((candidate) => candidate.id === id)
    if (!known) throw invalid(1001, `Permission group ${id} not found`, `${at}/${index}`)
    // Meta is kept as it came; its shape is the sender's business.
    return { id, name: known.name, ...(isObject(meta) && { meta: meta as Record<string, string> }) }
  })
}

function validResources(value: unknown, at: string, account: Account): Resources {
  if (!isObject(value)) throw invalid(1001, 'resources must be an object', at)
  for (const [key, inner] of Object.entries(value)) checkKey(key, inner, at, account)
  // Every value was checked to be text or a map of texts.
  return value as Resources
}

function checkKey(key: string, value: unknown, at: string, account: Account): void {
  const isNested = isObject(value)
  if (!isNested && typeof value !== 'string') throw invalid(1001, `resource ${key} must be "*" or an object`, at)
  if (isNested && Object.values(value).some((inner) => typeof inner !== 'string')) {
    throw invalid(1001, `resource ${key} is nested too deep`, at)
  }
  if (key === `${ZONE}*`) {
    throw invalid(1001, `Must nest zone under specific account resource: ${ACCOUNT}${account.id}`, at)
  }
  const isForeignAccount =
    key.startsWith(ACCOUNT) && /^[0-9a-f]{32}$/.test(key.slice(ACCOUNT.length)) && key !== ACCOUNT + account.id
  const isForeignBucket = key.startsWith(BUCKET) && !key.startsWith(`${BUCKET}${account.id}_`)
  if (key === 'com.cloudflare.api.account' || key === `${ACCOUNT}*` || isForeignAccount || isForeignBucket) {
    throw new ApiError(403, {
      code: 9109,
      message: 'Unauthorized to access requested resource',
      source: { pointer: at },
    })
  }
}

/**
 * A group is accepted where its scope equals the resource's type or lies inside it
 * (`contract/api-behaviour.md` §3.3). Keys of unknown kinds, such as the reference's
 * own `foo`, are not judged.
 */
function checkScopes(groups: Groups, resources: Resources, at: string, account: Account): void {
  const kinds = Object.entries(resources).map(([key, value]) => kindOf(key, value))
  for (const [index, { id, name }] of groups.entries()) {
    const scope = account.catalogue.find((group) => group.id === id)?.scopes[0]
    const fits = kinds.every(
      (kind) => kind === null || scope === kind || (kind === SCOPE.account && scope !== 'com.cloudflare.api.user'),
    )
    if (fits) continue
    throw invalid(
      1001,
      `Failed common permission check against resources. (Permission group: "${name}")`,
      `${at}/${index}`,
    )
  }
}

function kindOf(key: string, value: string | Record<string, string>): string | null {
  if (typeof value !== 'string') {
    const [inner = ''] = Object.keys(value)
    return inner.startsWith(ZONE) ? SCOPE.zone : inner.startsWith(BUCKET) ? SCOPE.bucket : null
  }
  if (key.startsWith(ZONE)) return SCOPE.zone
  if (key.startsWith(BUCKET)) return SCOPE.bucket
  return /^[0-9a-f]{32}$/.test(key.slice(ACCOUNT.length)) && key.startsWith(ACCOUNT) ? SCOPE.account : null
}
