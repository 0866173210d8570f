import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { exported, fresh, on, runOn } from './testing.ts'

// Nothing shows that this is a token.
const OWN = 'a-token-in-words-of-its-own-kind-of-words'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ token: OWN })
})
afterAll(() => sandbox.close())

const run = runOn(() => sandbox)

/** A pipe, as of `CLOUDFLARE_API_TOKEN_FILE=<(…)`, gives its text only once. */
function pipe() {
  const parts = [`${OWN}\n`]
  return () => new TextEncoder().encode(parts.pop() ?? '')
}

const places = [
  ['CLOUDFLARE_API_TOKEN', OWN],
  ['CLOUDFLARE_API_TOKEN_FILE', '/dev/fd/63'],
] as const

test.each(places)('the token of %s is not in what is printed', async (name, value) => {
  const account = fresh()
  const env = { CLOUDFLARE_API_TOKEN: '', [name]: value }
  await sandbox.control(`/${account}/faults`, {
    method: 'GET',
    path: '/tokens',
    body: { success: true, result: [{ id: '1', name: `from ${OWN}` }], result_info: { total_count: 1 } },
  })
  const read = await run(on(account), {}, env, { readFile: pipe() })
  expect([read.code, read.out]).toEqual([0, expect.stringContaining('from [removed]')])
  expect(read.out).not.toContain(OWN)

  const file = { 'a.json': exported('a'.repeat(32), [{ id: '1', name: `from ${OWN}`, policies: [] }]) }
  const judged = await run(['--file', 'a.json'], file, env, { readFile: pipe() })
  expect([judged.code, judged.out]).toEqual([0, expect.stringContaining('from [removed]')])

  const body = { success: false, errors: [{ code: 1, message: `No \u{1B}[31m${OWN}` }] }
  await sandbox.control(`/${account}/faults`, { method: 'GET', path: '/tokens', status: 403, body })
  const refused = await run(on(account), {}, env, { readFile: pipe() })
  expect([refused.code, refused.out]).toEqual([3, ''])
  expect(refused.err).toMatch(/^token-desk findings: HTTP 403: No .*\[removed\] \(1\)\n$/)
  expect(refused.err).not.toContain('\u{1B}')
})

test('a file of tokens is judged without the token that a file is to hold', async () => {
  const env = { CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_API_TOKEN_FILE: 'gone' }
  const readFile = () => {
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
  }
  const { code } = await run(['--file', 'a.json'], { 'a.json': exported('a'.repeat(32)) }, env, { readFile })
  expect(code).toBe(0)
  expect((await run(on(fresh()), {}, env, { readFile })).err).toMatch(
    /CLOUDFLARE_API_TOKEN_FILE names a file that does/,
  )
})
