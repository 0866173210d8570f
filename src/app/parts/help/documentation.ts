const DOCS = 'https://developers.cloudflare.com'

/** Cloudflare's own pages, where the app links to them. */
export const documentation = {
  tokens: `${DOCS}/fundamentals/api/get-started/account-owned-tokens/`,
  permissions: `${DOCS}/fundamentals/api/reference/permissions/`,
  restrict: `${DOCS}/fundamentals/api/how-to/restrict-tokens/`,
  roll: `${DOCS}/fundamentals/api/how-to/roll-token/`,
  create: `${DOCS}/fundamentals/api/get-started/create-token/`,
  viaApi: `${DOCS}/fundamentals/api/how-to/create-via-api/`,
  r2: `${DOCS}/r2/api/tokens/`,
}
