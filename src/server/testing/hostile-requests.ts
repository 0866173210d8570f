const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const TOKEN = 'ed17574386854bf78a67040be0a770b0'
export const TOKENS = `/api/v4/accounts/${ACCOUNT}/tokens`

/** Placeholder for the port of the server. */
const PORT = 'PORT'

/** The parts of a request; those left out are valid ones. */
export type Shape = { method?: string; target?: string; host?: string | null; headers?: string[]; body?: string }

/** A raw request. The connection closes after it, so that its answer has an end. */
export function request(port: number, { method = 'GET', target = TOKENS, host, headers = [], body }: Shape): string {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(host === null ? [] : [`Host: ${(host ?? `127.0.0.1:${PORT}`).replace(PORT, String(port))}`]),
    'Connection: close',
    ...headers,
    ...(body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

export const JSON_TYPE = 'Content-Type: application/json'
export const MARK = 'X-Token-Desk: 1'
/** A valid write, except for the given parts. */
export const write = (shape: Shape): Shape => ({ method: 'POST', headers: [JSON_TYPE, MARK], body: '{}', ...shape })

/** Requests that must be refused, by kind, each with the allowed statuses. Plain data, to be read and extended. */
export const HOSTILE: Record<string, [string, Shape, number[]][]> = {
  'paths that mean another path': [
    ['dot segments', { target: `/api/v4/accounts/${ACCOUNT}/tokens/../members` }, [404]],
    ['dot segments to the root', { target: '/api/v4/../../etc/passwd' }, [404]],
    ['encoded dots', { target: `/api/v4/accounts/${ACCOUNT}/%2e%2e/members` }, [404]],
    ['encoded slashes', { target: `/api/v4/accounts%2f${ACCOUNT}%2ftokens` }, [404]],
    ['an encoded slash in an id', { target: `${TOKENS}/${TOKEN.slice(0, 16)}%2f${TOKEN.slice(17)}` }, [404]],
    ['double encoding', { target: `/api/v4/accounts/${ACCOUNT}/%252e%252e/members` }, [404]],
    ['an encoded backslash', { target: `/api/v4/accounts/${ACCOUNT}%5ctokens` }, [404]],
    ['a backslash', { target: `/api/v4/accounts\\${ACCOUNT}\\tokens` }, [400, 404]],
    ['overlong UTF-8 dots', { target: `/api/v4/accounts/${ACCOUNT}/%c0%ae%c0%ae/members` }, [404]],
    ['a null byte, encoded', { target: `${TOKENS}/${TOKEN}%00` }, [404]],
    ['a line break, encoded', { target: `${TOKENS}%0d%0aX-Evil: 1` }, [400, 404]],
    ['a double slash in the middle', { target: `/api/v4//accounts/${ACCOUNT}/tokens` }, [404]],
    ['a double slash at the start', { target: `//evil.example${TOKENS}` }, [400, 403, 404]],
    ['a slash at the end', { target: `${TOKENS}/` }, [404]],
    ['a path parameter', { target: `${TOKENS};jsessionid=1` }, [404]],
    ['an encoded question mark', { target: `${TOKENS}%3fpage=1` }, [404]],
    ['upper-case resource names', { target: `/api/v4/accounts/${ACCOUNT}/TOKENS` }, [404]],
    ['an id that is too long', { target: `${TOKENS}/${TOKEN}0` }, [404]],
    ['an id with other letters', { target: `${TOKENS}/${'g'.repeat(32)}` }, [404]],
    ['fullwidth digits in an id', { target: `${TOKENS}/%ef%bc%91${TOKEN.slice(1)}` }, [404]],
    ['a very long path', { target: `/api/v4/${'a/'.repeat(3_000)}` }, [404, 414, 431]],
  ],
  'targets of another form': [
    ['absolute, to another host', { target: `http://evil.example${TOKENS}` }, [400, 403, 404]],
    ['absolute, with credentials', { target: `http://user:pass@127.0.0.1${TOKENS}` }, [400, 403, 404]],
    ['an asterisk', { method: 'OPTIONS', target: '*' }, [400, 403, 404]],
    ['an authority', { method: 'CONNECT', target: 'evil.example:443' }, [400, 405]],
    ['no slash', { target: 'api/v4/accounts' }, [400, 404]],
    ['a fragment', { target: `${TOKENS}#x` }, [200, 400, 404]],
    ['a space inside', { target: '/api/v4/accounts /tokens' }, [400]],
    ['a null byte', { target: `/api/v4/accounts\0` }, [400]],
    ['a control character', { target: `/api/v4/acc\x01ounts` }, [400]],
  ],
  'calls the API has and this server has not': [
    ['members', { target: `/api/v4/accounts/${ACCOUNT}/members` }, [404]],
    ['tokens of the user', { target: '/api/v4/user/tokens' }, [404]],
    ['DNS records', { target: `/api/v4/zones/${ACCOUNT}/dns_records` }, [404]],
    ['one account', { target: `/api/v4/accounts/${ACCOUNT}` }, [404]],
    ['GraphQL', write({ target: '/api/v4/graphql' }), [404]],
    ['creating a zone', write({ target: '/api/v4/zones' }), [405]],
    ['the upstream’s own prefix', { target: `/client/v4/accounts/${ACCOUNT}/tokens` }, [404]],
    ['the sandbox’s controls', write({ target: `/api/sandbox/${ACCOUNT}/faults` }), [404]],
  ],
  methods: [
    ['PATCH', write({ method: 'PATCH' }), [405]],
    ['TRACE', { method: 'TRACE' }, [400, 403, 405, 415, 500]],
    ['OPTIONS', { method: 'OPTIONS', headers: ['Origin: https://evil.example'] }, [403]],
    ['one nobody knows', { method: 'EVIL' }, [400]],
    ['a delete of all tokens', write({ method: 'DELETE' }), [405]],
    ['an override by header', { headers: ['X-HTTP-Method-Override: DELETE'], method: 'POST' }, [415]],
    ['an override by query', { target: `${TOKENS}?_method=DELETE` }, [400]],
  ],
  queries: [
    ['an unknown key', { target: `${TOKENS}?evil=1` }, [400]],
    ['a key twice', { target: `${TOKENS}?page=1&page=2` }, [400]],
    ['a key as a list', { target: `${TOKENS}?page[]=1` }, [400]],
    ['a prototype’s key', { target: `${TOKENS}?__proto__=1` }, [400]],
    ['a key by another case', { target: `${TOKENS}?Page=1` }, [400]],
    ['an account that is one condition of any', { target: `/api/v4/zones?account.id=${ACCOUNT}&match=any` }, [400]],
    ['a query on a write', write({ target: `${TOKENS}?page=1` }), [400]],
    ['zones of an account that is none', { target: '/api/v4/zones?account.id=../..' }, [400]],
  ],
  hosts: [
    ['none', { host: null }, [400]],
    ['another', { host: 'evil.example' }, [403]],
    ['another, on our port', { host: `evil.example:${PORT}` }, [403]],
    ['a name that rebinds', { host: `127.0.0.1.nip.io:${PORT}` }, [403]],
    ['a name under localhost', { host: `evil.localhost:${PORT}` }, [403]],
    ['loopback by another number', { host: `127.0.0.2:${PORT}` }, [403]],
    ['loopback as one number', { host: `2130706433:${PORT}` }, [403]],
    ['loopback in octal', { host: `0177.0.0.1:${PORT}` }, [403]],
    ['loopback in short', { host: `127.1:${PORT}` }, [403]],
    ['loopback in full-width digits', { host: `127。0。0。1:${PORT}` }, [400, 403]],
    ['all interfaces', { host: `0.0.0.0:${PORT}` }, [403]],
    ['a name of another alphabet that is none', { host: `xn--localhost:${PORT}` }, [400]],
    ['a port that is none', { host: '127.0.0.1:99999' }, [400]],
    ['a host with a path', { host: '127.0.0.1/evil' }, [400, 403]],
    ['two hosts', { headers: ['Host: evil.example'] }, [400, 403]],
    ['forwarded as another', { host: 'evil.example', headers: ['X-Forwarded-Host: 127.0.0.1'] }, [403]],
  ],
  'pages of other sites': [
    ['a fetch', { headers: ['Origin: https://evil.example', 'Sec-Fetch-Site: cross-site'] }, [403]],
    ['a page of the same site', { headers: ['Sec-Fetch-Site: same-site'] }, [403]],
    ['a page without an origin', { headers: ['Origin: null'] }, [403]],
    ['ours by another scheme', { headers: ['Origin: https://127.0.0.1'] }, [403]],
    ['a form', { method: 'POST', headers: ['Content-Type: application/x-www-form-urlencoded'], body: 'a=1' }, [415]],
    [
      'a form with a file',
      { method: 'POST', headers: ['Content-Type: multipart/form-data; boundary=x'], body: '' },
      [415],
    ],
    ['text/plain', { method: 'POST', headers: ['Content-Type: text/plain'], body: '{}' }, [415]],
    ['no type', { method: 'POST', body: '{}' }, [415]],
    ['JSON without our mark', { method: 'POST', headers: [JSON_TYPE], body: '{}' }, [403]],
    [
      'a type that only starts like JSON',
      { method: 'POST', headers: ['Content-Type: application/jsonx', MARK], body: '{}' },
      [415],
    ],
    [
      'a preflight',
      { method: 'OPTIONS', headers: ['Origin: https://evil.example', 'Access-Control-Request-Method: POST'] },
      [403],
    ],
  ],
  'what came through a proxy': [
    ['forwarded for a client', { headers: ['X-Forwarded-For: 192.0.2.1'] }, [403]],
    ['forwarded for no client', { headers: ['X-Forwarded-For:'] }, [403]],
    ['in the form of RFC 7239', { headers: ['Forwarded: for=127.0.0.1'] }, [403]],
    ['by a proxy that says so', { headers: ['Via: 1.1 proxy'] }, [403]],
    ['a write', write({ headers: [JSON_TYPE, MARK, 'X-Real-IP: 127.0.0.1'] }), [403]],
    ['through a tunnel', { headers: ['CF-Connecting-IP: 192.0.2.1'] }, [403]],
  ],
  'bodies and framing': [
    ['two megabytes', write({ body: `"${'x'.repeat(2 * 1024 * 1024)}"` }), [413]],
    ['a length that is a lie', { method: 'POST', headers: [JSON_TYPE, MARK, 'Content-Length: 99999999'] }, [408, 413]],
    ['a negative length', { method: 'POST', headers: [JSON_TYPE, MARK, 'Content-Length: -1'] }, [400]],
    ['two lengths', { method: 'POST', headers: [JSON_TYPE, MARK, 'Content-Length: 2', 'Content-Length: 3'] }, [400]],
    [
      'a length and chunks',
      { method: 'POST', headers: [JSON_TYPE, MARK, 'Content-Length: 4', 'Transfer-Encoding: chunked'] },
      [400],
    ],
    ['chunks by another name', { method: 'POST', headers: [JSON_TYPE, MARK, 'Transfer-Encoding: xchunked'] }, [400]],
    [
      'chunks with a space before the colon',
      { method: 'POST', headers: [JSON_TYPE, MARK, 'Transfer-Encoding : chunked'] },
      [400],
    ],
    [
      'a chunk of no number',
      { method: 'POST', headers: [JSON_TYPE, MARK, 'Transfer-Encoding: chunked', '', 'zz', '{}', '0'] },
      [400],
    ],
    ['a folded header', { headers: ['X-Evil: a', ' b'] }, [400]],
    ['a header without a name', { headers: [': evil'] }, [400]],
    ['a line break in a header', { headers: ['X-Evil: a\nX-More: b\r\nno colon here'] }, [400]],
    [
      'what counts behind a hundred headers',
      { headers: [...Array.from({ length: 105 }, (_, index) => `X-${index}: 1`), 'Sec-Fetch-Site: cross-site'] },
      [431],
    ],
    ['too many header bytes', { headers: [`X-Evil: ${'x'.repeat(20_000)}`] }, [431]],
    ['half an object', write({ body: '{' }), [400]],
    ['words', write({ body: 'nonsense' }), [400]],
    ['two objects', write({ body: '{}{}' }), [400]],
    ['a list', write({ body: '[{}]' }), [400]],
    ['compressed', write({ headers: [JSON_TYPE, MARK, 'Content-Encoding: gzip'] }), [415]],
    ['an upgrade', { headers: ['Upgrade: websocket', 'Connection: Upgrade'] }, [200, 400]],
    ['HTTP/2 by prior knowledge', { method: 'PRI', target: '*' }, [400]],
  ],
}
