import { expect, test } from 'vitest'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'

test.each([
  ['a method and a path', 'DELETE /zones/1/dns_records/2', ['1 DELETE /zones/1/dns_records/2 - method and path']],
  ['with /client/v4', 'GET /client/v4/zones/', ['1 GET /zones - method and path']],
  ['in small letters', 'patch /accounts/1', ['1 PATCH /accounts/1 - method and path']],
  ['without a slash in front', 'GET zones/{zone_id}/settings', ['1 GET /zones/{zone_id}/settings - method and path']],
  ['with the version of HTTP', 'PUT /zones/1/settings/ssl HTTP/1.1', ['1 PUT /zones/1/settings/ssl - HTTP log']],
  ['a doubled slash', 'GET //zones/1/settings', ['1 GET /zones/1/settings - method and path']],
  ['doubled slashes', 'error: GET /client/v4//zones//1: 403', ['1 GET /zones/1 403 method and path']],
  ['an address without a scheme', 'GET //api.github.com/zones', ['1 foreign api.github.com']],
  ['an unknown path', 'GET /bananas', ['1 GET /bananas - method and path']],
  ['a list', '- GET /zones\n- POST /zones', ['1 GET /zones - method and path', '2 POST /zones - method and path']],
  ['a method and an address', `POST ${API}/zones?a=b#c`, ['1 POST /zones - method and path']],
  ['a method and an address of another host', 'POST https://api.github.com/repos', ['1 foreign api.github.com']],
  ['an address', `${API}/zones/1/dns_records?type=A`, ['1 GET /zones/1/dns_records - URL']],
  [
    'an encoded slash behind an ID',
    `https://api.cloudflare.com/client/v4/zones/${'a1'.repeat(16)}%2Fdns_records`,
    ['1 unread The encoded slash (%2F) makes the ID and what follows one part of the path, which is no valid ID.'],
  ],
  [
    'an encoded slash behind the place of an ID',
    'GET /accounts/{account_id}%2frulesets',
    ['1 unread The encoded slash (%2F) makes the ID and what follows one part of the path, which is no valid ID.'],
  ],
  [
    'an encoded slash in a name',
    'GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/values/a%2Fb',
    ['1 GET /accounts/{account_id}/storage/kv/namespaces/{namespace_id}/values/a%2Fb - method and path'],
  ],
  [
    'a path alone without a slash in front',
    `zones/${'a1'.repeat(16)}/firewall/rules`,
    [`1 GET /zones/${'a1'.repeat(16)}/firewall/rules - path guess`],
  ],
  [
    'paths in a list',
    '- zones/{zone_id}/dns_records\n- `accounts/$ACCOUNT_ID/rulesets`\n- client/v4/zones',
    [
      '1 GET /zones/{zone_id}/dns_records - path guess',
      '2 GET /accounts/$ACCOUNT_ID/rulesets - path guess',
      '3 GET /zones - path guess',
    ],
  ],
  ['paths of files', 'zones/example.com.zone\naccounts/README.md\nzones/1/index.ts', []],
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
  [
    'an answer of another host',
    'GET /client/v4/zones HTTP/1.1\nHost: api.cloudflare.com\n\nGET /repos HTTP/1.1\nHost: api.github.com\n\nHTTP/1.1 404 Not Found',
    ['1 GET /zones - HTTP log', '4 foreign api.github.com'],
  ],
  [
    'dumps in JSON',
    [
      String.raw`{"@level":"debug","@message":"cloudflare\nGET /client/v4/zones/1/rulesets HTTP/1.1\nHost: api.cloudflare.com\n"}`,
      String.raw`{"@level":"debug","@message":"cloudflare\nHTTP/2.0 403 Forbidden\nCf-Ray: 1\n"}`,
    ].join('\n'),
    ['1 GET /zones/1/rulesets 403 HTTP log'],
  ],
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
