import { expect, test } from 'vitest'
import { looksLikeSecret } from './looks-like-secret.ts'
import { redactSecrets } from './redact.ts'

// None of these is a real secret; each only has the format.
const OLD = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
const NEW = `cfat_${'a1B2c3D4'.repeat(6)}`
const GLOBAL = '0123456789abcdef0123456789abcdef01234'
const SHA_1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const SHA_256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const ID = 'ed17574386854bf78a67040be0a770b0'

test.each([
  ['a comment above the body', (secret: string) => `// ${secret} key\n{"name": "CI"}`],
  ['a comment in the body', (secret: string) => `{\n  // the key is ${secret}\n  "name": "CI"\n}`],
  ['a name in words', (secret: string) => `{"name": "key ${secret}!"}`],
  ['a name of two sentences', (secret: string) => `{"name": "My token is ${secret}. Please"}`],
  ['a name that ends with it', (secret: string) => `{"name": "CI: ${secret}."}`],
  ['a name in brackets', (secret: string) => `{"name": "(${secret})"}`],
  ['the second line of a text', (secret: string) => JSON.stringify({ note: `Hi,\n${secret}\nbye` })],
  ['a text inside of a text', (secret: string) => JSON.stringify(JSON.stringify({ note: `Hi\t${secret}` }))],
  ['an address', (secret: string) => `{"name": "https://${secret}@host/x"}`],
  ['an address with a password', (secret: string) => `{"name": "https://${secret}:x-oauth-basic@host/x"}`],
])('%s shows no secret, and the rest stays as it is', (_, textWith) => {
  for (const secret of [OLD, GLOBAL, NEW]) {
    expect(redactSecrets(textWith(secret))).toEqual({ text: textWith('[secret removed]'), removed: 1 })
  }
})

test('characters that hide inside a secret go with it', () => {
  const hidden = [`${NEW.slice(0, 9)}\u200B${NEW.slice(9)}`, `${NEW.slice(0, 30)}\u200D\u{E0061}${NEW.slice(30)}`]
  for (const secret of [...hidden, `${OLD.slice(0, 20)}\u00AD${OLD.slice(20)}`]) {
    expect(redactSecrets(`{"na\u200Bme": "${secret}\u200B"}`).text).toBe('{"na\u200Bme": "[secret removed]\u200B"}')
    expect(looksLikeSecret(`my ${secret}`)).toBe(true)
  }
})

test.each([
  [`{"data": "${SHA_256}"}`],
  [`{"name": "Deploys ${SHA_1}, ${SHA_256}."}`],
  [`// account ${ID}, commit ${SHA_1}\n{"id": "${ID}"}`],
  [`{"id": "f9a1c3f0-5f0e-4c9e-9d2b-1f2e3d4c5b6a", "permission_groups": [{"id": "${ID}"}]}`],
  [`{"resources": {"com.cloudflare.edge.r2.bucket.${ID}_default_A1b2-C3d4-${ID}": "*"}}`],
  [`{"resources": {"com.cloudflare.edge.worker.script.A1b2C3d4E5f6${ID}": "*"}}`],
  ['{"name": "ProductionDeployTokenForTheEdgeTeam2026x"}'],
  ['{"name": "Use ProductionDeployTokenForTheEdgeTeam2026x."}'],
  [`{"dsn": "https://${ID}@o1.ingest.example/2"}`],
  ['{"name": "https://production-deploy-user-of-the-edge-team@host/x"}'],
  ['{"name": "https://www.example/a1B2c3D4a1B2c3D4a1B2c3D4a1B2c3D4a1B2c3D4.html"}'],
])('%s holds no secret', (text) => {
  expect(redactSecrets(text)).toEqual({ text, removed: 0 })
})
