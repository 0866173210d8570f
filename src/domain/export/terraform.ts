import { toWireCondition } from '#domain/condition/condition.ts'
import { storedPolicies } from '#domain/token/request-body.ts'
import { commentQuote, commentText, hclQuote } from '#domain/text/quote.ts'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import type { Token } from '#domain/token/token.ts'
import { msOf } from '#domain/token/time.ts'
import type { ExportContext } from './export-context.ts'
import { byKey, hclKey, hclValue } from './hcl.ts'
import { areKnownResources, readStored, type StoredPolicy } from './stored-policy.ts'
import { resourceNames } from './terraform-names.ts'
import { inactiveState, type LeftOut } from './token-state.ts'
import { isTooDeep, TOO_DEEP } from './too-deep.ts'

const HEADER = `# For the Cloudflare provider 5.13 or newer and Terraform 1.5 or newer:
#
#   terraform {
#     required_providers {
#       cloudflare = {
#         source  = "cloudflare/cloudflare"
#         version = ">= 5.13"
#       }
#     }
#   }
#
# Do not use -replace on a token: it creates the token again, with another secret.
`

/**
 * `cloudflare_account_token` resources of provider 5.13, each with an `import` block, so that the next plan shows no
 * change. Groups and resources are sorted, because the API returns them in any order. Tokens that cannot be imported
 * are in comments.
 */
export function exportTerraform(tokens: Token[], context: ExportContext): string {
  const names = resourceNames(tokens)
  const blocks = tokens.map((token, at) => tokenBlocks(token, names[at] ?? '', context))
  return [HEADER, ...blocks].join('\n')
}

/** A token that does not exist yet, for Terraform to create. `null` when the provider does not support it. */
export function terraformOfDraft(token: Token, context: ExportContext): string | null {
  const read = readWhole(token)
  if ('problem' in read) return null
  return [HEADER, `${resourceBlock(token, resourceNames([token])[0] ?? '', read.policies, context)}\n`].join('\n')
}

/** The tokens without a resource in a Terraform file. */
export const leftOutOfTerraform = (tokens: Token[], context: ExportContext): LeftOut[] =>
  tokens.flatMap((token) => {
    const read = readToken(token, context)
    return 'reason' in read ? [{ token, reason: read.reason }] : []
  })

function tokenBlocks(token: Token, address: string, context: ExportContext): string {
  const read = readToken(token, context)
  const named = `${commentQuote(token.name)} (${commentText(token.id)})`
  if ('problem' in read) return `# Left out: ${named}. ${read.problem}\n`
  const resource = resourceBlock(token, address, read.policies, context)
  if (!('reason' in read)) return `${importBlock(token, address, context)}\n\n${resource}\n`
  // The provider cannot find such a token: the import would fail, and the resource alone would create another token.
  const lines = resource.split('\n').map((line) => `# ${line}`.trimEnd())
  return [`# Left out: ${named}. It is ${read.reason}; this would create it again:`, ...lines, ''].join('\n')
}

type ReadToken =
  | { policies: StoredPolicy[] }
  | { policies: StoredPolicy[]; reason: string }
  | { problem: string; reason: string }

function readToken(token: Token, { now = Date.now() }: ExportContext): ReadToken {
  const read = readWhole(token)
  if ('problem' in read) return { reason: 'not supported by the provider', ...read }
  const state = inactiveState(token, now)
  return state === 'expired' || state === 'revoked' ? { ...read, reason: state } : read
}

/** The policies, if all of them can be written. Without one, the token would have other permissions. */
function readWhole(token: Token): { policies: StoredPolicy[] } | { problem: string; reason?: string } {
  if (isTooDeep(token)) return { problem: `It is ${TOO_DEEP}.`, reason: TOO_DEEP }
  if (!hasPolicyList(token)) return { problem: 'It came without a list of policies.' }
  if ([token.notBefore, token.expiresOn].some((time) => time !== null && Number.isNaN(msOf(time))))
    return { problem: 'Its start or its expiration can’t be read.' }
  if (token.condition.isOdd) return { problem: 'Its condition isn’t supported by the provider.' }
  const policies: StoredPolicy[] = []
  for (const [at, stored] of storedPolicies(token).entries()) {
    const policy = readStored(stored)
    if ('problem' in policy) return { problem: `Policy ${at + 1} ${policy.problem}.` }
    if (policy.effect !== 'allow' && policy.effect !== 'deny')
      return {
        problem: `Policy ${at + 1} has the effect ${commentQuote(policy.effect)}, which the provider doesn’t support.`,
      }
    policies.push(policy)
  }
  return { policies }
}

const importBlock = (token: Token, address: string, { accountId }: ExportContext) =>
  [
    'import {',
    `  to = cloudflare_account_token.${address}`,
    `  id = ${hclQuote(`${accountId}/${token.id}`)}`,
    '}',
  ].join('\n')

function resourceBlock(token: Token, address: string, policies: StoredPolicy[], { accountId }: ExportContext): string {
  const { condition, notBefore, expiresOn, status } = token
  const limits = Object.entries(toWireCondition(condition)).flatMap(([kind, limit]) => [
    `    ${kind} = {`,
    ...Object.entries(limit).map(([key, value]) => `      ${key} = ${hclValue(value)}`),
    '    }',
  ])
  return [
    `resource "cloudflare_account_token" "${address}" {`,
    `  account_id = ${hclQuote(accountId)}`,
    `  name       = ${hclQuote(token.name)}`,
    ...(status === 'disabled' ? ['  status     = "disabled"'] : []),
    ...(status === 'active' || status === 'disabled' ? [] : [`  # Its status is ${commentQuote(status)}.`]),
    ...(notBefore ? [`  not_before = ${hclQuote(notBefore)}`] : []),
    ...(expiresOn ? [`  expires_on = ${hclQuote(expiresOn)}`] : []),
    '',
    '  policies = [',
    ...policies.map(policyObject),
    '  ]',
    ...(limits.length > 0 ? ['', '  condition = {', ...limits, '  }'] : []),
    '}',
  ].join('\n')
}

function policyObject({ effect, groups, resources, extra }: StoredPolicy): string {
  const sorted = groups.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [
    '    {',
    ...(Object.keys(extra).length > 0
      ? [`      # Stored as well, and not known to the provider: ${commentText(JSON.stringify(extra))}`]
      : []),
    `      effect = ${hclQuote(effect)}`,
    '      permission_groups = [',
    // The name is for the reader.
    ...sorted.map(
      ({ id, name }) => `        { id = ${hclQuote(id)} },${name === null ? '' : ` # ${commentText(name)}`}`,
    ),
    '      ]',
    ...resourceLines(resources),
    '    },',
  ].join('\n')
}

function resourceLines(resources: unknown): string[] {
  if (!areKnownResources(resources)) {
    return [
      '      # Unknown format, written as the API returned it.',
      `      resources = jsonencode(${hclValue(resources)})`,
    ]
  }
  return [
    '      resources = jsonencode({',
    ...byKey(Object.entries(resources)).map(([key, value]) => `        ${hclKey(key)} = ${hclValue(value)}`),
    '      })',
  ]
}
