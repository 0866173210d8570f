import { expect, test } from 'vitest'
import { readPasted } from './read-pasted.ts'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'
const entry = (method: string, url: string, status?: number) => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  request: { method, url, headers: [{ name: 'Authorization', value: 'Bearer x' }], cookies: [] },
  ...(status !== undefined && { response: { status, content: { text: `{"url":"${url}"}` } } }),
})
const har = (...entries: unknown[]) => ({ log: { version: '1.2', creator: { name: 'Firefox' }, entries } })

test('a request and its answer are one item', () => {
  const file = har(
    entry('GET', `${API}/zones?page=1`, 200),
    entry('POST', `${API}/zones`, 403),
    entry('GET', `${API}/ips`),
  )
  expect(read(JSON.stringify(file))).toEqual(['1 GET /zones 200 HAR', '1 POST /zones 403 HAR', '1 GET /ips - HAR'])
})

test('other hosts are foreign; data in an address is nothing; a blocked request has no status', () => {
  const file = har(
    entry('GET', 'https://example.com/a.js', 200),
    entry('GET', 'data:image/png;base64,AAAA', 200),
    entry('GET', `${API}/ips`, 0),
  )
  expect(read(JSON.stringify(file))).toEqual(['1 foreign example.com', '1 GET /ips - HAR'])
})

test('the dashboard has its own prefix', () => {
  expect(read(JSON.stringify(har(entry('GET', 'https://dash.cloudflare.com/api/v4/user/tokens', 200))))).toEqual([
    '1 GET /user/tokens 200 HAR',
  ])
})

test('in a file of several lines, an item names the line of its address', () => {
  const text = `GET /accounts\n${JSON.stringify(har(entry('GET', `${API}/zones`, 200), entry('PUT', `${API}/zones/1`, 403)), null, 2)}\nGET /ips`
  const lines = text.split('\n')
  const [, first, second, last] = readPasted(text).items
  expect(lines[(first?.line ?? 0) - 1]).toContain(`"url": "${API}/zones"`)
  expect(lines[(second?.line ?? 0) - 1]).toContain(`"url": "${API}/zones/1"`)
  expect(last).toMatchObject({ path: '/ips', line: lines.length })
})

test.each([
  [
    'cut off',
    JSON.stringify(har(entry('GET', `${API}/zones`, 200))).slice(0, -20),
    ['1 unread This looks like a HAR file, but its JSON is broken.'],
  ],
  ['not JSON inside', '{"log":{"entries":[{]}}', ['1 unread This looks like a HAR file, but its JSON is broken.']],
  ['without entries', '{"log":{"version":"1.2"}}', ['1 unread This HAR file has no list of requests (log.entries).']],
  [
    'with an odd entry',
    JSON.stringify(har({ request: null }, entry('GET', `${API}/zones`, 200))),
    ['1 unread A request in this HAR file has no method or no address.', '1 GET /zones 200 HAR'],
  ],
])('tells what is wrong with a HAR file: %s', (_, text, items) => {
  expect(read(text)).toEqual(items)
})
