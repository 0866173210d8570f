import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packMap } from '#domain/operations/pack-map.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import type { OperationMap } from '#domain/operations/operation.ts'
import { newMap } from './new-map.ts'
import { referencePages, requestKey } from './reference-pages.ts'

const RESOURCES = 'node_modules/cloudflare/resources'

const sdkPages = () =>
  referencePages(
    readdirSync(RESOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js'))
      .map((path) => ({ path: path.slice(0, -3), text: readFileSync(`${RESOURCES}/${path}`, 'utf8') })),
  )

/** As the list that the shipped map was made of: in another order, without pages. */
function listOf({ operations }: OperationMap) {
  const groups = [...new Set(operations.flatMap((one) => one.groups))].toReversed()
  const rows = operations.map((one) => [
    one.method,
    one.path,
    one.title,
    one.groups.map((name) => groups.indexOf(name)),
    one.evidence,
  ])
  return { about: 'Which permission groups let a token call an operation', groups, operations: rows }
}

test('from a list of its operations, and the SDK’s code, the shipped map is made again', async () => {
  const before = await shippedMap()
  const options = { before, pages: sdkPages(), date: '2026-07-27', lastModified: 0 }
  const made = newMap(JSON.stringify(listOf(before)), options)
  expect(JSON.stringify(packMap(made))).toBe(
    JSON.stringify(JSON.parse(readFileSync('src/domain/operations/map.json', 'utf8'))),
  )
})

const description = ({ operations }: OperationMap) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { method, path, title, groups, evidence } of operations) {
    const marks = evidence === 'marked' ? groups : null
    const operation = { operationId: 'id', summary: title, 'x-api-token-group': marks }
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  return { openapi: '3.0.3', info: { title: 'API', version: '4.0.0' }, paths }
}

test('from an API description with the same marks it is made again, too, and has the day of the file', async () => {
  const before = await shippedMap()
  const options = { before, pages: sdkPages(), date: null, lastModified: Date.parse('2026-07-27T08:00:00Z') }
  expect(newMap(JSON.stringify(description(before)), options)).toEqual(before)
})

test('a part of the API, no marks, and a wrong list are refused', async () => {
  const before = await shippedMap()
  const options = { before, pages: new Map(), date: null, lastModified: 0 }
  const part = { ...before, operations: before.operations.filter(({ path }) => path.startsWith('/zones')) }
  expect(() => newMap(JSON.stringify(description(part)), options)).toThrow('Only a part of the API')
  expect(() => newMap('{"paths":{"/a":{"get":{}}}}', options)).toThrow('names no permissions')
  expect(() => newMap('{"groups":[],"operations":[["GET","/a","A",[3],"marked"]]}', options)).toThrow('no group 3')
})

test('the pages of a request are the SDK’s methods that send it', () => {
  const text = `class Keys {
        bulkGet(namespaceID, params, options) {
            const { account_id } = params;
            return this._client.post((0, path_1.path) \`/accounts/\${account_id}/keys/\${namespaceID}?a=b\`, { body });
        }
        list(params, options) {
            return this._client.getAPIList((0, path_1.path) \`/\${accountOrZone}/\${accountOrZoneId}/keys\`, pagination_1.Page, { method: 'post', ...options });
        }
        ips(options) {
            return this._client.get('/ips', options);
        }
        }`
  const pages = referencePages([
    { path: 'a-b/keys/keys', text },
    { path: 'keys', text },
  ])
  expect(pages.get(requestKey('POST', '/accounts/{account_id}/keys/{id}'))).toEqual([
    'keys.bulk_get',
    'a_b.keys.bulk_get',
  ])
  expect(pages.get('POST /zones/{}/keys')).toEqual(['keys.list', 'a_b.keys.list'])
  expect(pages.get('GET /ips')).toEqual(['keys.ips', 'a_b.keys.ips'])
  expect(pages.size).toBe(4)
})
