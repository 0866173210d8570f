import { ApiError } from './api-error.ts'

/** A call of the API, identified by its path. */
export type Call =
  | { name: 'accounts' | 'zones' | 'user-verify' | 'user' | 'memberships' | 'page-rules' }
  | { name: 'tokens' | 'verify' | 'groups' | 'buckets' | 'scripts' | 'workers'; accountId: string }
  | { name: 'token' | 'value'; accountId: string; tokenId: string }

const METHODS: Record<Call['name'], readonly string[]> = {
  accounts: ['GET'],
  zones: ['GET'],
  'user-verify': ['GET'],
  user: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  memberships: ['GET', 'PUT', 'DELETE'],
  'page-rules': ['GET', 'POST'],
  tokens: ['GET', 'POST'],
  verify: ['GET'],
  groups: ['GET'],
  buckets: ['GET'],
  scripts: ['GET'],
  workers: ['GET'],
  token: ['GET', 'PUT', 'DELETE'],
  value: ['PUT'],
}

export const ID = /^[0-9a-f]{32}$/

/** The call for a method and a path (below `/client/v4`), or the API's refusal. */
export function route(method: string, path: string): Call {
  const call = findCall(path)
  if (METHODS[call.name].includes(method)) return call
  throw new ApiError(405, { code: 7001, message: `Method ${method} not available for that URI.` })
}

function findCall(path: string): Call {
  const parts = path.split('/').slice(1)
  if (path === '/accounts') return { name: 'accounts' }
  if (path === '/zones') return { name: 'zones' }
  if (path === '/user/tokens/verify') return { name: 'user-verify' }
  if (/^\/user(?:\/|$)/.test(path)) return { name: 'user' }
  if (/^\/memberships(?:\/|$)/.test(path)) return { name: 'memberships' }
  if (/^\/zones\/[0-9a-f]{32}\/pagerules$/.test(path)) return { name: 'page-rules' }
  const [root, accountId = '', section, item, last, ...rest] = parts
  if (root !== 'accounts' || rest.length > 0) throw noRoute(path)
  if (!ID.test(accountId)) throw noRoute(path)
  if (section === 'r2' && item === 'buckets' && last === undefined) return { name: 'buckets', accountId }
  if (section === 'workers' && item === 'scripts' && last === undefined) return { name: 'scripts', accountId }
  if (section === 'workers' && item === 'workers' && last === undefined) return { name: 'workers', accountId }
  if (section !== 'tokens') throw noRoute(path)
  // An empty token ID means the list (`docs/api-behaviour.md` §2.1).
  if (item === undefined || item === '') return { name: 'tokens', accountId }
  if (item === 'verify' && last === undefined) return { name: 'verify', accountId }
  if (item === 'permission_groups' && last === undefined) return { name: 'groups', accountId }
  if (!ID.test(item)) throw noRoute(path)
  if (last === undefined) return { name: 'token', accountId, tokenId: item }
  if (last === 'value') return { name: 'value', accountId, tokenId: item }
  throw noRoute(path)
}

const noRoute = (path: string) =>
  new ApiError(404, [
    { code: 7003, message: `Could not route to /client/v4${path}, perhaps your object identifier is invalid?` },
    { code: 7000, message: 'No route for that URI' },
  ])
