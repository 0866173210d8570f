import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactSecrets } from './redact.ts'

const charactersOf = (alphabet: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: length, maxLength: length })
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** The first token format: random characters. All but one in ten thousand have digits in several places. */
const token = charactersOf(`${LETTERS}0123456789-_`, 40).filter(
  (text) => /[a-z]/.test(text) && /[A-Z]/.test(text) && (text.match(/\d+/g)?.length ?? 0) > 1,
)
const standIn = fc
  .tuple(token, fc.constantFrom('my_', 'MY-', 'Todo', 'Your', 'dUMmy'))
  .map(([text, words]) => `${text.slice(0, 8)}4x${words}7${text.slice(11 + words.length)}`)
const hex = (length: number) => charactersOf('0123456789abcdef', length)
const prefixed = (prefix: string) => charactersOf(`${LETTERS}0123456789`, 48).map((rest) => prefix + rest)

test.each([
  ['the answer of a roll', (secret: string) => `{"success":true,"errors":[],"result":"${secret}"}`, token],
  ['the answer of a roll in lines', (secret: string) => `{\n  "result": "${secret}",\n  "success": true\n}`, token],
  ['a header of the global key', (secret: string) => `X-Auth-Key: ${secret}`, hex(37)],
  ['the same among others', (secret: string) => `X-Auth-Email: a@b.example\r\nX-Auth-Key: ${secret}\r\n`, hex(37)],
  ['the same for curl', (secret: string) => `curl https://x -H 'X-Auth-Key: ${secret}' -d '{}'`, hex(37)],
  ['a variable before curl', (secret: string) => `CF_TOKEN=${secret} curl https://x`, token],
  ['an exported variable', (secret: string) => `export TOKEN=${secret}`, token],
  ['an exported one in quotes', (secret: string) => `export TOKEN="${secret}"\ncurl https://x`, token],
  ['a variable of any name', (secret: string) => `VAR=${secret} curl -H "Authorization: Bearer $VAR" https://x`, token],
  ['one of any name, exported', (secret: string) => `export X='${secret}'; curl https://x`, token],
  ['a bare OAuth token', (secret: string) => secret, prefixed('cfoat_')],
  ['an OAuth token in a sentence', (secret: string) => `I got ${secret}, is it new?`, prefixed('cfoat_')],
  ['an S3 secret', (secret: string) => `{"accessKeyId":"a","secretAccessKey":"${secret}"}`, hex(64)],
  ['an S3 secret of a program', (secret: string) => `{ secretAccessKey: '${secret}' }`, hex(64)],
  ['a cookie of curl', (secret: string) => `curl https://x -b 'a=b; __cf_bm=${secret}.x; c=d' -s`, token],
  [
    'a cookie of a HAR file’s header',
    (secret: string) => `{"headers":[{"name":"Cookie","value":"a=b; __cf_bm=${secret}.x; c=d"}]}`,
    token,
  ],
  [
    'a cookie of a HAR file’s list',
    (secret: string) => `{"cookies":[{"name":"__cf_bm","value":"${secret}.1-x","path":"/","httpOnly":true}]}`,
    token,
  ],
  ['a roll whose secret reads like a stand-in', (secret: string) => `{"result":"${secret}"}`, standIn],
  ['a variable whose value reads like one', (secret: string) => `CF_TOKEN=${secret} curl https://x`, standIn],
  ['a bare token that reads like one', (secret: string) => secret, standIn],
] as const)('whatever its value, %s is taken out', (_, paste, value) => {
  fc.assert(
    fc.property(value, (secret) => {
      expect(redactSecrets(paste(secret)).text).not.toContain(secret)
    }),
    { numRuns: 2000 },
  )
})

test('a long chain of names is searched in linear time', () => {
  const secret = 'a1B2'.repeat(10)
  const text = `a ${'token:'.repeat(50_000)}${secret} X-Auth-Key: ${secret}`
  expect(redactSecrets(text).text).not.toContain(secret)
})

const value = charactersOf(`${LETTERS}0123456789`, 17).map((text) => `a1B${text}`)
const fields = fc.shuffledSubarray([
  ['type', 'secret'],
  ['enabled', true],
  ['id', 7],
  ['description', 'of the pipeline'],
] as const)

test('a value and its name may have any order, and other fields between them', () => {
  const pair = fc.tuple(value, fields, fc.constantFrom('name', 'key'), fc.boolean())
  fc.assert(
    fc.property(pair, ([secret, others, key, isFirst]) => {
      const [named, valued] = [
        [key, 'API_TOKEN'],
        ['value', secret],
      ] as const
      const entries = isFirst ? [named, ...others, valued] : [valued, ...others, named]
      const object = Object.fromEntries(entries)
      const yaml = entries.map(([name, one]) => `${name}: ${JSON.stringify(one)}`).join('\n  ')
      for (const text of [JSON.stringify(object), JSON.stringify([object], null, 2), `- ${yaml}`])
        expect(redactSecrets(text).text).not.toContain(secret)
      expect(redactSecrets(JSON.stringify(JSON.stringify(object))).text).not.toContain(secret)
    }),
    { numRuns: 500 },
  )
})

test('the value of another object is not taken for that of a name', () => {
  const text = JSON.stringify([
    { name: 'API_TOKEN', type: 'secret' },
    { value: 'plain', type: 'text', name: 'mode' },
  ])
  expect(redactSecrets(text).text).toBe(text)
})
