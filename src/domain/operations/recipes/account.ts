import type { RecipeDetails } from './recipe.ts'
import { call, LIST_ZONES } from './calls.ts'

export const ACCOUNT_DETAILS: Record<string, RecipeDetails> = {
  prowler: {
    calls: [
      LIST_ZONES,
      call('GET', '/zones/{zone_id}/settings', 'reads the settings'),
      call('GET', '/zones/{zone_id}/dns_records', 'reads SPF, DMARC, DKIM and CAA'),
      call('GET', '/zones/{zone_id}/dnssec', 'reads DNSSEC'),
      call('GET', '/zones/{zone_id}/ssl/universal/settings', 'reads Universal SSL'),
      call('GET', '/zones/{zone_id}/bot_management', 'reads Bot Fight Mode'),
      call('GET', '/zones/{zone_id}/rulesets', 'reads the rules of the WAF'),
    ],
    // It lists accounts, and of the many groups that read rulesets its documentation asks for that of the WAF.
    extraGroups: ['Account Settings Read', 'Zone WAF Read'],
    note: 'Its documentation recommends a user token rather than one of the account.',
    source: {
      name: 'Prowler’s documentation',
      url: 'https://github.com/prowler-cloud/prowler/blob/master/docs/user-guide/providers/cloudflare/authentication.mdx',
    },
    date: '2026-11-27',
  },
}
