import { hclQuote, shellQuote } from '#domain/text/quote.ts'

/** In the place of the secret, which no API tells again. */
export const SECRET_PLACEHOLDER = 'YOUR_TOKEN_SECRET'

export type UsageSnippet = { id: 'wrangler' | 'terraform' | 'curl' | 'github'; label: string; text: string }

/** How to use a token of this account, with a placeholder in the place of its secret. */
export function usageSnippets(accountId: string): UsageSnippet[] {
  const token = `export CLOUDFLARE_API_TOKEN=${shellQuote(SECRET_PLACEHOLDER)}`
  // An account's token is only accepted on the account's own path (`docs/api-behaviour.md` §2.7).
  const url = `https://api.cloudflare.com/client/v4/accounts/${encodeURIComponent(accountId)}/tokens/verify`
  return [
    {
      id: 'wrangler',
      label: 'Wrangler',
      text: `${token}\nexport CLOUDFLARE_ACCOUNT_ID=${shellQuote(accountId)}\nnpx wrangler whoami\n`,
    },
    {
      id: 'terraform',
      label: 'Terraform',
      text: [
        `# export TF_VAR_cloudflare_api_token=${shellQuote(SECRET_PLACEHOLDER)}`,
        'variable "cloudflare_api_token" {',
        '  type      = string',
        '  sensitive = true',
        '}',
        '',
        'provider "cloudflare" {',
        '  api_token = var.cloudflare_api_token',
        '}',
        '',
        'locals {',
        `  cloudflare_account_id = ${hclQuote(accountId)}`,
        '}',
        '',
      ].join('\n'),
    },
    {
      id: 'curl',
      label: 'curl',
      text: `${token}\ncurl ${shellQuote(url)} \\\n  --header "Authorization: Bearer $CLOUDFLARE_API_TOKEN"\n`,
    },
    {
      id: 'github',
      label: 'GitHub Actions',
      text: [
        `gh secret set CLOUDFLARE_API_TOKEN --body ${shellQuote(SECRET_PLACEHOLDER)}`,
        `gh variable set CLOUDFLARE_ACCOUNT_ID --body ${shellQuote(accountId)}`,
        '',
      ].join('\n'),
    },
  ]
}
