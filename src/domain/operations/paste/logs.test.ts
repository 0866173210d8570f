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
  ['a method and a path', 'DELETE /zones/1/dns_records/2', ['1 DELETE /zones/1/dns_records/2 - method and path']],
  ['with /client/v4', 'GET /client/v4/zones/', ['1 GET /zones - method and path']],
  ['in small letters', 'patch /accounts/1', ['1 PATCH /accounts/1 - method and path']],
  ['without a slash in front', 'GET zones/{zone_id}/settings', ['1 GET /zones/{zone_id}/settings - method and path']],
  ['with the version of HTTP', 'PUT /zones/1/settings/ssl HTTP/1.1', ['1 PUT /zones/1/settings/ssl - HTTP log']],
  ['an unknown path', 'GET /bananas', ['1 GET /bananas - method and path']],
  ['a list', '- GET /zones\n- POST /zones', ['1 GET /zones - method and path', '2 POST /zones - method and path']],
  ['a method and an address', `POST ${API}/zones?a=b#c`, ['1 POST /zones - method and path']],
  ['a method and an address of another host', 'POST https://api.github.com/repos', ['1 foreign api.github.com']],
  ['an address', `${API}/zones/1/dns_records?type=A`, ['1 GET /zones/1/dns_records - URL']],
  ['an address of another host', 'https://example.com/a?token=1', ['1 foreign example.com']],
  [
    'an address in a sentence',
    `It fails at ${API}/user/tokens/verify, see https://example.com.`,
    ['1 GET /user/tokens/verify - URL guess'],
  ],
  ['an address and its status', `request to ${API}/zones failed with status 403`, ['1 GET /zones 403 URL guess']],
  ['a sentence', 'GET your token at the dashboard. A PUT or POST is a write.\nDELETE the /tmp folder', []],
  [
    'a path in a sentence',
    'error: GET /zones/1/settings: 403 Forbidden',
    ['1 GET /zones/1/settings 403 method and path'],
  ],
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
  [
    'an access log',
    `203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] "GET /client/v4/zones/1/dns_records?page=2 HTTP/1.1" 403 143 "-" "curl/8.5.0"`,
    ['1 GET /zones/1/dns_records 403 access log'],
  ],
  [
    'an access log of another service',
    `203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] "GET /users/1 HTTP/1.1" 200 143 "-" "-"`,
    [],
  ],
  [
    'JSON',
    '{"level":"info","method":"POST","url":"https://api.cloudflare.com/client/v4/zones/1/purge_cache","status":403}',
    ['1 POST /zones/1/purge_cache 403 log'],
  ],
  [
    'nested JSON',
    '{"req":{"method":"GET","url":"/client/v4/zones"},"res":{"statusCode":200}}',
    ['1 GET /zones 200 log'],
  ],
  ['JSON of another service', '{"method":"GET","path":"/orders/1","status":200}', []],
  [
    'JSON to another host',
    '{"method":"GET","host":"shop.example","path":"/orders/1","status":200}',
    ['1 foreign shop.example'],
  ],
  [
    'keys and values',
    'time=2026-01-01T00:00:00Z level=debug method=GET path=/client/v4/accounts/1/tokens status=401',
    ['1 GET /accounts/1/tokens 401 log'],
  ],
  ['a dump to another host', 'GET /repos/a HTTP/1.1\nHost: api.github.com\n', ['1 foreign api.github.com']],
  [
    'answers that can belong to two',
    'GET /client/v4/zones HTTP/1.1\nHost: api.cloudflare.com\n\nGET /client/v4/accounts HTTP/1.1\nHost: api.cloudflare.com\n\nHTTP/1.1 403 Forbidden',
    ['1 GET /zones - HTTP log', '4 GET /accounts - HTTP log'],
  ],
  [
    'GitHub Actions',
    `2026-01-01T00:00:00.0000000Z ##[group]Run curl -X POST \\\n2026-01-01T00:00:00.0000000Z \u001B[36;1mcurl -X POST \\\u001B[0m\n2026-01-01T00:00:00.0000000Z \u001B[36;1m  "${API}/zones/***/purge_cache"\u001B[0m`,
    ['2 POST /zones/***/purge_cache - curl'],
  ],
  [
    'GitHub Actions of wrangler',
    `deploy\tDeploy\t2026-01-01T00:00:00.0000000Z 🚀 Executing command: npx wrangler deploy\ndeploy\tDeploy\t2026-01-01T00:00:01.0000000Z \u001B[31m✘ \u001B[41;31m[\u001B[41;97mERROR\u001B[41;31m]\u001B[0m A request to the Cloudflare API (/accounts/***/workers/scripts/a) failed.`,
    [
      '1 PUT /accounts/{account_id}/workers/scripts/{script_name} - wrangler deploy',
      '1 POST /accounts/{account_id}/workers/scripts/{script_name}/subdomain - wrangler deploy',
      '2 PUT /accounts/***/workers/scripts/a - wrangler error guess',
    ],
  ],
  [
    'what a browser copies as fetch',
    `fetch("${API}/zones/1/purge_cache", {\n  "headers": {\n    "accept": "*/*"\n  },\n  "referrer": "https://dash.cloudflare.com/",\n  "body": "{}",\n  "method": "POST"\n});\nfetch("${API}/zones")`,
    ['1 POST /zones/1/purge_cache - URL', '9 GET /zones - URL guess'],
  ],
  [
    'what a browser shows',
    `Request URL:\n${API}/zones/1\nRequest Method:\nPATCH\nStatus Code:\n403 Forbidden`,
    ['2 PATCH /zones/1 - URL'],
  ],
  [
    'methods before and behind addresses',
    `method: POST\nurl: ${API}/zones\nmethod: PUT\nurl: ${API}/zones/1\n\n\n\nurl: ${API}/ips\nmethod: HEAD\nurl: ${API}/accounts\nmethod: GET`,
    ['2 POST /zones - URL', '4 PUT /zones/1 - URL', '8 HEAD /ips - URL', '10 GET /accounts - URL'],
  ],
  ['a program', `requests.patch("${API}/zones/1", json=body)`, ['1 PATCH /zones/1 - URL']],
  [
    'an error of Go',
    `Post "${API}/zones/1/dns_records": context deadline exceeded`,
    ['1 POST /zones/1/dns_records - URL'],
  ],
  [
    'Python’s debug log',
    `DEBUG:urllib3.connectionpool:https://api.cloudflare.com:443 "POST /client/v4/zones/1/dns_records HTTP/1.1" 400 None`,
    ['1 POST /zones/1/dns_records 400 access log'],
  ],
  [
    'Python’s httpx',
    `INFO HTTP Request: GET ${API}/zones "HTTP/1.1 403 Forbidden"`,
    ['1 GET /zones 403 method and path'],
  ],
  [
    'external-dns',
    String.raw`level=error msg="Failed to do run loop: GET \"https://api.cloudflare.com/client/v4/zones?page=1\": 403 Forbidden {\"errors\":[]}"`,
    ['1 GET /zones 403 method and path'],
  ],
  [
    'a table',
    '| GET | /zones/{zone_id} |\n| `POST` | `/zones` |',
    ['1 GET /zones/{zone_id} - method and path', '2 POST /zones - method and path'],
  ],
  ['in quotes', `"GET ${API}/zones"`, ['1 GET /zones - method and path']],
  ['a path', '/zones/1/dns_records', ['1 GET /zones/1/dns_records - path guess']],
  ['an address without a scheme', 'api.cloudflare.com/client/v4/zones', ['1 GET /zones - URL']],
  ['the page of the dashboard', 'https://dash.cloudflare.com/profile/api-tokens', ['1 foreign dash.cloudflare.com']],
  ['nothing', '', []],
  [
    'noise',
    'Hello,\n\nmy token does not work. Status: 403!\nHTTP/1.1 200 OK\n{\n  "a": 1\n}\n192.168.0.1\nnpm ERR! code 1',
    [],
  ],
])('reads logs: %s', (_, text, items) => {
  expect(read(text)).toEqual(items)
})

test('lines are counted alike with each kind of line end', () => {
  const lines = [
    'hello',
    '',
    'GET /zones',
    '-----BEGIN PRIVATE KEY-----',
    'MIIEvQIBADANBgkq',
    'hkiG9w0BAQEFAASC',
    '-----END PRIVATE KEY-----',
    'GET /accounts',
  ]
  for (const end of ['\n', '\r\n', '\r'])
    expect(read(lines.join(end))).toEqual(['3 GET /zones - method and path', '8 GET /accounts - method and path'])
})
