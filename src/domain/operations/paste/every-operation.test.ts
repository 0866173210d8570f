import { expect, test } from 'vitest'
import { matcher } from '#domain/operations/match.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { readPasted } from './read-pasted.ts'

const API = 'https://api.cloudflare.com/client/v4'
const { operations } = await shippedMap()
const match = matcher({ operations })

/** One of the operations in eleven, with its parameters filled in. */
const some = operations
  .filter(({ path }, index) => index % 11 === 0 && /^\/(?:zones|accounts|user|radar|memberships)\b/.test(path))
  .map(({ method, path }) => ({ method, path: path.replaceAll(/\{[^}]+\}/g, 'abc123') }))

const exported = (url: string, method: string) => JSON.stringify({ _type: 'export', resources: [{ url, method }] })
const wrap = (text: (method: string, path: string) => string) => text

test.each([
  ['curl', wrap((method, path) => `curl -X ${method} \\\n  "${API}${path}" \\\n  -H 'a: b'`)],
  ['curl in cmd', wrap((method, path) => `curl -X ${method} ^\r\n  "${API}${path}" ^\r\n  -H "a: b"`)],
  ['curl of a variable', wrap((method, path) => `URL=${API}${path}\ncurl -X ${method} "$URL"`)],
  ['PowerShell', wrap((method, path) => `Invoke-RestMethod \`\n  -Method ${method} \`\n  -Uri "${API}${path}"`)],
  ['wget', wrap((method, path) => `wget --method=${method} '${API}${path}'`)],
  ['HTTPie', wrap((method, path) => `http ${method} ${API}${path} a:b`)],
  ['a list of a Dockerfile', wrap((method, path) => `RUN ["curl", "-X", "${method}", "${API}${path}"]`)],
  ['fetch', wrap((method, path) => `fetch(\n  '${API}${path}',\n  {\n    method: '${method}',\n  },\n)`)],
  ['Python', wrap((method, path) => `requests.${method.toLowerCase()}(\n    "${API}${path}",\n    headers=h,\n)`)],
  ['Go', wrap((method, path) => `http.NewRequest(\n\t"${method}",\n\t"${API}${path}",\n\tnil,\n)`)],
  ['Insomnia', wrap((method, path) => exported(`{{ _.base }}${path}`, method))],
  ['Bruno', wrap((method, path) => `${method.toLowerCase()} {\n  url: {{base}}${path}\n}`)],
])('every operation is found in %s, and nothing else', (_, text) => {
  const missed = some.filter(({ method, path }) => {
    const { items } = readPasted(text(method, path))
    const [call, ...others] = items
    if (call?.kind !== 'call' || call.isGuess || others.length > 0) return true
    return match(call.method, call.path)?.operation !== match(method, path)?.operation
  })
  expect(some.length).toBeGreaterThan(200)
  expect(missed).toEqual([])
})
