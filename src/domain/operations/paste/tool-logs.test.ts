import { expect, test } from 'vitest'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'
const ZONE = '023e105f4ecef8ad9ca31a8372d0c353'

const OLD_TERRAFORM = `2023-01-05T06:49:41.208221+11:00 [DEBUG] cloudflare
GET /client/v4/zones/${ZONE}/access/apps/1 HTTP/1.1
Host: api.cloudflare.com
User-Agent: terraform/1.3.6 terraform-plugin-sdk/2.10.1 terraform-provider-cloudflare/dev
X-Auth-Key: [redacted]

2023-01-05T06:49:41.208221+11:00 [DEBUG] cloudflare
HTTP/1.1 403 Forbidden
Cf-Ray: 78467fb52e4baaf9-SYD`

const TERRAFORM_5 = `2024-07-04T15:54:31.427+1000 [DEBUG]  cloudflare:
POST /client/v4/zones/${ZONE}/acm/total_tls HTTP/1.1
> user-agent: terraform-provider-cloudflare/dev terraform-plugin-framework terraform/1.9.0
> x-auth-key: [redacted]
>

{"certificate_authority":"google","enabled":false}

: tf_resource_type=cloudflare_total_tls tf_req_id=ccf09721-1191-769e-894c-09ebfe9d6e0e tf_rpc=ApplyResourceChange
2024-07-04T15:54:31.911+1000 [DEBUG]  cloudflare:
< HTTP/1.1 400 Bad Request
< date: Thu, 04 Jul 2024 05:54:31 GMT`

const TERRAFORM_FIELDS = `2026-01-02T10:00:00.000Z [DEBUG] provider.terraform-provider-cloudflare_v5: Sending HTTP Request: Host=api.cloudflare.com tf_http_op_type=request tf_http_req_method=GET tf_http_req_uri=/client/v4/accounts/1/tokens?page=1 tf_http_trans_id=aaaa-1 @module=cloudflare
2026-01-02T10:00:00.000Z [DEBUG] provider.terraform-provider-cloudflare_v5: Sending HTTP Request: Host=api.cloudflare.com tf_http_op_type=request tf_http_req_method=POST tf_http_req_uri=/client/v4/accounts/1/tokens tf_http_trans_id=bbbb-2
2026-01-02T10:00:00.200Z [DEBUG] provider.terraform-provider-cloudflare_v5: Received HTTP Response: tf_http_op_type=response tf_http_res_status_code=403 tf_http_trans_id=bbbb-2
2026-01-02T10:00:00.300Z [DEBUG] provider.terraform-provider-cloudflare_v5: Received HTTP Response: tf_http_op_type=response tf_http_res_status_code=200 tf_http_trans_id=aaaa-1`

const TERRAFORM_ERROR = `│ Error: failed to make http request
│
│   with cloudflare_ruleset.www_redirect,
│   on main.tf line 31, in resource "cloudflare_ruleset" "www_redirect":
│
│ POST
│ "${API}/zones/***/rulesets":
│ 403 Forbidden {
│   "result": null,
│   "success": false`

const WRANGLER = `--- 2026-03-01T12:09:38.752Z log
Creating bucket 'assets'...
---
--- 2026-03-01T12:09:38.753Z debug
-- START CF API REQUEST: POST ${API}/accounts/1/r2/buckets
---
--- 2026-03-01T12:09:38.753Z debug
QUERY STRING: omitted; set WRANGLER_LOG_SANITIZE=false to include sanitized data
---
--- 2026-03-01T12:09:39.753Z debug
-- START CF API RESPONSE: Forbidden 403
---`

test.each([
  ['old Terraform', OLD_TERRAFORM, [`2 GET /zones/${ZONE}/access/apps/1 403 HTTP log`]],
  ['Terraform since 2024', TERRAFORM_5, [`2 POST /zones/${ZONE}/acm/total_tls 400 HTTP log`]],
  ['Terraform’s fields', TERRAFORM_FIELDS, ['1 GET /accounts/1/tokens 200 log', '2 POST /accounts/1/tokens 403 log']],
  [
    'Terraform’s fields in JSON',
    '{"@level":"debug","@message":"Sending HTTP Request","Host":"api.cloudflare.com","tf_http_req_method":"GET","tf_http_req_uri":"/client/v4/zones","tf_http_trans_id":"a"}\n{"tf_http_op_type":"response","tf_http_res_status_code":403,"tf_http_trans_id":"a"}',
    ['1 GET /zones 403 log'],
  ],
  ['an error of Terraform in a frame', TERRAFORM_ERROR, ['6 POST /zones/***/rulesets 403 method and path']],
  [
    'an error of the Go SDK',
    `error: [ERROR] PUT "${API}/accounts/1/workers/scripts/a": 403 Forbidden {`,
    ['1 PUT /accounts/1/workers/scripts/a 403 method and path'],
  ],
  [
    'the same escaped',
    String.raw`"GET \"https://api.cloudflare.com/client/v4/accounts/a/workers/scripts\": 403 Forbidden {\"success\":false}"`,
    ['1 GET /accounts/a/workers/scripts 403 method and path'],
  ],
  [
    'cf-terraforming',
    `cloudflare-go [DEBUG] REQUEST Method:GET URI:${API}/zones/1/dns_records?page=1 Headers:http.Header(nil) Body:<nil>\ncloudflare-go [DEBUG] RESPONSE URI:${API} StatusCode:200 Body:"{}"`,
    ['1 GET /zones/1/dns_records 200 cloudflare-go log'],
  ],
  [
    'Pulumi',
    `I0105 10:00:00.000000   12345 log.go:81] GET /client/v4/zones/1/rulesets HTTP/1.1\nHost: api.cloudflare.com\nUser-Agent: pulumi\n\nI0105 10:00:01.000000   12345 log.go:81] HTTP/2.0 403 Forbidden`,
    ['1 GET /zones/1/rulesets 403 HTTP log'],
  ],
  [
    'an error of Pulumi',
    `cloudflare:index:WorkersScript (a):\n  error: 1 error occurred:\n    * PUT "${API}/accounts/1/workers/scripts/a": 403 Forbidden {`,
    ['3 PUT /accounts/1/workers/scripts/a 403 method and path'],
  ],
  ['wrangler', WRANGLER, ['5 POST /accounts/1/r2/buckets 403 wrangler log']],
  [
    'an error of wrangler',
    '✘ [ERROR] A request to the Cloudflare API (/accounts/1/workers/scripts/a) failed.\n\n  Authentication error [code: 10000]',
    ['1 PUT /accounts/1/workers/scripts/a - wrangler error guess'],
  ],
  [
    'an error of wrangler on a read',
    '✘ [ERROR] A request to the Cloudflare API (/memberships) failed.',
    ['1 GET /memberships - wrangler error guess'],
  ],
])('reads the logs of tools: %s', (_, text, items) => {
  expect(read(text)).toEqual(items)
})

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'

test.each([
  `aws s3 ls --endpoint-url https://${ACCOUNT}.r2.cloudflarestorage.com`,
  `aws s3api list-buckets --endpoint-url=https://${ACCOUNT}.r2.cloudflarestorage.com`,
  `AWS_ENDPOINT_URL=https://${ACCOUNT}.r2.cloudflarestorage.com aws s3 ls`,
  `rclone lsd :s3: --s3-endpoint "https://${ACCOUNT}.r2.cloudflarestorage.com"`,
  `new S3Client({ endpoint: 'https://${ACCOUNT}.r2.cloudflarestorage.com' })`,
  `endpoint = https://${ACCOUNT}.r2.cloudflarestorage.com`,
])('%s goes to the S3 API of R2', (text) => {
  expect(read(text)).toEqual([`1 foreign ${ACCOUNT}.r2.cloudflarestorage.com`])
})

test('an S3 command over several lines, and with a variable', () => {
  const text = 'aws --endpoint-url "https://${ACCOUNT_ID}.eu.r2.cloudflarestorage.com" \\\n  s3 sync . s3://a'
  expect(read(text)).toEqual(['1 foreign r2.cloudflarestorage.com'])
  expect(read('aws s3 ls s3://a')).toEqual([])
})

test('what is below a command as a list over several lines keeps its line', () => {
  const list = '["curl",\n "-X", "DELETE",\n "https://api.cloudflare.com/client/v4/zones/1"]'
  expect(read(`command: ${list}\n\nGET /zones/2`)).toEqual([
    '1 DELETE /zones/1 - curl',
    '5 GET /zones/2 - method and path',
  ])
})

test.each([
  ['RUN', '["curl", "-X", "DELETE", "https://api.cloudflare.com/client/v4/zones/1"]', '1 DELETE /zones/1 - curl'],
  [
    'subprocess.run(',
    `['curl', '-X', 'DELETE', 'https://api.cloudflare.com/client/v4/zones/1'])`,
    '1 DELETE /zones/1 - curl',
  ],
  [
    'ENTRYPOINT',
    '["/usr/bin/curl","-d","a b","https://api.cloudflare.com/client/v4/zones/1"]',
    '1 POST /zones/1 - curl',
  ],
  [
    'CMD',
    '["npx", "wrangler", "delete"]',
    `1 DELETE /accounts/{account_id}/workers/scripts/{script_name} - wrangler delete`,
  ],
  [
    'spawn("npx",',
    '["wrangler", "delete"])',
    `1 DELETE /accounts/{account_id}/workers/scripts/{script_name} - wrangler delete`,
  ],
])('a command as a list: %s', (before, list, expected) => {
  expect(read(`${before} ${list}`)).toEqual([expected])
})
