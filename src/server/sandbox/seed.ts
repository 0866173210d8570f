import { seededId } from './random.ts'

/** The account of the API reference's examples. */
export const DEFAULT_ACCOUNT_ID = '023e105f4ecef8ad9ca31a8372d0c353'
/** The token of the API reference's examples; only the default account has it. */
export const READONLY_TOKEN_ID = 'ed17574386854bf78a67040be0a770b0'
/** A small account in good order. */
export const CALM_ACCOUNT_ID = '9a7806061c88ada191ed06f989cc3dac'
/** Listed by `GET /accounts`. Any other ID works as well, but is not listed. */
export const LISTED_ACCOUNTS = [
  { id: DEFAULT_ACCOUNT_ID, name: 'Northwind Traders' },
  { id: '5f1c0e4b3ea97bb1e963b06a4322b1de', name: 'Northwind Staging' },
  { id: CALM_ACCOUNT_ID, name: 'Contoso Labs' },
] as const

/** Created by Cloudflare, so it cannot be deleted. */
export const MANAGED_TOKEN_NAME = 'Cloudflare Resource Tagging System'
/** In every account, the token that the sandbox's bearer belongs to. */
export const OWN_TOKEN_NAME = 'Token Desk (this app)'

export const ownTokenId = (accountId: string) => seededId(`own token of ${accountId}`)
export const managedTokenId = (accountId: string) => seededId(`managed token of ${accountId}`)

export const ZONE_NAMES = [
  'northwind.example',
  'shop.northwind.example',
  'api.northwind.example',
  'blog.northwind.example',
  'status.northwind.example',
  'cdn.northwind.example',
  'docs.northwind.example',
  'auth.northwind.example',
  'mail.northwind.example',
  'careers.northwind.example',
  'northwind-traders.test',
  'nwt.example',
  'nwt-staging.example',
  'nwt-internal.example',
  'traders-club.example',
  'warehouse-tools.example',
  'fleet-tracker.example',
  'seasonal-offers.example',
  'partner-portal.example',
  'supplier-hub.example',
  'gift-cards.example',
  'nordwind.example',
  'ventdunord.example',
  'legacy-catalog.example',
] as const

export const BUCKET_NAMES = [
  'assets',
  'backups-nightly',
  'customer-exports',
  'build-artifacts',
  'logs-archive',
  'media-originals',
  'terraform-state',
  'ml-datasets',
] as const

export const WORKER_NAMES = [
  'checkout-api',
  'storefront',
  'image-resizer',
  'auth-gateway',
  'webhook-relay',
  'price-feed',
  'search-suggest',
  'geo-router',
  'status-page',
  'ab-test-router',
  'log-drain',
  'newsletter-signup',
] as const

export const zoneId = (accountId: string, name: string) => seededId(`zone ${name} of ${accountId}`)
