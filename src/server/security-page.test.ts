import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { appSettings, emulatorSettings } from './settings/schema.ts'

const page = readFileSync('docs/security.md', 'utf8')
const files = ['src', 'e2e'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))

test('each test that the page names is there', () => {
  const named = [...page.matchAll(/`([\w-]+(?:\.test|\.spec)?\.ts)`/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(20)
  const missing = named.filter((name) => !files.some((path) => path.endsWith(`/${name}`) || path === name))
  expect(missing).toEqual([])
})

test('each setting that the page names is one', () => {
  const settings = { ...appSettings.entries, ...emulatorSettings.entries }
  const named = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => name !== 'SESSIONS' && !(name in settings))).toEqual([])
})

test('each kind of line that the server writes is on the page, and none besides', () => {
  const sources = files.filter((path) => path.startsWith('server/') && !path.includes('.test.'))
  const written = sources
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(/logLine\(\s*'([\w-]+)'/g)])
    .map(([, event]) => event ?? '')
  const told = [...page.matchAll(/`event=([\w-]+) /g)].map(([, event]) => event ?? '')
  expect(new Set(told)).toEqual(new Set(written))
})
