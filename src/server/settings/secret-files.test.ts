import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFile } from '#server/read-file.ts'
import { OTHER_SECRET, refusal, SECRET } from '#server/testing/settings.ts'
import { readConfig, readSandboxConfig } from './config.ts'

const TOKEN = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
const folder = mkdtempSync(join(tmpdir(), 'token-desk-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string | Uint8Array): string {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, content)
  return path
}

test.each([TOKEN, `${TOKEN}\n`, `${TOKEN}\r\n`, `\uFEFF${TOKEN}\n`])('a token comes from a file: %j', (content) => {
  const path = file(content)
  expect(readConfig({ CLOUDFLARE_API_TOKEN_FILE: path }, readFile)).toMatchObject({ mode: 'live', token: TOKEN })
  expect(readSandboxConfig({ SANDBOX_TOKEN_FILE: path }, readFile)).toMatchObject({ token: TOKEN })
})

test('a file holds one session secret a line', () => {
  const path = file(`${SECRET}\n${OTHER_SECRET}\n`)
  expect(readConfig({ AUTH: 'sign-in', SESSION_SECRET_FILE: path }, readFile)).toMatchObject({
    sessionSecrets: [SECRET, OTHER_SECRET],
  })
})

test('a file of the greatest size is read whole', () => {
  const lines = Array.from({ length: 900 }, () => crypto.randomUUID() + crypto.randomUUID())
  const path = file(lines.join('\n').slice(0, 65_536 - 10))
  expect(readFile(path, 70_000)).toHaveLength(65_526)
  expect(readFile(path, 100)).toHaveLength(100)
})

test.each<[string, string | (() => string), RegExp]>([
  ['absent', join(folder, 'absent'), /does not exist/],
  ['below a file', () => join(file('x'), 'y'), /does not exist/],
  ['a folder', folder, /names a folder/],
  ['empty', () => file(''), /empty/],
  ['a line break alone', () => file('\n'), /empty/],
  ['too large', () => file('x'.repeat(65_537)), /more than 64 kB/],
  ['endless', '/dev/zero', /more than 64 kB/],
  ['raw bytes', () => file(new Uint8Array([0xc3, 0x28, 0xff, 0x80])), /not text/],
  ['UTF-16', () => file(Buffer.from(SECRET, 'utf16le')), /not text/],
])('a file is refused in one line without its path: %s', (_, path, reason) => {
  const named = typeof path === 'string' ? path : path()
  for (const read of [readConfig, readSandboxConfig]) {
    const said = refusal(() => read({ SESSION_SECRET_FILE: named }, readFile))
    expect(said).toMatch(/^SESSION_SECRET_FILE names [^\n]*Set it to the path of a file/)
    expect(said).toMatch(reason)
    expect(said).not.toContain(named)
  }
})

test.each([
  ['EACCES', /this user cannot read/],
  ['EPERM', /this user cannot read/],
  ['EIO', /cannot be read \(EIO\)/],
])('a file that cannot be read is refused: %s', (code, reason) => {
  const fail = () => {
    throw Object.assign(new Error(`${code}: ${folder}`), { code })
  }
  const said = refusal(() => readConfig({ SESSION_SECRET_FILE: folder }, fail))
  expect(said).toMatch(reason)
  expect(said).not.toContain(folder)
})

test('what a file holds is validated, and the fault names the file’s setting', () => {
  const said = (content: string) => refusal(() => readConfig({ CLOUDFLARE_API_TOKEN_FILE: file(content) }, readFile))
  expect(said('too-short')).toMatch(/^CLOUDFLARE_API_TOKEN \(from CLOUDFLARE_API_TOKEN_FILE\) is too short/)
  expect(said(`${TOKEN}\n\n`)).toMatch(/contains a line break/)
  const secrets = file(`${SECRET}\n${'a'.repeat(32)}`)
  expect(refusal(() => readConfig({ AUTH: 'sign-in', SESSION_SECRET_FILE: secrets }, readFile))).toMatch(
    /^Entry 2 of SESSION_SECRET \(from SESSION_SECRET_FILE\) has too few different characters/,
  )
})

test('a token from a file is found in what the browser would get', () => {
  const env = { CLOUDFLARE_API_TOKEN_FILE: file('y'.repeat(40)), VITE_COPY: 'y'.repeat(40) }
  expect(refusal(() => readConfig(env, readFile))).toMatch(/^VITE_COPY /)
})

test('a setting and its file exclude each other', () => {
  const env = { SESSION_SECRET: SECRET, SESSION_SECRET_FILE: file(SECRET) }
  expect(refusal(() => readConfig(env, readFile))).toBe(
    'SESSION_SECRET and SESSION_SECRET_FILE are both set. Unset one of them.',
  )
  expect(readConfig({ AUTH: 'sign-in', ...env, SESSION_SECRET: '' }, readFile)).toMatchObject({ mode: 'sign-in' })
})

test('Workers have no files', () => {
  expect(refusal(() => readConfig({ CLOUDFLARE_API_TOKEN_FILE: '/run/secrets/token' }))).toMatch(
    /^CLOUDFLARE_API_TOKEN_FILE cannot be used on Workers.*wrangler secret put CLOUDFLARE_API_TOKEN/,
  )
})
