import type { RecipeDetails } from './recipe.ts'
import { call } from './calls.ts'

const POOLS = '/accounts/{account_id}/load_balancers'
const JOBS = '/zones/{zone_id}/logpush/jobs'

export const TRAFFIC_DETAILS: Record<string, RecipeDetails> = {
  analytics: {
    calls: [
      call('POST', '/graphql', 'queries analytics'),
      call('GET', '/zones/{zone_id}/analytics/latency', 'reads latencies'),
      call('GET', '/zones/{zone_id}/logs/received', 'reads logs (Logpull)'),
    ],
    note: null,
    source: {
      name: 'Cloudflare’s token templates',
      url: 'https://developers.cloudflare.com/fundamentals/api/reference/template/',
    },
    date: '2026-11-27',
  },
  'graphql-analytics': {
    calls: [call('POST', '/graphql', 'queries datasets')],
    note: 'Datasets of the account need Account Analytics Read on the account, and some products’ datasets a permission of their own.',
    source: {
      name: 'Cloudflare’s guide to analytics tokens',
      url: 'https://developers.cloudflare.com/analytics/graphql-api/getting-started/authentication/api-token-auth',
    },
    date: '2026-11-27',
  },
  'cache-purge': {
    calls: [call('POST', '/zones/{zone_id}/purge_cache', 'purges files, tags, hosts or everything')],
    note: 'A plugin that looks up the zone by its name needs Zone Read as well.',
    source: {
      name: 'Cloudflare’s page on purging',
      url: 'https://developers.cloudflare.com/cache/how-to/purge-cache/purge-cache-key/',
    },
    date: '2026-11-27',
  },
  logpush: {
    calls: [
      call('POST', '/zones/{zone_id}/logpush/ownership', 'asks for the ownership challenge'),
      call('GET', JOBS, 'lists the jobs'),
      call('POST', JOBS, 'creates a job'),
      call('PUT', `${JOBS}/{job_id}`, 'changes a job'),
      call('DELETE', `${JOBS}/{job_id}`, 'deletes a job'),
    ],
    note: 'Reading a job needs Logs Write, too. Datasets of the account need Logs Write on the account, those of Zero Trust also Zero Trust: PII Read.',
    source: {
      name: 'Cloudflare’s guide to Logpush',
      url: 'https://developers.cloudflare.com/logs/logpush/examples/example-logpush-curl',
    },
    date: '2026-04-23',
  },
  'load-balancing': {
    calls: [
      call('POST', `${POOLS}/monitors`, 'creates a monitor'),
      call('POST', `${POOLS}/pools`, 'creates a pool'),
      call('PUT', `${POOLS}/pools/{pool_id}`, 'changes a pool'),
      call('POST', '/zones/{zone_id}/load_balancers', 'creates a load balancer'),
      call('PUT', '/zones/{zone_id}/load_balancers/{load_balancer_id}', 'changes it'),
    ],
    note: null,
    source: {
      name: 'Cloudflare’s token templates',
      url: 'https://developers.cloudflare.com/fundamentals/api/reference/template/',
    },
    date: '2026-11-27',
  },
  tunnel: {
    calls: [
      call('POST', '/accounts/{account_id}/cfd_tunnel', 'creates a tunnel'),
      call('PUT', '/accounts/{account_id}/cfd_tunnel/{tunnel_id}/configurations', 'publishes applications'),
      call('GET', '/accounts/{account_id}/cfd_tunnel/{tunnel_id}/token', 'gets the token that cloudflared runs with'),
      call('POST', '/zones/{zone_id}/dns_records', 'points a name to the tunnel'),
    ],
    note: 'Running a tunnel needs the tunnel’s own token, and no API token.',
    source: {
      name: 'Cloudflare’s guide to tunnels',
      url: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/get-started/create-remote-tunnel-api',
    },
    date: '2026-11-27',
  },
}
