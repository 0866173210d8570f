/** The method that wrangler uses most for a path, for errors that tell none. */
const USUAL: readonly [method: string, path: RegExp][] = [
  ['PUT', /\/workers\/scripts\/[^/]+(?:\/(?:secrets|schedules|routes|content))?$/],
  ['POST', /\/workers\/scripts\/[^/]+\/(?:subdomain|versions|deployments|tails|assets-upload-session)$/],
  ['POST', /\/pages\/projects\/[^/]+\/deployments$|\/workers\/assets\/upload$/],
  ['POST', /\/d1\/database\/[^/]+\/(?:query|raw|import|export)$/],
  ['PUT', /\/storage\/kv\/namespaces\/[^/]+\/bulk$|\/workers\/domains\/records$/],
]

export const usualMethod = (path: string): string => {
  const [plain = ''] = path.split('?')
  return USUAL.find(([, form]) => form.test(plain))?.[0] ?? 'GET'
}
