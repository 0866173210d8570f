import { expect, test } from 'vitest'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'
const PURGE = `${API}/zones/1/purge_cache`

test.each([
  ['a shell', `URL="${PURGE}"\ncurl -X POST "$URL" -d '{}'`, '2 POST /zones/1/purge_cache - curl'],
  ['a shell without quotes', `export URL=${PURGE}\ncurl -X POST \${URL}`, '2 POST /zones/1/purge_cache - curl'],
  ['a command over lines', `URL=${PURGE}\ncurl \\\n  -X POST \\\n  $URL`, '2 POST /zones/1/purge_cache - curl'],
  ['a part of an address', `ZONE=${API}/zones/1\ncurl -X POST $ZONE/purge_cache`, '2 POST /zones/1/purge_cache - curl'],
  ['cmd', `set URL=${PURGE}\ncurl -X POST %URL%`, '2 POST /zones/1/purge_cache - curl'],
  [
    'PowerShell',
    `$uri = "${PURGE}"\nInvoke-RestMethod -Uri $uri -Method Post`,
    '2 POST /zones/1/purge_cache - PowerShell',
  ],
  ['the last of two', `U=${API}/zones\nU=${PURGE}\ncurl -d x $U`, '3 POST /zones/1/purge_cache - curl'],
])('a command takes its address from a variable: %s', (_, text, expected) => {
  expect(read(text).at(-1)).toBe(expected)
  expect(read(text).filter((item) => item.includes('guess'))).toEqual([])
})

test('another variable, or one without an address, is not taken', () => {
  expect(read(`URLS=${PURGE}\ncurl $URL`)).toEqual([
    '1 GET /zones/1/purge_cache - URL guess',
    '2 unread The address is in a variable, $URL.',
  ])
})

test.each([
  ['folded text', `command: >\n  curl -X POST\n  ${PURGE}`, '3 POST /zones/1/purge_cache - URL'],
  ['a list', `- curl\n- -X\n- DELETE\n- ${API}/zones/1`, '4 DELETE /zones/1 - URL'],
  ['a list with quotes', `- "curl"\n- "--request"\n- "PUT"\n- "${API}/zones/1"`, '4 PUT /zones/1 - URL'],
])('the method of a command in YAML: %s', (_, text, expected) => {
  expect(read(text).at(-1)).toBe(expected)
})

test.each([
  ["await client.get('/zones')", '1 GET /zones - method and path'],
  ['client.post(`/zones/${id}/purge_cache`, {})', '1 POST /zones/${id}/purge_cache - method and path'],
  ['err := client.Delete(ctx, "/accounts/1/tokens/2", nil, &res)', '1 DELETE /accounts/1/tokens/2 - method and path'],
  ['api.patch<Zone>(f"/zones/{zone}")', '1 PATCH /zones/{zone} - method and path'],
])('%s is a request', (text, expected) => {
  expect(read(text)).toEqual([expected])
})

test.each(["app.get('/users')", "x.get('/')", "list.delete('zones')"])('%s is none', (text) => {
  expect(read(text)).toEqual([])
})

test.each([
  ['Bruno', 'delete {\n  url: {{base}}/zones/1\n}', '2 DELETE /zones/1 - URL'],
  ['Insomnia', '- url: "{{ _.base }}/zones/1"\n  name: x\n  method: PUT', '1 PUT /zones/1 - URL'],
  ['a program', 'url = `${base}/zones/1`', '1 GET /zones/1 - URL guess'],
])('an address whose host is in a variable: %s', (_, text, expected) => {
  expect(read(text)).toEqual([expected])
})

test('one that leads to no operation of the API is none', () => {
  expect(read('url: {{base}}/login')).toEqual([])
})
