import { NEEDED, type CatalogueGroup } from './catalogue.ts'
import { seededId, seededRandom } from './random.ts'
import {
  DEFAULT_ACCOUNT_ID,
  managedTokenId,
  MANAGED_TOKEN_NAME,
  OWN_TOKEN_NAME,
  ownTokenId,
  READONLY_TOKEN_ID,
} from './seed.ts'
import { accountOf, allBuckets, allZones, bucketsOf, PERSONAS, zonesOf } from './seed-personas.ts'
import { specialToken } from './seed-special.ts'
import type { Account, StoredPolicy, StoredToken } from './types.ts'

const MINUTE = 60_000
const DAY = 86_400_000

export const wireTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** All tokens of a fresh account: its own, a managed one, and those of a typical company. */
export function seedTokens(account: Account, now: number): StoredToken[] {
  const random = seededRandom(account.id)
  const { tokens: wanted } = account.scenario
  const fixed = [ownToken(account, now), ...(wanted > 1 ? [managedToken(account, now)] : [])]
  if (account.id === DEFAULT_ACCOUNT_ID && wanted > 2) fixed.push(readonlyToken(account))
  const others = Array.from({ length: Math.max(0, wanted - fixed.length) }, (_, index) =>
    companyToken(account, index, now, random),
  )
  return [...fixed, ...others]
}

const groupRef = (account: Account, id: string) => {
  const name = account.catalogue.find((group) => group.id === id)?.name
  return { id, ...(name && { name }) }
}

function policy(
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

function ownToken(account: Account, now: number): StoredToken {
  const { ownPermissions, canListZones, canListBuckets, canListWorkers } = account.scenario
  const tokens = { write: [NEEDED.tokensWrite], read: [NEEDED.tokensRead], none: [] }[ownPermissions]
  const accountGroups = [
    ...tokens,
    'c1fde68c7bcc44588cbb6ddbc16d6480',
    ...(canListBuckets ? [NEEDED.bucketsRead] : []),
    ...(canListWorkers ? [NEEDED.scriptsRead] : []),
  ]
  return {
    id: ownTokenId(account.id),
    name: OWN_TOKEN_NAME,
    status: 'active',
    issued_on: wireTime(now - 90 * DAY),
    modified_on: wireTime(now - 90 * DAY),
    last_used_on: wireTime(now - MINUTE),
    creator_email_at_creation: 'mara@northwind.example',
    policies: [
      policy(account, 'own account', accountGroups, accountOf(account.id)),
      ...(canListZones ? [policy(account, 'own zones', [NEEDED.zoneRead], allZones(account.id))] : []),
    ],
  }
}

function managedToken(account: Account, now: number): StoredToken {
  return {
    id: managedTokenId(account.id),
    name: MANAGED_TOKEN_NAME,
    status: 'active',
    issued_on: wireTime(now - 400 * DAY),
    modified_on: wireTime(now - 400 * DAY),
    last_used_on: wireTime(now - 2 * 60 * MINUTE),
    provisioner_type: 'cloudflare',
    provisioner_id: null,
    policies: [policy(account, 'managed', ['c1fde68c7bcc44588cbb6ddbc16d6480'], accountOf(account.id))],
  }
}

/** As in the API reference, but without its expiry: an expired token would not be listed. */
function readonlyToken(account: Account): StoredToken {
  return {
    id: READONLY_TOKEN_ID,
    name: 'readonly token',
    status: 'active',
    issued_on: '2018-07-01T05:20:00Z',
    modified_on: '2018-07-02T05:20:00Z',
    last_used_on: '2020-01-02T12:34:00Z',
    not_before: '2018-07-01T05:20:00Z',
    condition: {
      request_ip: {
        in: ['123.123.123.0/24', '2606:4700::/32'],
        not_in: ['123.123.123.100/24', '2606:4700:4700::/48'],
      },
    },
    policies: [
      policy(
        account,
        'readonly',
        ['c8fed203ed3043cba015a93ad1616f1f', '82e64a83756745bbbb1c9c2701bf816b'],
        allZones(account.id),
      ),
    ],
  }
}

function companyToken(account: Account, index: number, now: number, random: () => number): StoredToken {
  const persona = PERSONAS[index % PERSONAS.length] ?? PERSONAS[0]
  const round = Math.floor(index / PERSONAS.length)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const age = Math.floor((0.2 + random() * 700) * DAY)
  const issued = now - age
  const modified = random() < 0.4 ? issued : issued + Math.floor(random() * age)
  const neverUsed = random() < 0.15
  const used = modified + Math.floor((1 - random() ** 3) * (now - modified))
  const suffix = ['', '-staging', '-eu', '-2', '-legacy', '-test', '-apac', '-old'][round] ?? `-${round}`
  const key = `token ${index}`

  const fates = { disabled: index % 17 === 5, revoked: index === 40, scheduled: index % 29 === 7 }
  const expiry = expiryOf(index, now, random)
  const name =
    index === 11 ? 'Invoice \u202Efdp.exe\u202C uploader\u200B' : index === 23 ? longName() : persona.name + suffix
  const special = specialToken(account, index)
  return {
    id: seededId(`${key} of ${account.id}`),
    name: special?.name ?? name,
    status: fates.revoked ? 'revoked (exposed)' : fates.disabled ? 'disabled' : 'active',
    issued_on: wireTime(issued),
    modified_on: wireTime(modified),
    last_used_on: neverUsed || fates.scheduled ? null : wireTime(used),
    ...(fates.scheduled && { not_before: wireTime(now + 9 * DAY) }),
    ...(expiry !== null && { expires_on: wireTime(Math.max(expiry, issued + DAY)) }),
    ...conditionOf(index),
    ...(index % 5 !== 4 && { creator_email_at_creation: pick(CREATORS) ?? CREATORS[0] }),
    ...(index % 31 === 9 && { provisioner_type: 'oauth', provisioner_id: index % 2 ? null : seededId(key) }),
    policies: policiesOf(account, index, key, random),
  }
}

const CREATORS = [
  'mara@northwind.example',
  'jonas@northwind.example',
  'priya@northwind.example',
  'ops@northwind.example',
  'l.okafor@contractors.example',
] as const

const longName = () =>
  'integration with the partner portal for nightly stock and price synchronisation '.repeat(2).slice(0, 120)

function expiryOf(index: number, now: number, random: () => number): number | null {
  if (index % 3 === 0) return null
  if (index % 19 === 4) return now - Math.floor((1 + random() * 27) * DAY)
  if (index % 37 === 10) return now - 60 * DAY
  if (index % 13 === 2) return now + Math.floor((0.3 + random() * 6) * DAY)
  return now + Math.floor((10 + random() * 500) * DAY)
}

function conditionOf(index: number): Pick<StoredToken, 'condition'> {
  if (index % 4 === 0) return {}
  if (index % 23 === 6) return { condition: { request_ip: { not_in: ['203.0.113.0/24'] } } }
  const ranges = ['192.0.2.0/24', '198.51.100.0/28', '2001:db8:40::/48'].slice(0, 1 + (index % 3))
  return { condition: { request_ip: { in: ranges, ...(index % 11 === 3 && { not_in: ['192.0.2.17/32'] }) } } }
}

function policiesOf(account: Account, index: number, key: string, random: () => number): StoredPolicy[] {
  const persona = PERSONAS[index % PERSONAS.length] ?? PERSONAS[0]
  const scopeOf = new Map(account.catalogue.map((group: CatalogueGroup) => [group.id, group.scopes[0]]))
  const byScope = (scope: string) => persona.groups.filter((id) => scopeOf.get(id) === scope)
  const wanted = account.scenario.policiesPerToken
  const policies = [
    ...[byScope('com.cloudflare.api.account')]
      .filter((groups) => groups.length > 0)
      .map((groups) => policy(account, `${key} account`, groups, accountOf(account.id))),
    ...[byScope('com.cloudflare.api.account.zone')]
      .filter((groups) => groups.length > 0)
      .map((groups) =>
        policy(account, `${key} zones`, groups, random() < 0.35 ? allZones(account.id) : zonesOf(account, random)),
      ),
    ...[byScope('com.cloudflare.edge.r2.bucket')]
      .filter((groups) => groups.length > 0)
      .map((groups) =>
        policy(account, `${key} buckets`, groups, random() < 0.3 ? allBuckets(account.id) : bucketsOf(account, random)),
      ),
  ]
  if (index === 15)
    policies.push(
      policy(account, `${key} gone zone`, [NEEDED.zoneRead], {
        [`com.cloudflare.api.account.zone.${seededId('gone')}`]: '*',
      }),
    )
  if (index === 18)
    policies.push(
      policy(account, `${key} unknown`, [seededId('a group nobody knows')], {
        'com.cloudflare.api.account.flagship.app.7f3a': '*',
      }),
    )
  if (index % 14 === 6) {
    const [zone] = account.zones
    if (zone) {
      const denied = policy(account, `${key} deny`, ['4755a26eedb94da69e1066d98aa820be'], {
        [`com.cloudflare.api.account.zone.${zone.id}`]: '*',
      })
      policies.push({ ...denied, effect: 'deny' })
    }
  }
  const special = specialToken(account, index)?.parts.map((part, at) => ({
    ...policy(account, `${key} special ${at}`, [], {}),
    ...part,
  }))
  if (special) policies.splice(0, policies.length, ...special)
  if (wanted === null) return policies
  const [fewest, most] = typeof wanted === 'number' ? [wanted, wanted] : wanted
  const length = fewest + Math.floor(random() * (most - fewest + 1))
  return Array.from({ length }, (_, at) => ({
    ...(policies[at % policies.length] ?? policy(account, key, [NEEDED.zoneRead], allZones(account.id))),
    id: seededId(`policy ${key} ${at} of ${account.id}`),
  }))
}
