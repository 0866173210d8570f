import { expect, test } from 'vitest'
import { REMOVED, redactSecrets } from './redact.ts'

// None of these is a real secret; each only has the format.
const OLD = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
const NEW = `cfat_${'a1B2c3D4'.repeat(6)}`
const GLOBAL = '0123456789abcdef0123456789abcdef01234'

test.each([
  ['JSON in a log of PHP', String.raw`{"log":"{\u0022value\u0022:\u0022${OLD}\u0022}"}`],
  ['JSON in a log of nginx', String.raw`"{\x22X-Auth-Key\x22: \x22${GLOBAL}\x22}" 200`],
  ['a token in it', String.raw`{"body":"{\x22a\x22:\x22${NEW}\x22}"}`],
  ['a text of Gson', String.raw`{"env":"CF_API_TOKEN\u003d${OLD}\u0026a\u003db"}`],
  ['a text of Gson, the global key', String.raw`{"env":"CF_API_KEY\u003d${GLOBAL}"}`],
  ['XML in JSON of Go', String.raw`{"xml":"\u003capiToken\u003e${OLD}\u003c/apiToken\u003e"}`],
  ['escaped twice', String.raw`{"a":"{\"b\":\"\\u0022value\\u0022:\\u0022${OLD}\\u0022\"}"}`],
  ['an address', `https://x.example/?q=%7B%22X-Auth-Key%22%3A%22${GLOBAL}%22%7D&x=1`],
])('a secret is found between escaped signs: %s', (_, text) => {
  const { text: clean, removed } = redactSecrets(text)
  expect(removed).toBe(1)
  expect(clean).toContain(REMOVED)
  for (const secret of [OLD, NEW, GLOBAL]) expect(clean).not.toContain(secret)
})

test('what is around it stays as it came', () => {
  expect(redactSecrets(String.raw`{"env":"A_TOKEN\u003d${OLD}\u0026a\u003db"}`).text).toBe(
    String.raw`{"env":"A_TOKEN\u003d${REMOVED}\u0026a\u003db"}`,
  )
})

test('a long text of escapes and backslashes takes little time', () => {
  for (const text of ['\\'.repeat(200_000), String.raw`\u0022`.repeat(50_000), `%22${OLD}`.repeat(2000)])
    expect(redactSecrets(text).removed).toBeGreaterThanOrEqual(0)
})
