import type { RuleId } from './finding.ts'
import type { Rule } from './rule.ts'

/** A page that a rule comes from. */
type Source = { name: string; url: string }

type Explanation = {
  /** What it takes, and how urgent that is. */
  when: string
  sources: readonly Source[]
}

const DOCS = 'https://developers.cloudflare.com'
const API = `${DOCS}/fundamentals/api`
const SECURING = `${DOCS}/learning-paths/secure-cloudflare-account`

const SCOPING: Source = { name: 'Designing least-privilege tokens', url: `${SECURING}/api-tokens/scoping-tokens/` }
const PIPELINES: Source = { name: 'Tokens in CI/CD pipelines', url: `${SECURING}/api-tokens/ci-cd-tokens/` }
const R2_SECURITY: Source = { name: 'Securing R2 object storage', url: `${SECURING}/developer-resources/r2-security/` }
const FORMATS: Source = { name: 'Token formats', url: `${API}/get-started/token-formats/` }
const ACCOUNT_TOKENS: Source = { name: 'Account API tokens', url: `${API}/get-started/account-owned-tokens/` }
const RESTRICT: Source = { name: 'Restrict tokens', url: `${API}/how-to/restrict-tokens/` }
const VIA_API: Source = { name: 'Create tokens via API', url: `${API}/how-to/create-via-api/` }
const PERMISSIONS: Source = { name: 'API token permissions', url: `${API}/reference/permissions/` }
const WORKERS: Source = { name: 'Workers roles and permissions', url: `${DOCS}/workers/authorization/workers/` }
const CREATOR_CHECK: Source = {
  name: 'Issue 7241 of the Terraform provider',
  url: 'https://github.com/cloudflare/terraform-provider-cloudflare/issues/7241',
}
const CERT_MANAGER: Source = {
  name: 'Issue 2878 of cert-manager',
  url: 'https://github.com/cert-manager/cert-manager/issues/2878',
}

/**
 * When each rule reports something, in words, and the pages that it comes from. A rule without a page is the app’s own.
 * Apart from the rules, which pages load that tell none of this.
 */
export const EXPLANATIONS: Record<RuleId, Explanation> = {
  D1: { when: 'The status begins with “revoked”: Act now.', sources: [FORMATS] },
  D2: {
    when: 'The token works and may create tokens: Act now with other access, without an IP limit or without an expiration, else Fix soon.',
    sources: [VIA_API, CREATOR_CHECK],
  },
  D3: {
    when: 'The token works, and may change things with 40 permissions, or with half of those in the catalogue that change something, on the whole account or all resources of a kind: Act now.',
    sources: [SCOPING],
  },
  D4: {
    when: 'The name contains a text that begins as secrets do, such as “cfat_”, or is 40 mixed letters and digits: Act now.',
    sources: [FORMATS],
  },
  D5: {
    when: 'The token works, may change something, and has neither an IP limit nor an expiration: Fix soon.',
    sources: [SCOPING, RESTRICT],
  },
  D6: {
    when: 'An allowed range is a /4 of IPv4, a /8 of IPv6 or larger, or all of them together are more than a sixteenth of IPv4: Fix soon.',
    sources: [RESTRICT],
  },
  D7: {
    when: 'The token works, and may change account settings, billing, members, sign-in, certificates, OAuth clients or the Secrets Store: Fix soon.',
    sources: [SCOPING],
  },
  D8: { when: 'DNS Write is allowed on all zones: Fix soon.', sources: [SCOPING, CERT_MANAGER] },
  W1: {
    when: 'Something may be changed on all zones: Act now in an account of ten zones or more, else Fix soon.',
    sources: [SCOPING],
  },
  W2: { when: 'All of R2 may be read or written, unless the account has no buckets: Review.', sources: [R2_SECURITY] },
  W3: { when: 'All Workers of the account may be changed: Review.', sources: [WORKERS] },
  W6: { when: 'Things of four categories or more may be changed: Review.', sources: [PIPELINES] },
  W7: { when: 'A token that works may deploy chosen Workers: Review, once for the account.', sources: [WORKERS] },
  N1: { when: 'Nothing is left of what is allowed, after what is denied or never applies: Review.', sources: [] },
  N2: {
    when: 'A policy names a permission and a resource that it is not for, or an account where nothing tells whether it reaches what lies in it: Review.',
    sources: [PERMISSIONS],
  },
  N3: { when: 'A policy denies what no policy allows: Tidy.', sources: [] },
  N4: { when: 'Read and Write of a product are allowed on the same resources: Tidy.', sources: [] },
  N5: { when: 'A policy allows what another one allows already, or a part of it: Tidy.', sources: [] },
  N6: { when: 'A permission is not in the catalogue of the account: Review.', sources: [] },
  N7: {
    when: 'The end of an allowed permission is announced: Act now up to 30 days before it and after it, Fix soon up to 180 days before, else Review.',
    sources: [WORKERS],
  },
  N8: { when: 'An allowed zone, bucket or Worker is not in the whole list of them: Review.', sources: [] },
  N9: { when: 'A policy names a resource of another account: Review.', sources: [] },
  N10: {
    when: 'A permission does not apply to its resources, and one of the same name does: Review.',
    sources: [PERMISSIONS],
  },
  N11: {
    when: 'A permission is of a product that Cloudflare lists as without account tokens: Review.',
    sources: [ACCOUNT_TOKENS],
  },
  T1: {
    when: 'The token works, was used in the last 7 days and ends within 30 days: Act now up to 3 days before the end, Fix soon up to 14, else Review.',
    sources: [],
  },
  T2: { when: 'The token ended in the last 14 days, and was used in the 7 days before the end: Act now.', sources: [] },
  T3: {
    when: 'The token works and has no expiration: Fix soon if it may change something, else Review.',
    sources: [SCOPING, RESTRICT],
  },
  T4: {
    when: 'The token works, and from its creation to its end are more days than the longest life in the settings: Review.',
    sources: [SCOPING],
  },
  T5: {
    when: 'The token works, and was created and last changed longer ago than the settings allow, with an age of its own for names of pipelines: Fix soon after 730 days, else Review.',
    sources: [PIPELINES, SCOPING],
  },
  T6: {
    when: 'The token works, and was created and last changed before March 2026: Review without an expiration, else Tidy.',
    sources: [FORMATS],
  },
  T7: {
    when: 'The token works, and was created and last used longer ago than the settings allow: Fix soon if it may change something, else Review.',
    sources: [],
  },
  T8: {
    when: 'The token works, and was never used for longer than the settings allow: Fix soon after 90 days, else Review.',
    sources: [],
  },
  T10: {
    when: 'The token expired more than 30 days ago, or is disabled and unchanged for more than 60: Tidy.',
    sources: [],
  },
  T11: { when: 'The start is not before the end, or more than 180 days from now: Review.', sources: [] },
  T12: {
    when: 'Five tokens in use, or a tenth of them and at least three, end within 24 hours: Review, for the account.',
    sources: [],
  },
  I1: {
    when: 'The exceptions take back all that the IP limit allows: Act now if the token was used in the last 30 days, else Review.',
    sources: [RESTRICT],
  },
  I2: {
    when: 'An allowed range is private, link-local, loopback, shared or for documentation: Review.',
    sources: [RESTRICT],
  },
  I3: { when: 'All allowed ranges are of IPv4, or all of IPv6: Review.', sources: [RESTRICT] },
  I4: { when: 'An exception has nothing in common with the allowed ranges: Tidy.', sources: [RESTRICT] },
  O1: {
    when: 'Two tokens that work can do the same from the same addresses: Tidy, or Review from three on.',
    sources: [],
  },
  O2: {
    when: 'The token was unused for longer than the settings allow, and another one can do all that it can, and more, from the same addresses: Tidy.',
    sources: [],
  },
  O3: { when: 'Two tokens that work have the same name but for case and spaces around it: Tidy.', sources: [] },
  O5: {
    when: 'The token of Token Desk ends within 14 days, has more than Token Desk needs, or may change tokens although the server is read-only: Fix soon.',
    sources: [],
  },
  O6: { when: 'The account has 80 % of the tokens that it may have: Review, for the account.', sources: [] },
}

/** What makes a finding about a token less urgent than its rule says; `null`: nothing does. */
export function easingOf({ about }: Pick<Rule, 'about'>): string | null {
  if (about === 'end') return null
  const words = 'A token that doesn’t work is Tidy at most'
  return about === 'misuse' ? `${words}; one with at most 256 addresses is one step less urgent.` : `${words}.`
}
