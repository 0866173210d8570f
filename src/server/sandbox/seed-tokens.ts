import { NEEDED } from './catalogue.ts'
import { seededRandom } from './random.ts'
import {
  CALM_ACCOUNT_ID,
  DEFAULT_ACCOUNT_ID,
  managedTokenId,
  MANAGED_TOKEN_NAME,
  OWN_TOKEN_NAME,
  ownTokenId,
  READONLY_TOKEN_ID,
} from './seed.ts'
import { calmTokens } from './seed-calm.ts'
import { companyToken } from './seed-company.ts'
import { accountOf, allZones } from './seed-personas.ts'
import { policy } from './seed-policy.ts'
import type { Account, StoredToken } from './types.ts'
import { DAY, wireTime } from './wire-time.ts'

const MINUTE = 60_000
const ANALYTICS_READ = 'b89a480218d04ceb98b4fe57ca29dc1f'

/** All tokens of a fresh account: its own, a managed one, and those of a typical company. */
export function seedTokens(account: Account, now: number): StoredToken[] {
  const random = seededRandom(account.id)
  const { tokens: wanted } = account.scenario
  const fixed = [ownToken(account, now), ...(wanted > 1 ? [managedToken(account, now)] : [])]
  if (account.id === DEFAULT_ACCOUNT_ID && wanted > 2) fixed.push(readonlyToken(account))
  if (account.id === CALM_ACCOUNT_ID) fixed.push(...calmTokens(account, now))
  const others = Array.from({ length: Math.max(0, wanted - fixed.length) }, (_, index) =>
    companyToken(account, index, now, random),
  )
  return [...fixed, ...others]
}

function ownToken(account: Account, now: number): StoredToken {
  const { ownPermissions, canListZones, canListBuckets, canListWorkers } = account.scenario
  const tokens = { write: [NEEDED.tokensWrite], read: [NEEDED.tokensRead], none: [] }[ownPermissions]
  const accountGroups = [
    ...tokens,
    'c1fde68c7bcc44588cbb6ddbc16d6480',
    // More than the app needs, as tokens often have.
    ...(account.id === CALM_ACCOUNT_ID ? [] : [ANALYTICS_READ]),
    ...(canListBuckets ? [NEEDED.bucketsRead] : []),
    ...(canListWorkers ? [NEEDED.scriptsRead] : []),
  ]
  return {
    id: ownTokenId(account.id),
    name: OWN_TOKEN_NAME,
    status: 'active',
    issued_on: wireTime(now - 40 * DAY),
    modified_on: wireTime(now - 40 * DAY),
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
