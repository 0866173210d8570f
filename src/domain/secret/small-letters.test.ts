import { describe, expect, test } from 'vitest'
import { redactSecrets } from './redact.ts'

// None of these is a real secret; each only has the format.
const LOWER = 'q7w2e9r4t1y6u3i8o5p0a2s7d4f9g1h6j3k8l5zx'
const OLD = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
const S3 = '3b1f6c0d9a8e47525d1c0f7e6b9a8d4c2f1e0b3a5c6d7e8f9a0b1c2d3e4f5a6b'
const SHA_1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const ID = 'ed17574386854bf78a67040be0a770b0'

describe('a secret is taken out of', () => {
  test.each([
    ['an f-string', `token = f"${LOWER}"`, LOWER],
    ['an f-string of an argument', `Cloudflare(api_token=f'${LOWER}')`, LOWER],
    ['an f-string of a header', `headers = {"X-Auth-Key": f"${LOWER}"}`, LOWER],
    ['an f-string with a scheme', `headers = {"Authorization": f"Bearer ${LOWER}"}`, LOWER],
    ['bytes', `API_TOKEN = rb"${LOWER}"`, LOWER],
    ['a string of C#', `var apiToken = @"${LOWER}";`, LOWER],
    ['a variable by its name', `os.environ["CF_API_TOKEN"] = "${LOWER}"`, LOWER],
    ['a header by its name', `headers['X-Auth-Key'] = f'${LOWER}'`, LOWER],
    ['a pair with a slash', `${ID}/${S3}`, S3],
    ['a pair with a slash in a sentence', `The key is ${ID}/${S3}.`, S3],
    ['a pair with a slash in JSON', `{"pair":"${ID}/${S3}"}`, S3],
    ['a pair with an escaped slash', String.raw`{"pair":"${ID}\/${S3}"}`, S3],
    ['an ID and a token', `${ID}/${OLD}`, OLD],
    ['an ID and a token of small letters', `r2: ${ID}/${LOWER}`, LOWER],
  ])('%s', (_, text, secret) => {
    expect(redactSecrets(text)).toEqual({ text: text.replace(secret, '[secret removed]'), removed: 1 })
  })
})

test.each([
  [`token = f"{prefix}{api_token_2026_of_the_team}"`],
  [`token = f"{os.environ['CLOUDFLARE_API_TOKEN']}"`],
  [`headers = {"Authorization": f"Bearer {token}"}`],
  [`TOKEN = r"^[a-z0-9]{40}$"`],
  [`token_name = f"${LOWER}"`],
  [`token = f"production-2026-07-eu-west-1-of-the-team-2"`],
  [`os.environ["CF_API_TOKEN"] = os.environ["TOKEN"]`],
  [`headers["X-Auth-Key"] = key`],
  [`${ID}/${SHA_1}`],
  [`${ID}/${ID}`],
  [`https://a.example/${ID}/${S3}`],
  [`s3://logs/${ID}/${S3}`],
  [`cache/${ID}/${S3}`],
  [`${ID}/${S3}.js`],
  [`terraform import cloudflare_workers_script.a ${ID}/ProductionDeployWorkerForTheEdgeTeam2026`],
  [`terraform import cloudflare_workers_script.a ${ID}/production-2026-07-eu-west-1-of-the-team`],
])('%s holds no secret', (text) => {
  expect(redactSecrets(text)).toEqual({ text, removed: 0 })
})
