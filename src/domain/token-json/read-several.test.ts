import { expect, test } from 'vitest'
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
  ['the answers in a HAR file', answers({ text: json({ success: true, result: [body, body] }) }, { text: '' }), 2],
  [
    'an answer that a HAR file has in base64',
    answers({ encoding: 'base64', text: Buffer.from(json({ result: body })).toString('base64') }),
    1,
  ],
  ['values of several lines, one after the other', `${pretty(stored)}\n${pretty(stored)}\n`, 2],
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
