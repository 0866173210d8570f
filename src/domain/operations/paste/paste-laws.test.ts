import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPasted, pastedSteps } from './read-pasted.ts'
import { MOST } from './collect.ts'

const API = 'https://api.cloudflare.com/client/v4'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const characters = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: length, maxLength: length })
const token = characters(`${LETTERS}-_`, 40).filter(
  (text) => /[a-z]/.test(text) && /[A-Z]/.test(text) && (text.match(/\d+/g)?.length ?? 0) > 1,
)
const prefixed = fc
  .tuple(fc.constantFrom('cfat_', 'cfut_', 'cfk_', 'cfoat_'), characters(LETTERS, 48))
  .map((parts) => parts.join(''))
const key = characters('0123456789abcdef', 37).filter((text) => /[a-f]/.test(text) && /\d/.test(text))
const secret = fc.oneof(token, prefixed, key)

const har = (name: string, value: string, url = `${API}/zones`) =>
  JSON.stringify({
    log: {
      entries: [
        {
          request: { method: 'GET', url, headers: [{ name, value }], cookies: [{ name: 'session', value }] },
          response: { status: 403, headers: [{ name: 'Set-Cookie', value: `a=${value}; Path=/` }] },
        },
      ],
    },
  })

const places: [string, (secret: string) => string][] = [
  ['a header of curl', (value) => `curl ${API}/zones -H "Authorization: Bearer ${value}"`],
  ['a header of a command that can’t be read', (value) => `curl -X POST -H 'X-Auth-Key: ${value}' -H "x: ${value}"`],
  ['a header without a blank', (value) => `curl -H"Authorization:Bearer ${value}" -d '{"a":"${value}"}' "$URL"`],
  ['a cookie of curl', (value) => `curl -b 'a=${value}; b=c' ${API}/zones`],
  ['a user of curl', (value) => `curl -uname:${value} ${API}/zones`],
  ['a query', (value) => `GET ${API}/zones?token=${value}&x=1`],
  ['a query of another host', (value) => `https://example.com/a?key=${value}`],
  ['a path of another host', (value) => `curl -X POST https://hooks.example.com/services/${value}`],
  ['a user in an address', (value) => `curl https://name:${value}@api.cloudflare.com/client/v4/zones`],
  ['a name in an address', (value) => `curl https://${value}@api.cloudflare.com/client/v4/zones`],
  ['a host', (value) => `curl https://${value.replaceAll(/[-_]/g, '')}/zones`],
  ['a HAR file', (value) => har('Authorization', `Bearer ${value}`)],
  ['a HAR file’s cookies', (value) => har('Cookie', `a=b; c=${value}; d=${value}`)],
  ['a HAR file’s address', (value) => har('Accept', '*/*', `${API}/zones?access_token=${value}`)],
  ['a broken HAR file', (value) => har('Authorization', `Bearer ${value}`).slice(0, -3)],
  [
    'a dump',
    (value) =>
      `GET /client/v4/zones HTTP/1.1\nHost: api.cloudflare.com\nAuthorization: Bearer ${value}\nX-Auth-Key: ${value}\n\n`,
  ],
  [
    'a log in colours',
    (value) => `\u001B[36mAuthorization: \u001B[1mBearer ${value}\u001B[0m\nGET /zones/\u001B[1m${value}`,
  ],
  ['a line of its own', (value) => `${value}\nGET /zones`],
  ['a variable', (value) => `export CLOUDFLARE_API_TOKEN=${value}\nwrangler deploy`],
  [
    'a value for wrangler',
    (value) => `wrangler kv key put name ${value}\necho ${value} | wrangler secret put A\nwrangler ${value}`,
  ],
  ['a body in JSON', (value) => `{"method":"POST","url":"/client/v4/zones","token":"${value}","body":"${value}"}`],
  ['a group', (value) => `(Permission group: "${value}")\nrequires permission Token ${value} Read`],
  ['a program', (value) => `axios({ method: 'post', url: '${API}/zones/' + ${value} + '/x' })`],
  ['a template', (value) => `fetch(\`${API}/zones/\${${value}}/#{${value}}\`)`],
  [
    'an operation ID',
    (value) => `"operationId": "x-${value}"\nhttps://developers.cloudflare.com/api/operations/${value}`,
  ],
  ['a page', (value) => `https://developers.cloudflare.com/api/resources/${value}/methods/get/\ncf ${value} list`],
  ['a permission', (value) => `missing permission "Zone.${value}:Edit"`],
  ['a variable in braces', (value) => `curl "\${URL:-${value}}" -X "${value}"`],
]

test.each(places)('a secret in %s is not in what is read', (_, paste) => {
  fc.assert(
    fc.property(secret, (value) => {
      const read = JSON.stringify(readPasted(`hello\n${paste(value)}\n`))
      expect(read).not.toContain(value)
      expect(read).not.toContain(value.slice(0, 20))
    }),
    { numRuns: 200 },
  )
})

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'curl ',
    'curl -X',
    "'",
    '"',
    '\\',
    '\\\n',
    '^\n',
    '`',
    '$(',
    ')',
    '{',
    '}',
    '{"log":{',
    '"entries":[',
    '\n',
    '\r',
    ' ',
    'GET ',
    API,
    '/zones',
    '?',
    '#',
    '://',
    ' HTTP/1.1',
    'Host: ',
    '403',
    'Permission group: "',
    'wrangler ',
    'deploy',
    'cf ',
    'flarectl ',
    '-',
    '=',
    '|',
    ';',
    '&',
    '<',
    '>',
    '\u001B[',
    '\uE000',
    'method=',
    'url=',
    '%',
    'a',
  ),
)

test('no text makes it fail, and every item names a line of the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { items, left, removed } = readPasted(text)
      const lines = text.replaceAll(/\r\n?/g, '\n').split('\n').length
      expect(items.every(({ line }) => line >= 1 && line <= lines)).toBe(true)
      expect([left, removed].every((count) => count >= 0)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('what is before and behind a request changes nothing in it', () => {
  const noise = fc.constantFrom(
    '',
    'hello',
    '[INFO] done',
    '{"a":1}',
    '{',
    '}',
    'HTTP/1.1 200 OK',
    'at Object.<anonymous> (a.js:1:2)',
  )
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 6 }), fc.array(noise, { maxLength: 6 }), (before, behind) => {
      const { items } = readPasted([...before, `curl -X DELETE ${API}/zones/1`, 'x', ...behind].join('\n'))
      expect(items).toMatchObject([{ line: before.length + 1, kind: 'call', method: 'DELETE', path: '/zones/1' }])
    }),
  )
})

test('the first 1,000 calls are read, and the rest is counted', () => {
  const text = Array.from({ length: MOST + 234 }, (_, index) => `GET /zones/${index}`).join('\n')
  const { items, left } = readPasted(text)
  expect([items.length, left]).toEqual([MOST, 234])
  expect(items.at(-1)).toMatchObject({ line: MOST, path: `/zones/${MOST - 1}` })
})

test('requests to other hosts take no place of calls', () => {
  const text = `${'POST https://example.com/a\n'.repeat(3000)}GET /zones`
  const { items, left } = readPasted(text)
  expect([items.length, left, items.at(-1)?.kind]).toEqual([MOST + 1, 2000, 'call'])
})

test('a long text is read in steps, which tell how much is done', () => {
  const line = `GET /client/v4/zones/1/dns_records Authorization: Bearer ${'a1B2'.repeat(10)}`
  const steps = pastedSteps(`${line}\n`.repeat(12_000))
  const shares: number[] = []
  let step = steps.next()
  for (; !step.done; step = steps.next()) shares.push(step.value)
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
  expect(step.value).toMatchObject({ removed: 12_000, left: 11_000 })
})

/** Each takes minutes where the time grows with the square of the length. */
test.each([
  'a',
  'A1b',
  '"',
  "'",
  '\\',
  '\\"',
  ' ',
  '\n',
  '-',
  ':',
  '/',
  '{',
  '$(',
  '`',
  'token:',
  'x token:',
  'curl ',
  "curl '",
  'curl \\\n',
  'curl "\n',
  'GET /',
  'GET\n',
  'POST\n"https://a\n',
  'https://',
  '{"log":{',
  '{\n',
  'permission group "',
  'cf ',
  '["curl",',
  '["curl","a',
  'client\n',
  'client.\n',
  'url = "https://a"\n',
  'URL=https://api.cloudflare.com/client/v4/zones\n',
  'curl $URL\n',
  'curl\n',
  'a.get("/zones',
  'x(\n"https://a"\n',
  'cloudflare_a.',
  'viewer {',
  '{"_type":"export"}\n',
  '\u001B[',
])(
  'a text of %j repeated is read in linear time',
  (part) => {
    const text = `x ${part.repeat(Math.ceil(300_000 / part.length))}`
    expect(readPasted(text).left).toBeGreaterThanOrEqual(0)
  },
  20_000,
)
