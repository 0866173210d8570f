import { terraformOfDraft } from '#domain/export/terraform.ts'
import { shellQuote } from '#domain/text/quote.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { writeVisual, type VisualPolicy } from '#domain/policy/editor-policy.ts'
import type { EditorResources } from '#domain/policy/editor-resources.ts'
import { familyOf, scopeNoun } from '#domain/resources/families.ts'
import type { WirePolicyInput } from '#domain/policy/wire.ts'

type Draft = { accountId: string; name: string; policies: WirePolicyInput[] }

/** The policies as a request has them. What the user has yet to choose is written as such: `YOUR_ZONE_ID`. */
export const writtenSet = (policies: readonly VisualPolicy[], accountId: string): WirePolicyInput[] =>
  policies.map((policy) => writeVisual({ ...policy, resources: withPlaceholder(policy.resources) }, accountId))

function withPlaceholder(resources: EditorResources): EditorResources {
  if (!('ids' in resources) || resources.ids.length > 0) return resources
  const { scope } = familyOf(resources.family)
  const id = `YOUR_${scopeNoun(scope)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')}`
  return { ...resources, ids: [resources.family === 'buckets' ? `default/${id.replaceAll('_', '-')}` : `${id}_ID`] }
}

/** The body of a request that creates a token with these policies. */
export const setAsJson = ({ name, policies }: Omit<Draft, 'accountId'>): string =>
  `${JSON.stringify({ name, policies }, null, 2)}\n`

/** A command that creates it. The answer contains the secret; the command contains none. */
export function setAsCurl(draft: Draft): string {
  return [
    `curl --request POST ${shellQuote(`https://api.cloudflare.com/client/v4/accounts/${draft.accountId}/tokens`)} \\`,
    '  --header "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\',
    "  --header 'Content-Type: application/json' \\",
    `  --data ${shellQuote(JSON.stringify({ name: draft.name, policies: draft.policies }))}`,
    '',
  ].join('\n')
}

/** A resource that Terraform creates; the names of the groups are in comments. */
export function setAsTerraform({ accountId, name, policies }: Draft, groups: readonly PermissionGroup[]): string {
  const names = new Map(groups.map((group) => [group.id, group.name]))
  const named = policies.map((policy) => ({
    ...policy,
    permission_groups: policy.permission_groups.map(({ id }) => ({ id, name: names.get(id) })),
  }))
  const token = readToken({ id: 'new', name, status: 'active', policies: named })
  return (token && terraformOfDraft(token, { accountId })) ?? ''
}
