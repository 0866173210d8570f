import type { RecipeDetails } from './recipe.ts'
import { call, FIND_ZONE } from './calls.ts'

const WORKERS = '/accounts/{account_id}/workers'
const SCRIPT = `${WORKERS}/scripts/{script_name}`
const PROJECT = '/accounts/{account_id}/pages/projects/{project_name}'

const CI = {
  name: 'Cloudflare’s guide to GitHub Actions',
  url: 'https://developers.cloudflare.com/workers/ci-cd/external-cicd/github-actions/',
}
const SOURCE_CODE = {
  name: 'wrangler’s source code',
  url: 'https://github.com/cloudflare/workers-sdk/blob/main/packages/wrangler/src/deploy/deploy.ts',
}
const NEEDS_ACCOUNT =
  'Set CLOUDFLARE_ACCOUNT_ID: an account token cannot list memberships, from which wrangler would find it.'

const DEPLOY = [
  call('GET', `${SCRIPT}/deployments`, 'looks at the latest deployment'),
  call('POST', `${SCRIPT}/assets-upload-session`, 'uploads static assets'),
  call('POST', `${SCRIPT}/versions`, 'uploads a version'),
  call('POST', `${SCRIPT}/deployments`, 'deploys it'),
  call('PATCH', `${SCRIPT}/script-settings`, 'sets logs and tags'),
  call('GET', `${SCRIPT}/subdomain`, 'reads the workers.dev address'),
]
const CREATE = [
  call('PUT', SCRIPT, 'uploads the script'),
  call('GET', `${WORKERS}/subdomain`, 'reads the account’s workers.dev subdomain'),
  call('POST', `${SCRIPT}/subdomain`, 'enables the workers.dev address'),
]

export const WORKERS_DETAILS: Record<string, RecipeDetails> = {
  workers: {
    calls: [
      ...DEPLOY,
      ...CREATE,
      call('PUT', '/accounts/{account_id}/storage/kv/namespaces/{namespace_id}/bulk', 'writes to KV'),
      call('POST', '/accounts/{account_id}/r2/buckets', 'creates a bucket'),
      call('POST', '/zones/{zone_id}/workers/routes', 'adds a route'),
    ],
    extraGroups: ['Workers Tail Read', 'Account Settings Read'],
    note: 'Cloudflare’s own template, without its two groups for users. A deployment alone needs less: see wrangler deploy.',
    source: CI,
    date: '2026-09-18',
  },
  'wrangler-deploy': {
    calls: DEPLOY,
    note: `${NEEDS_ACCOUNT} It also reads the Worker by a call that is not published. Bindings that it creates need the permissions of their products.`,
    source: SOURCE_CODE,
    date: '2026-11-27',
  },
  'wrangler-routes': {
    calls: [
      ...DEPLOY,
      FIND_ZONE,
      call('GET', '/zones/{zone_id}/workers/routes', 'reads the routes'),
      call('POST', '/zones/{zone_id}/workers/routes', 'adds a route'),
    ],
    note: `With chosen zones, it falls back to routes by zone and leaves this Worker’s old routes in other zones. ${NEEDS_ACCOUNT}`,
    source: SOURCE_CODE,
    date: '2026-11-27',
  },
  'wrangler-create': {
    calls: CREATE,
    note: NEEDS_ACCOUNT,
    source: SOURCE_CODE,
    date: '2026-11-27',
  },
  'wrangler-tail': {
    calls: [call('POST', `${SCRIPT}/tails`, 'starts a tail'), call('DELETE', `${SCRIPT}/tails/{id}`, 'ends it')],
    note: NEEDS_ACCOUNT,
    source: CI,
    date: '2026-09-18',
  },
  'wrangler-secrets': {
    calls: [
      call('GET', `${SCRIPT}/secrets`, 'lists names of secrets'),
      call('PUT', `${SCRIPT}/secrets`, 'puts a secret'),
      call('DELETE', `${SCRIPT}/secrets/{secret_name}`, 'deletes a secret'),
    ],
    note: `The same permission lets it replace the Worker’s code. ${NEEDS_ACCOUNT}`,
    source: CI,
    date: '2026-09-18',
  },
  pages: {
    calls: [
      call('GET', PROJECT, 'reads the project'),
      call('POST', '/accounts/{account_id}/pages/projects', 'creates a project that does not exist'),
      call('POST', `${PROJECT}/deployments`, 'deploys'),
      call('GET', `${PROJECT}/deployments/{deployment_id}`, 'waits for the deployment'),
    ],
    note: `Files are uploaded with a short-lived token, which it gets by a call that is not published. ${NEEDS_ACCOUNT}`,
    source: {
      name: 'Cloudflare’s guide to Direct Upload',
      url: 'https://developers.cloudflare.com/pages/how-to/use-direct-upload-with-continuous-integration',
    },
    date: '2026-11-27',
  },
}
