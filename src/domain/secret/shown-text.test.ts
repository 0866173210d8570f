import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REMOVED, redactSecrets } from './redact.ts'
import { shownText } from './shown-text.ts'

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
  ['UTF-16', Array.from(`api_token=${OLD}`).join('\0')],
])('a secret is found between escaped signs: %s', (_, text) => {
  const { text: clean, removed } = redactSecrets(text)
  expect(removed).toBe(1)
  expect(clean).toContain(REMOVED)
  for (const secret of [OLD, NEW, GLOBAL]) expect(clean.replaceAll('\0', '')).not.toContain(secret)
})

test('what is around it stays as it came', () => {
  expect(redactSecrets(String.raw`{"env":"A_TOKEN\u003d${OLD}\u0026a\u003db"}`).text).toBe(
    String.raw`{"env":"A_TOKEN\u003d${REMOVED}\u0026a\u003db"}`,
  )
})

test('every place in a shown text is where its character came from', () => {
  const piece = fc.constantFrom('a', 'b', '\u200b', '\0', String.raw`\u0022`, String.raw`\\x3d`, '%22', '%', '\\')
  fc.assert(
    fc.property(fc.array(piece), fc.nat(), fc.nat(), (pieces, from, more) => {
      const text = pieces.join('')
      const { shown, placeOf } = shownText(text)
      const start = Math.min(from, shown.length)
      const end = Math.min(start + 1 + more, shown.length)
      if (end <= start) return
      const part = text.slice(placeOf(start, 'start'), placeOf(end, 'end'))
      expect(shownText(part).shown).toBe(shown.slice(start, end))
      // Hidden characters at its sides are no part of it.
      expect(part).not.toMatch(/^[\u200b\0]|[\u200b\0]$/)
    }),
    { numRuns: 1000 },
  )
})

test('a long text of escapes and backslashes takes little time', () => {
  for (const text of ['\\'.repeat(200_000), String.raw`\u0022`.repeat(50_000), `%22${OLD}`.repeat(2000)])
    expect(redactSecrets(text).removed).toBeGreaterThanOrEqual(0)
})
