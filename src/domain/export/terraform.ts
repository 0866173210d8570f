import { sortedResources } from './sorted-resources.ts'
import { draftOf } from '#domain/policy/request-body.ts'
import { hclQuote } from '#domain/text/quote.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Token } from '#domain/token/token.ts'
import type { ExportContext } from './formats.ts'

/**
 * `cloudflare_account_token` resources of provider 5, each with an `import` block, so that
 * a plan after it changes nothing. Permission groups and resources stand sorted: the
 * API returns them in any order, and `resources` is JSON text since provider 5.
 */
export function exportTerraform(tokens: Token[], { accountId }: ExportContext): string {
  const taken = new Set<string>()
  return tokens
    .map((token) => {
      const address = resourceName(token, taken)
      return `${importBlock(address, accountId, token)}\n\n${resourceBlock(address, accountId, token)}\n`
    })
    .join('\n')
}

const importBlock = (address: string, accountId: string, token: Token) =>
  [
    'import {',
    `  to = cloudflare_account_token.${address}`,
    `  id = ${hclQuote(`${accountId}/${token.id}`)}`,
    '}',
  ].join('\n')

function resourceBlock(address: string, accountId: string, token: Token): string {
  const { condition, notBefore, expiresOn, status } = draftOf(token)
  const ranges = (name: string, list: string[]) =>
    list.length > 0 ? [`      ${name} = [${list.map(hclQuote).join(', ')}]`] : []
  const limits = [...ranges('in', condition.allowed), ...ranges('not_in', condition.exceptions)]
  return [
    `resource "cloudflare_account_token" "${address}" {`,
    `  account_id = ${hclQuote(accountId)}`,
    `  name       = ${hclQuote(token.name)}`,
    ...(status === 'disabled' ? ['  status     = "disabled"'] : []),
    ...(notBefore ? [`  not_before = ${hclQuote(notBefore)}`] : []),
    ...(expiresOn ? [`  expires_on = ${hclQuote(expiresOn)}`] : []),
    '',
    '  policies = [',
    ...token.policies.map(policyObject),
    '  ]',
    ...(limits.length > 0 ? ['', '  condition = {', '    request_ip = {', ...limits, '    }', '  }'] : []),
    '}',
  ].join('\n')
}

function policyObject({ effect, permission_groups, resources }: WirePolicy): string {
  const groups = permission_groups
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, meta }) => {
      const attributes = [`id = ${hclQuote(id)}`, ...(meta ? [`meta = ${metaObject(meta)}`] : [])]
      // The name is for the reader; what could end a comment's line is left out of it.
      const comment = typeof name === 'string' ? ` # ${name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')}` : ''
      return `        { ${attributes.join(', ')} },${comment}`
    })
  return [
    '    {',
    `      effect = ${hclQuote(effect)}`,
    '      permission_groups = [',
    ...groups,
    '      ]',
    '      resources = jsonencode({',
    ...sortedResources(resources).map(([key, value]) => `        ${hclQuote(key)} = ${resourceValue(value)}`),
    '      })',
    '    },',
  ].join('\n')
}

const resourceValue = (value: string | [string, string][]) =>
  typeof value === 'string'
    ? hclQuote(value)
    : `{ ${value.map(([key, inner]) => `${hclQuote(key)} = ${hclQuote(inner)}`).join(', ')} }`

const metaObject = (meta: object) =>
  `{ ${Object.entries(meta)
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => `${hclQuote(key)} = ${hclQuote(String(value))}`)
    .join(', ')} }`

/** A name Terraform takes, from the token's own; the id keeps two of a name apart. */
function resourceName({ id, name }: Token, taken: Set<string>): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 50)
  const plain = /^[a-z]/.test(words) ? words : `token_${words || id.slice(0, 8)}`
  const unique = taken.has(plain) ? `${plain}_${id}` : plain
  taken.add(unique)
  return unique
}
