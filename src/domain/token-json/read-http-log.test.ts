import { expect, test } from 'vitest'
import { A, body, json, readAs, TOKENS_URL } from './testing.ts'

test.each([
  [
    'a URL in parts',
    { protocol: 'https', host: ['api', 'cloudflare', 'com'], path: ['client', 'v4', 'accounts', A, 'tokens'] },
  ],
  ['a URL of a variable', { host: ['{{base}}'], path: ['accounts', A, 'tokens'] }],
  ['a URL in parts as texts', { host: 'api.cloudflare.com', path: `/client/v4/accounts/${A}/tokens` }],
  ['a URL as a text', TOKENS_URL],
])('a Postman collection with %s is read', (_, url) => {
  const collection = { info: {}, item: [{ request: { url, body: { mode: 'raw', raw: json(body) } } }] }
  for (const text of [json(collection), json({ collection })])
    expect(readAs(text)).toEqual({ from: 'http', tokens: [body], accounts: [A] })
})
