import { expect, test } from 'vitest'
import { matcher } from '#domain/operations/match.ts'
import { R2_OBJECTS } from '#domain/operations/r2-objects.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { FLARECTL_CALLS } from './flarectl-calls.ts'
import { read } from './testing.ts'
import { DEPLOY_OPTIONS, WRANGLER_CALLS } from './wrangler-calls.ts'

const DOCS = 'https://developers.cloudflare.com/api'
const SCRIPT = '/accounts/{account_id}/workers/scripts/{script_name}'

test.each([
  [
    'the body of a 403',
    `{"success":false,"errors":[{"code":10000,"message":"Forbidden","documentation_url":"${DOCS}/resources/dns/subresources/records/methods/create/"}]}`,
    ['1 operation dns.records.create'],
  ],
  [
    'the body in lines',
    `{\n  "errors": [\n    {\n      "documentation_url": "${DOCS}/resources/workers/subresources/beta/subresources/workers/methods/list"\n    }\n  ]\n}`,
    ['4 operation workers.beta.workers.list'],
  ],
  [
    'with escaped slashes',
    String.raw`{"documentation_url":"https:\/\/developers.cloudflare.com\/api\/resources\/zones\/methods\/list\/"}`,
    ['1 operation zones.list'],
  ],
  ['a page for a language', `${DOCS}/node/resources/zones/methods/get/`, ['1 operation zones.get']],
  [
    'an older page',
    `see ${DOCS}/operations/dns-records-for-a-zone-list-dns-records.`,
    ['1 operation dns-records-for-a-zone-list-dns-records'],
  ],
  [
    'a page of before',
    'https://api.cloudflare.com/#dns-records-for-a-zone-create-dns-record',
    ['1 operation dns-records-for-a-zone-create-dns-record'],
  ],
  ['a page of no operation', `${DOCS}/resources/zones/`, []],
  [
    'an operation ID',
    'dns-records-for-a-zone-list-dns-records',
    ['1 operation dns-records-for-a-zone-list-dns-records'],
  ],
  ['an operation ID of a description', '  operationId: zones-0-get', ['1 operation zones-0-get']],
  ['an operation ID of one word', '"operationId": "listZoneRulesets",', ['1 operation listZoneRulesets']],
  ['such an ID alone', 'getAccountEntrypointRuleset', ['1 operation getAccountEntrypointRuleset']],
  ['an operation ID made of a path', 'get-zones-zone_id-logpush-jobs', ['1 operation get-zones-zone_id-logpush-jobs']],
  [
    'other words with hyphens',
    '023e105f-4ece-4ad9-8a31-8372d0c35320\npre-commit\nstate-of-the-art is a phrase\n2026-01-01\nubuntu-22-04-amd64',
    [],
  ],
  [
    'the name of a group',
    'Failed common permission check against resources. (Permission group: "DNS Write")',
    ['1 group DNS Write'],
  ],
  [
    'with escaped quotes',
    String.raw`{"message":"Failed common permission check against resources. (Permission group: \"Workers KV Storage Write\")"}`,
    ['1 group Workers KV Storage Write'],
  ],
  [
    'over two lines',
    '> Failed common permission check against resources.\n> (Permission group: "Workers KV\n> Storage Write")',
    ['2 group Workers KV Storage Write'],
  ],
  [
    'in a frame',
    '│ Failed common permission check against resources. (Permission\n│ group: "Access: Apps and Policies Write")',
    ['1 group Access: Apps and Policies Write'],
  ],
  [
    'a name that goes on after a level',
    '(Permission group: "Bot Management Feedback Report Read")',
    ['1 group Bot Management Feedback Report Read'],
  ],
  ['a permission of the dashboard', 'Error: missing permission "Zone.DNS:Edit"', ['1 group Zone.DNS:Edit']],
  ['another thing in quotes', 'Error: missing permission "x"; the permission "sudo rights" is denied', []],
  ['a required permission', 'This requires the "Zone Settings Read" permission.', ['1 group Zone Settings Read']],
  [
    'a required permission without quotes',
    'Authorization failed: requires permission Load Balancing: Monitors and Pools Write on the account',
    ['1 group Load Balancing: Monitors and Pools Write'],
  ],
  [
    'a group without quotes',
    'Missing permission: `DNS Write`\nPermission group: Zone Settings Read',
    ['1 group DNS Write', '2 group Zone Settings Read'],
  ],
  [
    'the key of a permission',
    "Actor 'com.cloudflare.api.token.1' requires permission 'com.cloudflare.api.account.zone.list' to list zones",
    ['1 operation zones.list'],
  ],
  [
    'such a key in JSON',
    String.raw`{"errors":[{"code":0,"message":"Requires permission \"com.cloudflare.api.account.zone.create\" to create zones for the selected account"}]}`,
    ['1 operation zones.create'],
  ],
  ['such a key alone', 'com.cloudflare.api.account.zone.edit', ['1 operation zones.edit']],
  [
    'such a key before its noun',
    "requires the 'com.cloudflare.api.account.zone.delete' permission",
    ['1 operation zones.delete'],
  ],
  [
    'the key of another permission',
    "Actor 'com.cloudflare.api.token.1' requires permission 'com.cloudflare.api.account.load_balancer.list' to list",
    [
      '1 unread Cloudflare doesn’t say which permission group com.cloudflare.api.account.load_balancer.list is in. Paste the request that was refused.',
    ],
  ],
  ['keys of resources', '{"com.cloudflare.api.account.zone.*":"*","com.cloudflare.edge.worker.script.list":"*"}', []],
  ['a permission of something else', 'Permission denied. You do not have permission to read the file.', []],
])('reads what errors name: %s', (_, text, items) => {
  expect(read(text)).toEqual(items)
})

test.each([
  ['wrangler deploy --constructor', [`PUT ${SCRIPT} - wrangler deploy`, `POST ${SCRIPT}/subdomain - wrangler deploy`]],
  ['npx wrangler deploy', [`PUT ${SCRIPT} - wrangler deploy`, `POST ${SCRIPT}/subdomain - wrangler deploy`]],
  [
    'wrangler publish --env production',
    [`PUT ${SCRIPT} - wrangler publish`, `POST ${SCRIPT}/subdomain - wrangler publish`],
  ],
  [
    'wrangler --config a.toml tail my-worker',
    [`POST ${SCRIPT}/tails - wrangler tail`, `DELETE ${SCRIPT}/tails/{id} - wrangler tail`],
  ],
  ['echo "$VALUE" | npx wrangler@4 secret put API_KEY', [`PUT ${SCRIPT}/secrets - wrangler secret put`]],
  [
    'wrangler r2 bucket sippy enable b',
    ['PUT /accounts/{account_id}/r2/buckets/{bucket_name}/sippy - wrangler r2 bucket sippy enable'],
  ],
  [
    'wrangler queues pause-delivery q',
    ['PATCH /accounts/{account_id}/queues/{queue_id} - wrangler queues pause-delivery'],
  ],
  [
    'wrangler dispatch-namespace list',
    ['GET /accounts/{account_id}/workers/dispatch/namespaces - wrangler dispatch-namespace list'],
  ],
  ['wrangler d1 migrations create db x', []],
  ['wrangler pages dev dist', []],
  [
    'wrangler kv:key put --binding=KV a b',
    ['PUT /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/values/{key_name} - wrangler kv key put'],
  ],
  [
    'pnpm exec wrangler r2 bucket create assets',
    ['POST /accounts/{account_id}/r2/buckets - wrangler r2 bucket create'],
  ],
  [
    'wrangler pages deploy dist --project-name=a',
    [
      'GET /accounts/{account_id}/pages/projects/{project_name} - wrangler pages deploy',
      'POST /accounts/{account_id}/pages/projects/{project_name}/deployments - wrangler pages deploy',
    ],
  ],
  ['wrangler d1 execute db --local --command "select 1"', []],
  [
    'wrangler d1 execute db --remote --command "select 1"',
    ['POST /accounts/{account_id}/d1/database/{database_id}/query - wrangler d1 execute'],
  ],
  [
    'wrangler deploy --routes "a.example/*"',
    [
      `PUT ${SCRIPT} - wrangler deploy`,
      `POST ${SCRIPT}/subdomain - wrangler deploy`,
      'GET /zones/{zone_id}/workers/routes - wrangler deploy',
      'POST /zones/{zone_id}/workers/routes - wrangler deploy',
    ],
  ],
  ['wrangler login', []],
  [' ⛅️ wrangler 4.26.1', []],
  ['wrangler frobnicate it', ['unread This command of wrangler isn’t known here.']],
  ['flarectl zone list', ['GET /zones - flarectl zone list']],
  [
    'flarectl dns create --zone="a.example" --name=www --type=A',
    ['GET /zones - flarectl dns create', 'POST /zones/{zone_id}/dns_records - flarectl dns create'],
  ],
  [
    'flarectl d l --zone a.example',
    ['GET /zones - flarectl dns list', 'GET /zones/{zone_id}/dns_records - flarectl dns list'],
  ],
  [
    'flarectl f r c --zone a',
    [
      'GET /zones - flarectl firewall rules create',
      'POST /zones/{zone_id}/firewall/access_rules/rules - flarectl firewall rules create',
    ],
  ],
  ['cf dns records list --zone-id 1', ['operation dns.records.list']],
  ['$ cf zones get 023e105f4ecef8ad9ca31a8372d0c353', ['operation zones.get']],
  ['cf push my-app', []],
  [
    'Ran `wrangler kv key list` here',
    ['GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/keys - wrangler kv key list'],
  ],
  ['Do you know wrangler as well?', []],
])('reads the command: %s', (text, items) => {
  expect(read(text)).toEqual(items.map((item) => `1 ${item}`))
})

test('every call of a command is in the map', async () => {
  const match = matcher({ operations: [...R2_OBJECTS, ...(await shippedMap()).operations] })
  const all = [
    ...[WRANGLER_CALLS, FLARECTL_CALLS].flatMap((table) => Object.values(table)),
    ...DEPLOY_OPTIONS.values(),
  ].flat()
  const missing = all.filter((call) => {
    const [method = '', path = ''] = call.replace('~', '/accounts/{account_id}').split(' ')
    return match(method, path) === null
  })
  expect(missing).toEqual([])
})

test('the command of the GitHub action is without the name', () => {
  const action = (command: string) => `- uses: cloudflare/wrangler-action@v3\n  with:\n    command: ${command}\n`
  expect(read(action('r2 bucket list'))).toEqual(['3 GET /accounts/{account_id}/r2/buckets - wrangler r2 bucket list'])
  expect(read(action('wrangler r2 bucket list'))).toHaveLength(1)
})
