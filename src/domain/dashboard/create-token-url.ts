type Access = 'edit' | 'read'

/**
 * Cloudflare's own form for a token of the account, with the permissions for Token Desk chosen. The dashboard replaces
 * `:account`, and asks which account where there are several. Format and keys:
 * https://developers.cloudflare.com/fundamentals/api/how-to/account-owned-token-template/
 */
export function createTokenUrl(access: Access): string {
  const permissions = [
    { key: 'account_api_tokens', type: access },
    // They give names to the IDs in policies.
    ...['zone', 'workers_r2', 'workers_scripts'].map((key) => ({ key, type: 'read' })),
  ]
  const name = access === 'edit' ? 'Token Desk' : 'Token Desk (read-only)'
  const search = `permissionGroupKeys=${encodeURIComponent(JSON.stringify(permissions))}&name=${encodeURIComponent(name)}`
  return `https://dash.cloudflare.com/?to=/:account/api-tokens&${search}`
}
