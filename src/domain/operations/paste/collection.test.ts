import { expect, test } from 'vitest'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'
const requests = [
  { name: 'a', method: 'POST', url: `${API}/zones/:zone_id/dns_records` },
  { name: 'b', description: 'x', headers: [], meta: { a: 1, b: 2, c: 3 }, url: '{{base}}/zones/1', method: 'DELETE' },
]
const postman = requests.map(({ name, url, method }) => ({
  name,
  request: { auth: { type: 'bearer' }, method, header: [], url: { raw: url, host: ['api'] } },
  response: [{ originalRequest: { method: 'PUT', url: { raw: url } } }],
}))

test.each([
  ['Postman', { info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/' }, item: [{ item: postman }] }],
  ['Insomnia', { _type: 'export', __export_format: 4, resources: requests }],
  ['HTTPie', { meta: { format: 'httpie' }, entry: { requests } }],
  ['Thunder Client', { clientName: 'Thunder Client', requests }],
  ['Bruno', { items: requests.map((request) => ({ type: 'http-request', request })) }],
])('the requests of a collection of %s', (tool, collection) => {
  for (const text of [JSON.stringify(collection), JSON.stringify(collection, null, 2)])
    expect(read(text).map((item) => item.replace(/^\d+ /, ''))).toEqual([
      `POST /zones/:zone_id/dns_records - ${tool}`,
      `DELETE /zones/1 - ${tool}`,
    ])
})

test('each is on its line, and what follows the collection is read', () => {
  const text = `${JSON.stringify({ _type: 'export', resources: requests }, null, 2)}\nGET /zones`
  expect(read(text)).toEqual([
    '7 POST /zones/:zone_id/dns_records - Insomnia',
    '18 DELETE /zones/1 - Insomnia',
    '23 GET /zones - method and path',
  ])
})

test('a broken collection is read line by line', () => {
  const text = `{"_type":"export","resources":[{"method":"PUT","url":"${API}/zones/1"},]}`
  expect(read(text)).toEqual(['1 PUT /zones/1 - log'])
})

test.each([
  'query { viewer { zones(filter: { zoneTag: "x" }) { a } } }',
  '{\n  viewer {\n    accounts(filter: {}) {\n',
  '{"query":"query A { viewer { z: zones { a } } }"}',
])('%j is a query of GraphQL', (text) => {
  expect(read(text).map((item) => item.replace(/^\d+ /, ''))).toEqual(['POST /graphql - GraphQL'])
})

test('a query is asked about once, and another vendor’s is none', () => {
  expect(read(`curl ${API}/graphql -d '{"query":"{ viewer { zones { a } } }"}'`)).toEqual(['1 POST /graphql - curl'])
  expect(read('query { viewer { login } }')).toEqual([])
})
