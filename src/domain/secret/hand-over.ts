import { dotenvQuote, hclQuote, shellQuote } from '#domain/text/quote.ts'
import { parseResources } from '#domain/policy/resource-keys.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'

/** The secret in a form to paste somewhere. */
export type HandOverForm = {
  id: 'plain' | 'env' | 'curl' | 'gh' | 'wrangler' | 'terraform'
  label: string
  text: string
}

export function handOverForms({ accountId, secret }: { accountId: string; secret: string }): HandOverForm[] {
  // An account's token is only accepted on the account's own path (`docs/api-behaviour.md` §2.7).
  const url = `https://api.cloudflare.com/client/v4/accounts/${accountId}/tokens/verify`
  return [
    { id: 'plain', label: 'Plain', text: secret },
    {
      id: 'env',
      label: '.env',
      text: `CLOUDFLARE_ACCOUNT_ID=${dotenvQuote(accountId)}\nCLOUDFLARE_API_TOKEN=${dotenvQuote(secret)}\n`,
    },
    {
      id: 'curl',
      label: 'curl',
      text: `curl ${shellQuote(url)} \\\n  --header ${shellQuote(`Authorization: Bearer ${secret}`)}`,
    },
    {
      id: 'gh',
      label: 'GitHub',
      text: `printf %s ${shellQuote(secret)} | gh secret set CLOUDFLARE_API_TOKEN`,
    },
    {
      id: 'wrangler',
      label: 'Wrangler',
      text: `printf %s ${shellQuote(secret)} | npx wrangler secret put CLOUDFLARE_API_TOKEN`,
    },
    {
      id: 'terraform',
      label: 'Terraform',
      text: `cloudflare_api_token = ${hclQuote(secret)}\n`,
    },
  ]
}

/** The key pair for R2's S3 API: the token's id, and the SHA-256 of its secret in hex (`docs/api-behaviour.md` §5). */
export function s3Form(parts: { accountId: string; tokenId: string; sha256: string; jurisdiction: string }): string {
  const { accountId, tokenId, sha256, jurisdiction } = parts
  return [
    `AWS_ACCESS_KEY_ID=${tokenId}`,
    `AWS_SECRET_ACCESS_KEY=${sha256}`,
    `AWS_ENDPOINT_URL_S3=${s3Endpoint(accountId, jurisdiction)}`,
    'AWS_REGION=auto',
    '',
  ].join('\n')
}

/** Each jurisdiction has an endpoint of its own (https://developers.cloudflare.com/r2/reference/data-location/). */
export const s3Endpoint = (accountId: string, jurisdiction: string) =>
  `https://${jurisdiction === 'default' ? accountId : `${accountId}.${jurisdiction}`}.r2.cloudflarestorage.com`

/** The jurisdictions of the token's R2 buckets, for their S3 endpoints; empty without R2. All buckets have the usual one. */
export function r2Jurisdictions(policies: WirePolicy[]): string[] {
  const targets = policies
    .filter(({ effect, permission_groups }) => effect !== 'deny' && permission_groups.some(isOfR2))
    .flatMap(({ resources }) => parseResources(resources))
  const jurisdictions = targets.flatMap((target) =>
    target.kind === 'one' && target.family === 'buckets' ? target.id.split('/', 1) : 'default',
  )
  return [...new Set(jurisdictions)].sort()
}

const isOfR2 = ({ name }: { name?: unknown }) => typeof name === 'string' && /\bR2\b/.test(name)
