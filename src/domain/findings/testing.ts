import { fromWireCondition } from '#domain/condition/condition.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { WirePolicy, WireToken } from '#domain/policy/wire.ts'
import { readReach, type TokenReach } from '#domain/reach/token-reach.ts'
import { OWN } from '#domain/reach/testing.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, WORKER_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import { updateBody } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { DEFAULT_SETTINGS, type Context } from './context.ts'
import type { Finding, RuleId } from './finding.ts'
import { findingsOf } from './findings-of.ts'
import {
  DNS_WRITE,
  R2_READ,
  R2_WRITE,
  SCRIPTS_WRITE,
  SETTINGS_READ,
  TOKENS_READ,
  TOKENS_WRITE,
  ZONE_READ,
} from './group-ids.ts'

export const NOW = Date.parse('2026-11-24T12:00:00Z')

/** A time so many days after now, in whole seconds. */
export const inDays = (days: number) => `${new Date(NOW + days * 86_400_000).toISOString().slice(0, 19)}Z`

/** Cloudflare's documentation names what replaces these (`permission-groups/successors.json`). */
const TAIL_READ = '05880cd1bdc24d8bae0be2136972816b'
const CI_READ = 'ad99c5ae555e45c4bef5bdf2678388ba'

export const group = (name: string, scope: string, fields: Partial<PermissionGroup> = {}): PermissionGroup => ({
  id: `id of ${name}`,
  name,
  scopes: [scope],
  category: 'other',
  description: null,
  isSelectable: true,
  deprecation: null,
  ...fields,
})

export const catalogue: PermissionGroup[] = [
  group('Account API Tokens Write', ACCOUNT_SCOPE, { id: TOKENS_WRITE, category: 'account_and_billing' }),
  group('Account API Tokens Read', ACCOUNT_SCOPE, { id: TOKENS_READ, category: 'account_and_billing' }),
  group('Account Settings Read', ACCOUNT_SCOPE, { id: SETTINGS_READ }),
  group('DNS Write', ZONE_SCOPE, { id: DNS_WRITE, category: 'dns_and_zones' }),
  group('DNS Read', ZONE_SCOPE, { category: 'dns_and_zones' }),
  group('Zone Read', ZONE_SCOPE, { id: ZONE_READ, category: 'dns_and_zones' }),
  group('Zone Write', ZONE_SCOPE),
  group('Cache Purge', ZONE_SCOPE),
  group('Workers R2 Storage Write', ACCOUNT_SCOPE, { id: R2_WRITE, category: 'storage' }),
  group('Workers R2 Storage Read', ACCOUNT_SCOPE, { id: R2_READ }),
  group('Workers R2 Data Catalog Write', ACCOUNT_SCOPE),
  group('Workers R2 Storage Bucket Item Read', BUCKET_SCOPE),
  group('Workers Scripts Write', ACCOUNT_SCOPE, { id: SCRIPTS_WRITE, category: 'developer_platform' }),
  group('Individual Workers Editor', WORKER_SCOPE, { category: 'developer_platform' }),
  group('Billing Write', ACCOUNT_SCOPE, { category: 'account_and_billing' }),
  group('Logs Write', ZONE_SCOPE, { id: 'logs of zones' }),
  group('Logs Write', ACCOUNT_SCOPE, { id: 'logs of accounts' }),
  group('Logs Read', ACCOUNT_SCOPE, { id: 'read logs of accounts' }),
  group('Page Rules Write', ZONE_SCOPE),
  group('Odd Thing', ZONE_SCOPE),
  group('Images Write', ACCOUNT_SCOPE, { category: 'media', deprecation: { eolAt: inDays(20) } }),
  group('Stream Write', ACCOUNT_SCOPE, { category: 'media', deprecation: { eolAt: null } }),
  group('Workers Tail Read', ACCOUNT_SCOPE, { id: TAIL_READ, deprecation: { eolAt: null } }),
  group('Workers CI Read', ACCOUNT_SCOPE, { id: CI_READ, deprecation: { eolAt: inDays(100) } }),
  group('Workers Metadata Read-Only', ACCOUNT_SCOPE),
  group('Workers Content Read-Only', ACCOUNT_SCOPE),
]

export const policy = (names: string[], resources: WirePolicy['resources'], effect = 'allow'): WirePolicy => ({
  effect,
  permission_groups: names.map((name) => {
    const id = catalogue.find((one) => one.name === name || one.id === name)?.id ?? `id of ${name}`
    return { id, name: catalogue.find((one) => one.id === name)?.name ?? name }
  }),
  resources,
})

/** A token without fault that reads one zone, unless the wire fields say otherwise. */
export function token(fields: WireToken = {}): Token {
  const read = readToken({
    id: 'token',
    name: 'reader',
    status: 'active',
    issued_on: inDays(-20),
    modified_on: inDays(-20),
    last_used_on: inDays(-2),
    expires_on: inDays(60),
    policies: [policy(['DNS Read'], { [`com.cloudflare.api.account.zone.${'1'.repeat(32)}`]: '*' })],
    ...fields,
  })
  if (!read) throw new Error('is no token')
  return read
}

export const allowing = (names: string[], resources: WirePolicy['resources'], fields: WireToken = {}): Token =>
  token({ policies: [policy(names, resources)], ...fields })

/** An IP limit on the wire. */
export const from = (...ranges: string[]) => ({ condition: { request_ip: { in: ranges } } })
export const ONE_ADDRESS = from('192.0.2.1/32')

export const context: Context = {
  now: NOW,
  accountId: OWN,
  catalogue,
  ownTokenId: null,
  isReadOnlyServer: false,
  settings: DEFAULT_SETTINGS,
  isComplete: true,
  totalCount: 20,
}

const listing = (...items: string[]) => ({ items, isWhole: true, since: NOW })

/** An account that has the zones 1 and 2, two buckets and a Worker, and a credential that sees all of them. */
export const LISTED = {
  listings: {
    zones: listing('1'.repeat(32), '2'.repeat(32)),
    buckets: listing('eu/archive', 'default/logs'),
    workers: listing('8'.repeat(32)),
  },
  ownToken: token({
    id: 'own',
    policies: [
      policy(['Zone Read'], { [`${ACCOUNT_SCOPE}.${OWN}`]: { [`${ZONE_SCOPE}.*`]: '*' } }),
      policy(['Workers R2 Storage Read', 'Workers Scripts Write'], { [`${ACCOUNT_SCOPE}.${OWN}`]: '*' }),
    ],
  }),
} satisfies Partial<Context>

export const reachOf = (tokens: readonly Token[], asked: Context = context): TokenReach[] => readReach(tokens, asked)

/** What the rule found. */
export const found = (rule: RuleId, tokens: Token | Token[], fields: Partial<Context> = {}): Finding[] => {
  const asked = { ...context, ...fields }
  return findingsOf(reachOf([tokens].flat(), asked), asked).findings.filter((one) => one.rule === rule)
}

/** The severity of what the rule found in one token, or `undefined`. */
export const severity = (rule: RuleId, tokens: Token | Token[], fields: Partial<Context> = {}) =>
  found(rule, tokens, fields)[0]?.severity

/** The token as the API would store it after an update with the draft. */
export function saved(stored: Token, draft: TokenDraft): Token {
  const wire = { ...stored.wire, ...updateBody(draft, stored) }
  const read = readToken(wire)
  if (!read) throw new Error('is no token')
  return { ...read, condition: fromWireCondition(wire['condition']) }
}
