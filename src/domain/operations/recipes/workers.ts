import type { Recipe } from './recipe.ts'
import { call, FIND_ZONE, onAccount, onZones } from './parts.ts'

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

export const WORKERS_RECIPES: readonly Recipe[] = [
  {
    id: 'workers',
    topic: 'workers',
    title: 'Edit Cloudflare Workers',
    hint: 'Deploy with Wrangler',
    exampleName: 'GitHub Actions deploy',
    policies: [
      onAccount(
        'Workers Scripts Write',
        'Workers KV Storage Write',
        'Workers Tail Read',
        'Workers R2 Storage Write',
        'Account Settings Read',
      ),
      onZones('Workers Routes Write'),
    ],
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
  {
    id: 'wrangler-deploy',
    topic: 'workers',
    title: 'wrangler deploy',
    hint: 'Update an existing Worker',
    exampleName: 'Deploy api-worker',
    policies: [onAccount('Workers Scripts Write')],
    calls: DEPLOY,
    note: `${NEEDS_ACCOUNT} It also reads the Worker by a call that is not published. Bindings that it creates need the permissions of their products.`,
    source: SOURCE_CODE,
    date: '2026-11-27',
  },
  {
    id: 'wrangler-routes',
    topic: 'workers',
    title: 'wrangler with routes',
    hint: 'Deploy to routes of zones',
    exampleName: 'Deploy with routes',
    policies: [onAccount('Workers Scripts Write'), onZones('Workers Routes Write', 'Zone Read')],
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
  {
    id: 'wrangler-create',
    topic: 'workers',
    title: 'wrangler, new Worker',
    hint: 'Its first deployment',
    exampleName: 'Create preview Workers',
    policies: [onAccount('Workers Scripts Write')],
    calls: CREATE,
    note: NEEDS_ACCOUNT,
    source: SOURCE_CODE,
    date: '2026-11-27',
  },
  {
    id: 'wrangler-tail',
    topic: 'workers',
    title: 'wrangler tail',
    hint: 'Live logs, read only',
    exampleName: 'Debugging live logs',
    policies: [onAccount('Workers Tail Read')],
    calls: [call('POST', `${SCRIPT}/tails`, 'starts a tail'), call('DELETE', `${SCRIPT}/tails/{id}`, 'ends it')],
    note: NEEDS_ACCOUNT,
    source: CI,
    date: '2026-09-18',
  },
  {
    id: 'wrangler-secrets',
    topic: 'workers',
    title: 'wrangler secret',
    hint: 'Put, list and delete secrets',
    exampleName: 'Secret rotation',
    policies: [onAccount('Workers Scripts Write')],
    calls: [
      call('GET', `${SCRIPT}/secrets`, 'lists names of secrets'),
      call('PUT', `${SCRIPT}/secrets`, 'puts a secret'),
      call('DELETE', `${SCRIPT}/secrets/{secret_name}`, 'deletes a secret'),
    ],
    note: `The same permission lets it replace the Worker’s code. ${NEEDS_ACCOUNT}`,
    source: CI,
    date: '2026-09-18',
  },
  {
    id: 'pages',
    topic: 'workers',
    title: 'Pages',
    hint: 'wrangler pages deploy',
    exampleName: 'Deploy website',
    policies: [onAccount('Pages Write')],
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
]
