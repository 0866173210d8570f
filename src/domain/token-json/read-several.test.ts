import { expect, test } from 'vitest'
import { readExport } from './read-export.ts'
import { A, body, json, readAs, stored, TOKENS_URL, ZONES } from './testing.ts'

const pretty = (value: unknown) => JSON.stringify(value, null, 2)
const answers = (...contents: unknown[]) =>
  json({ log: { entries: contents.map((content) => ({ request: { url: TOKENS_URL }, response: { content } })) } })

test.each(['[user@host ~]$', '[root@host dir]#', 'user@host:~/a$', 'user@host ~ %', 'root@a.example:/#', '$'])(
  'a command and its answer after the prompt %s are read',
  (prompt) => {
    const sent = `${prompt} curl ${TOKENS_URL} -d '${json(body)}'\n{"success": true}\n${prompt} `
    expect(readAs(sent)).toMatchObject({ from: 'curl', tokens: [body] })
    const answered = `${prompt} curl ${TOKENS_URL}\n${pretty({ result: [body, body] })}\n${prompt}`
    expect(readAs(answered)).toMatchObject({ from: 'answer', tokens: [body, body] })
  },
)

test.each([
  '> ',
  '>>> ',
  '❯ ',
  '~ ❯ ',
  'λ ',
  '➜  ~ ',
  '➜  repo git:(main) ✗ ',
  'PS> ',
  String.raw`PS C:\Users\x> `,
  'PS /home/x> ',
  String.raw`C:\Users\x>`,
  'bash-5.1$ ',
  'sh-4.2# ',
  '/ # ',
  '~/repo $ ',
  'host:~ user$ ',
  '(venv) user@host:~$ ',
  '  501  ',
  '1. ',
  '- ',
  '+ ',
  '!',
])('a command is read after %s', (prompt) => {
  expect(readAs(`${prompt}curl ${TOKENS_URL} -d '${json(body)}'`)).toMatchObject({ from: 'curl', tokens: [body] })
  const long = `${prompt}sudo curl -X POST \\\n  ${TOKENS_URL} \\\n  -d '${json(body)}'\n${prompt}`
  expect(readAs(long)).toMatchObject({ from: 'curl', tokens: [body] })
})

test('a command in a comment is none', () => {
  for (const comment of ['# ', '#', 'ls # ', '  # > '])
    expect(readExport(`${comment}curl ${TOKENS_URL} -d '${json(body)}'`)).toHaveProperty('problem')
})

test.each([
  ['the answers in a HAR file', answers({ text: json({ success: true, result: [body, body] }) }, { text: '' }), 2],
  [
    'an answer that a HAR file has in base64',
    answers({ encoding: 'base64', text: Buffer.from(json({ result: body })).toString('base64') }),
    1,
  ],
  ['values of several lines, one after the other', `${pretty(stored)}\n${pretty(stored)}\n`, 2],
  ['lists one after the other, as of several pages', `${pretty([stored])}\n${pretty([stored, stored])}\n`, 3],
  ['a list a line', `${json([stored])}\n${json([stored])}\n${json(stored)}`, 3],
  ['a value a line', `${json(stored)}\r\n${json(stored)}`, 2],
  [
    'code blocks, each with one',
    ['one', 'two'].map((n) => `${n}:\n\n\`\`\`json\n${pretty(stored)}\n\`\`\`\n`).join(''),
    2,
  ],
  [
    'an answer below its headers',
    `HTTP/2 200 \r\ndate: x\r\ncf-ray: a:b\r\n\r\n${json({ success: true, result: stored })}\r\n`,
    1,
  ],
  [
    'an answer below the headers of several responses',
    `\nHTTP/1.1 200 Connection established\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nDate: x\n\n${pretty([stored, stored])}`,
    2,
  ],
  ['an answer below its command', `$ curl -s ${TOKENS_URL} | jq\n${pretty({ success: true, result: [stored] })}\n`, 1],
  [
    'an answer with headers below its command',
    `$ curl -i ${TOKENS_URL}\nHTTP/2 200\r\ndate: x\r\n\r\n${json({ success: true, result: stored })}\n$ `,
    1,
  ],
  [
    'the bodies of a script that also lists tokens',
    `curl -sG ${TOKENS_URL} -d per_page=50\ncurl --get ${TOKENS_URL} --data-urlencode a=b\ncurl ${TOKENS_URL} -d '${json(body)}'`,
    1,
  ],
  ['JSON below the comments of a script', `# made by hand\n\n  # twice\n${json(body)}`, 1],
  [
    'what Pulumi has still to create',
    json({
      deployment: {
        resources: [
          {
            urn: 'urn:pulumi:dev::p::cloudflare:index/accountToken:AccountToken::ci',
            type: 'cloudflare:index/accountToken:AccountToken',
            inputs: { name: body.name, policies: [{ ...body.policies[0], resources: json(ZONES) }] },
            outputs: {},
          },
        ],
      },
    }),
    1,
  ],
])('every token in %s is read', (_, text, count) => {
  expect(readAs(text)).toMatchObject({
    tokens: Array.from({ length: count }, () => body),
    accounts: Array.from({ length: count }, () => A),
  })
})

test('a command is named, unless a token is below it', () => {
  for (const below of ['', '{\n', '[main]\n', json({ success: true, result: [] })])
    expect(readAs(`curl ${TOKENS_URL}\n${below}`)).toBe('This curl command has no body (-d).')
  expect(readAs(`curl -G ${TOKENS_URL} -d per_page=50`)).toBe('This curl command has no body (-d).')
})

test.each(['---', '---------', '- - -', '===', '***', '____', '~~~~', '────────', '```', '```json', '---\n\n   ====='])(
  'the divider %j above a token is read over, and below it',
  (divider) => {
    for (const text of [`${divider}\n${pretty(stored)}`, `\n${divider}\n\n${json(stored)}\n${divider}\n`])
      expect(readAs(text)).toMatchObject({ tokens: [body] })
    // Two fences are around a block of code.
    const between = /^[`~]/.test(divider) ? '---' : divider
    expect(readAs(`${divider}\n${json(stored)}\n${between}\n${pretty(stored)}`)).toMatchObject({
      tokens: [body, body],
    })
  },
)

test.each([
  ['---------\nname: x', 'This is YAML'],
  ['=====\nname: x\npolicies: []', 'This is YAML'],
  ['---\n# why\nname: x', 'This is YAML'],
  ['-----\n[env]\nname = "x"', 'This is TOML'],
  ['-----BEGIN CERTIFICATE-----\nx', 'This isn’t JSON'],
  [`--data '${json(body)}'`, 'This isn’t JSON'],
  ['-- a note', 'This isn’t JSON'],
  ['1. name: x', 'This isn’t JSON'],
  ['2 tokens', 'This isn’t JSON'],
  ['/accounts/1/tokens', 'This isn’t JSON'],
  ['-1.5e3', 'This JSON isn’t a token'],
  ['-----', 'This isn’t JSON'],
])('%j is named, without a place of JSON', (text, words) => {
  expect(readAs(text)).toContain(words)
  expect(readAs(text)).not.toContain('Unexpected')
})

test('many dividers take no time', () => {
  for (const line of ['-', '- - - x', '---', '--- ', '```'])
    expect(readAs(`${`${line}\n`.repeat(20_000)}x`)).toContain('This isn’t JSON')
})

test.each([
  ['a sentence above it', `Request body:\n${pretty(stored)}`],
  ['a sentence below it', `It was\n${json(stored)}\nand then it failed.`],
  ['a comma behind it', `${pretty(stored)},\n`],
  ['a semicolon behind it', `${json(stored)};`],
  ['as a text in JSON', JSON.stringify(json(stored))],
])('a token with %s is read', (_, text) => {
  expect(readAs(text)).toMatchObject({ tokens: [body] })
})

test('a text around several tokens is named', () => {
  expect(readExport(`Before:\n${pretty(stored)}\nAfter:\n${pretty(stored)}`)).toMatchObject({
    tokens: [{ body }, { body }],
    notes: ['Ignored: text around JSON.'],
  })
  expect(readAs(`Before:\n{"a": 1}`)).toContain('This is')
})

test.each([
  ['a value a line', (twice: string) => `${json(body)}\n${twice}\n`],
  ['in a text', (twice: string) => `First:\n${json(body)}\nThen:\n${twice}\n`],
])('of several values, %s, one with a key twice is left out and named', (_, written) => {
  const twice = `{"name": "b", "policies": [], "condition": {"request_ip": {"in": ["192.0.2.1/32"]}}, "condition": {}}`
  const read = readExport(written(twice))
  expect(read).toMatchObject({ tokens: [{ body }] })
  expect('notes' in read && read.notes.at(-1)).toMatch(
    /^Left out: value 2, line 1, column \d+: “condition” is set twice/,
  )
  expect(readExport(`${twice}\n${twice}`)).toMatchObject({ problem: expect.stringMatching(/^Value 1, line 1/) })
})
