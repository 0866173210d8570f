import { expect, test } from 'vitest'
import { parseEnv } from 'node:util'
import { SECRET } from '#server/testing/settings.ts'
import { readConfig } from './config.ts'
import { examples } from './page-examples.ts'
import { envExample, settingsPage } from './page.ts'

// `npm run docs` writes both files.
test('docs/configuration.md tells the settings as they are', async () => {
  await expect(settingsPage()).toMatchFileSnapshot('../../../docs/configuration.md')
})

test('.env.example tells the settings as they are, and changes nothing when it is copied', async () => {
  await expect(envExample()).toMatchFileSnapshot('../../../.env.example')
  expect(readConfig(parseEnv(envExample()))).toEqual(readConfig({}))
})

test('each example starts', () => {
  const token = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
  const secretFile = (path: string) => new TextEncoder().encode(path.includes('session') ? SECRET : token)
  // What worker.ts and `wrangler secret` add.
  const onWorkers = { SESSION_SECRET: SECRET, HOST: '0.0.0.0', PORT: '443' }
  const configs = examples.map(({ title, settings }) => {
    const env = parseEnv(settings)
    return title.includes('Workers') ? readConfig({ ...env, ...onWorkers }) : readConfig(env, secretFile)
  })
  expect(configs.map(({ mode }) => mode)).toEqual(['live', 'sign-in', 'live', 'sign-in', 'sandbox'])
})
