import { expect, test } from 'vitest'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'
const ZONE = '023e105f4ecef8ad9ca31a8372d0c353'
const RECORDS = `/zones/${ZONE}/dns_records`
const URL = `${API}${RECORDS}`

test.each([
  ['plain', `curl ${URL}`, [`1 GET ${RECORDS} - curl`]],
  ['a method apart', `curl -X POST ${URL}`, [`1 POST ${RECORDS} - curl`]],
  ['a method joined', `curl -XDELETE ${URL}/1`, [`1 DELETE ${RECORDS}/1 - curl`]],
  ['a cluster of options', `curl -sSfXPATCH ${URL}/1`, [`1 PATCH ${RECORDS}/1 - curl`]],
  ['a long option', `curl --request PUT "${URL}/1"`, [`1 PUT ${RECORDS}/1 - curl`]],
  ['a long option with an equals sign', `curl --request=put '${URL}/1'`, [`1 PUT ${RECORDS}/1 - curl`]],
  ['data is a POST', `curl '${URL}' -d '{"a":"b"}'`, [`1 POST ${RECORDS} - curl`]],
  ['a form is a POST', `curl ${URL}/import -F file=@zone.txt`, [`1 POST ${RECORDS}/import - curl`]],
  ['--json is a POST', `curl --json '{}' ${URL}`, [`1 POST ${RECORDS} - curl`]],
  ['-G makes data a query', `curl -G -d name=a ${URL}`, [`1 GET ${RECORDS} - curl`]],
  ['-I is a HEAD', `curl -I ${URL}`, [`1 HEAD ${RECORDS} - curl`]],
  [
    'an upload is a PUT',
    `curl -T worker.js "${API}/accounts/$ACCOUNT_ID/workers/scripts/a"`,
    ['1 PUT /accounts/$ACCOUNT_ID/workers/scripts/a - curl'],
  ],
  [
    '--url',
    `curl --request GET --url ${URL}?per_page=5 --header 'Content-Type: application/json'`,
    [`1 GET ${RECORDS} - curl`],
  ],
  ['several addresses', `curl ${API}/zones ${API}/accounts`, ['1 GET /zones - curl', '1 GET /accounts - curl']],
  ['--next', `curl ${API}/zones --next -X DELETE ${API}/zones/1`, ['1 GET /zones - curl', '1 DELETE /zones/1 - curl']],
  [
    'lines that end in \\',
    `curl -X POST \\\n  "${URL}" \\\n  -H "Authorization: Bearer $TOKEN" \\\n  --data '{\n  "a": "b"\n}'\nGET /zones`,
    [`1 POST ${RECORDS} - curl`, '7 GET /zones - method and path'],
  ],
  [
    'the second prompt of a shell',
    `$ curl ${URL} \\\n> -d '{\n> "a": "b"\n> }'\nGET /zones`,
    [`1 POST ${RECORDS} - curl`, '5 GET /zones - method and path'],
  ],
  [
    'the second prompt of zsh',
    `% curl ${URL} \\\n> -d '{\nquote> "a": "b"}' \\\n> -X PUT`,
    [`1 PUT ${RECORDS} - curl`],
  ],
  ['lines that end in \\ and a blank', `curl \\ \n  -X PUT \\ \n  ${URL}/1`, [`1 PUT ${RECORDS}/1 - curl`]],
  ['Windows’ cmd', `curl.exe -X POST ^\r\n  "${URL}" ^\r\n  -d "{\\"a\\":\\"b\\"}"`, [`1 POST ${RECORDS} - curl`]],
  [
    'what a browser copies for cmd',
    `curl ^"${API}/zones?a=1^&b=2^" ^\n  -H ^"accept: */*^" ^\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
    ['1 POST /zones - curl'],
  ],
  ['PowerShell’s line ends', `curl.exe -X DELETE \`\n  "${URL}/1"`, [`1 DELETE ${RECORDS}/1 - curl`]],
  ['ANSI-C quotes', String.raw`curl $'${URL}' -X POST --data-raw $'{"a":"it\'s"}' -s`, [`1 POST ${RECORDS} - curl`]],
  [
    'variables in the path',
    `curl "${API}/zones/$ZONE_ID/dns_records/\${RECORD}"`,
    ['1 GET /zones/$ZONE_ID/dns_records/${RECORD} - curl'],
  ],
  [
    'variables of cmd',
    `curl "${API}/zones/%ZONE_ID%/purge_cache" -X POST`,
    ['1 POST /zones/%ZONE_ID%/purge_cache - curl'],
  ],
  [
    'a placeholder in brackets',
    `curl ${API}/zones/<zone_id>/settings -X GET`,
    ['1 GET /zones/<zone_id>/settings - curl'],
  ],
  [
    'a substitution in the path',
    `curl "${API}/zones/$(cat zone id)/settings"`,
    ['1 GET /zones/$(cat zone id)/settings - curl'],
  ],
  [
    'an address that begins with a variable',
    `curl -X POST "$CF_API/zones/$Z/purge_cache"`,
    ['1 POST /zones/$Z/purge_cache - curl'],
  ],
  ['an address in a variable', 'curl -X POST "$URL" -d @body.json', ['1 unread The address is in a variable, $URL.']],
  ['a method in a variable', `curl -X "$METHOD" ${URL}`, ['1 unread The method is in a variable, or can’t be read.']],
  ['no address', `curl -X POST -H 'a: b'`, ['1 unread This command has no address that can be read.']],
  ['no path', `curl ${API}/`, ['1 unread The address ends before it names an operation.']],
  [
    'inside a substitution',
    `ID=$(curl -s "${API}/zones?name=a.example" | jq -r '.result[0].id'); curl -X DELETE "${API}/zones/$ID"`,
    ['1 GET /zones - curl', '1 DELETE /zones/$ID - curl'],
  ],
  ['after a variable and a prompt', `$ CF_API_TOKEN=abc curl ${URL} | jq .`, [`1 GET ${RECORDS} - curl`]],
  [
    'in a workflow file',
    `      - run: curl -fsS -X POST "${API}/zones/\${{ secrets.ZONE }}/purge_cache" --data '{"purge_everything":true}'`,
    ['1 POST /zones/${{ secrets.ZONE }}/purge_cache - curl'],
  ],
  ['with escaped quotes', String.raw`"command": "curl -X POST \"${URL}\" -H \"a: b\""`, [`1 POST ${RECORDS} - curl`]],
  ['a doubled slash after the version', `curl ${API}/${RECORDS}`, [`1 GET ${RECORDS} - curl`]],
  ['a doubled slash after the host', `curl https://api.cloudflare.com/${RECORDS}`, [`1 GET ${RECORDS} - curl`]],
  ['a doubled slash before the version', 'curl https://api.cloudflare.com//client/v4//zones', ['1 GET /zones - curl']],
  ['a doubled slash after a variable', 'curl "$CF_API//zones/$Z/purge_cache"', ['1 GET /zones/$Z/purge_cache - curl']],
  ['to another host', 'curl -X POST https://hooks.slack.com/services/T000/B000 -d x', ['1 foreign hooks.slack.com']],
  [
    'to the S3 API of R2',
    'curl https://023e105f4ecef8ad9ca31a8372d0c353.r2.cloudflarestorage.com/assets/a.png',
    ['1 foreign 023e105f4ecef8ad9ca31a8372d0c353.r2.cloudflarestorage.com'],
  ],
  [
    'to the S3 API of an account in a variable',
    'curl "https://${ACCOUNT_ID}.r2.cloudflarestorage.com/assets"',
    ['1 foreign r2.cloudflarestorage.com'],
  ],
  [
    'to the S3 API of an account left out',
    'curl https://<account>.eu.r2.cloudflarestorage.com/assets',
    ['1 foreign r2.cloudflarestorage.com'],
  ],
  ['to another host without a scheme', 'curl example.com/client', ['1 foreign example.com']],
  ['without a scheme', 'curl api.cloudflare.com/client/v4/ips', ['1 GET /ips - curl']],
  ['through this app', 'curl http://127.0.0.1:5173/api/v4/accounts/1/tokens', ['1 GET /accounts/1/tokens - curl']],
  ['through a proxy', 'curl https://proxy.example/cf/client/v4/zones', ['1 GET /zones - curl']],
  ['through one of a company', 'curl https://cloudflare.company.example/client/v4/zones', ['1 GET /zones - curl']],
  ['GitLab has the same prefix', 'curl https://gitlab.com/api/v4/projects', ['1 foreign gitlab.com']],
  [
    'with a host that only looks like it',
    'curl https://api.cloudflare.com.evil.example/client/v4/zones',
    ['1 foreign api.cloudflare.com.evil.example'],
  ],
  ['with it as a name', 'curl https://api.cloudflare.com@evil.example/client/v4/zones', ['1 foreign evil.example']],
  ['with a like name', 'curl https://api-cloudflare.com/client/v4/zones', ['1 foreign api-cloudflare.com']],
  ['in a government region', 'curl https://api.fed.cloudflare.com/client/v4/zones', ['1 GET /zones - curl']],
  [
    'a name and password in the address',
    `curl https://user:pw@api.cloudflare.com/client/v4/zones`,
    ['1 GET /zones - curl'],
  ],
  ['a comment', `# curl ${URL}`, [`1 GET ${RECORDS} - URL guess`]],
  [
    'in a sentence',
    `I ran curl ${URL} and it doesn't work.\nGET /zones/1\nThat's all`,
    [`1 GET ${RECORDS} - curl`, '2 GET /zones/1 - method and path'],
  ],
  [
    'a quote without an end',
    `curl -H 'a: b ${URL}\nGET /zones`,
    ['1 unread This command has no address that can be read.', '2 GET /zones - method and path'],
  ],
  ['the version of curl', 'curl 8.5.0 (x86_64-pc-linux-gnu)\ncurl --version', []],
  [
    'curl -v tells its traffic',
    `curl -v ${API}/zones\n> GET /client/v4/zones HTTP/2\n> Host: api.cloudflare.com\n>\n< HTTP/2 403\n< server: cloudflare`,
    ['1 GET /zones 403 curl'],
  ],
  ['wget', `wget --method=DELETE --header "a: b" -O - ${URL}/1`, [`1 DELETE ${RECORDS}/1 - wget`]],
  ['wget with data', `wget -qO- --post-data='{}' ${URL}`, [`1 POST ${RECORDS} - wget`]],
  ['HTTPie', `http POST ${URL} Authorization:"Bearer $T" type=A name=www`, [`1 POST ${RECORDS} - HTTPie`]],
  ['HTTPie with fields', 'https api.cloudflare.com/client/v4/zones name=example.com', ['1 POST /zones - HTTPie']],
  [
    'HTTPie without fields',
    'http -v https://api.cloudflare.com/client/v4/zones name==example.com',
    ['1 GET /zones - HTTPie'],
  ],
  ['HTTPie with a file', `http ${API}/zones < zone.json`, ['1 POST /zones - HTTPie']],
  ['HTTPie behind a pipe', `echo '{"name":"a.com"}' | http ${API}/zones a:b`, ['1 POST /zones - HTTPie']],
  ['HTTPie where another command fails', `false || http ${API}/zones`, ['1 GET /zones - HTTPie']],
  ['HTTPie that takes no input', `cat list | http --ignore-stdin ${API}/zones`, ['1 GET /zones - HTTPie']],
  ['HTTPie with output', `http ${API}/zones > zones.json`, ['1 GET /zones - HTTPie']],
  [
    'PowerShell',
    `Invoke-RestMethod -Uri "${URL}" -Method Post -Headers $headers -Body $body`,
    [`1 POST ${RECORDS} - PowerShell`],
  ],
  [
    'PowerShell in lines',
    `PS C:\\> irm \`\n  -Method Delete \`\n  -Uri "${URL}/1"`,
    [`1 DELETE ${RECORDS}/1 - PowerShell`],
  ],
  ['PowerShell’s options cut short', `irm -me post -ur "${URL}" -b $body`, [`1 POST ${RECORDS} - PowerShell`]],
  ['PowerShell with a plain address', `$r = Invoke-WebRequest ${API}/zones`, ['1 GET /zones - PowerShell']],
  [
    'PowerShell that adds parts',
    `irm -Method 'POST' -Uri ('${API}/zones/' + $zone + '/purge_cache') -Headers $h`,
    ['1 POST /zones/$zone/purge_cache - PowerShell'],
  ],
  [
    'PowerShell with its options in a variable',
    'Invoke-RestMethod @params',
    ['1 unread This command has no address that can be read.'],
  ],
  ['in quotes of a sentence', `I ran \`curl -X POST ${URL}\` and 'it' failed`, [`1 POST ${RECORDS} - curl`]],
])('reads curl and its like: %s', (_, text, items) => {
  expect(read(text)).toEqual(items)
})
