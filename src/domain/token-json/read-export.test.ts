import { describe, expect, test } from 'vitest'
import { readExport } from './read-export.ts'
import { forAccount } from './token-account.ts'
import { A, B, asText, body, json, policy, readAs, stored, TOKENS_URL, ZONES } from './testing.ts'

describe('all tokens of a text are found, and the account they are of', () => {
  test.each([
    ['an answer of details', json({ success: true, result: stored }), 'answer', 1],
    ['an answer of a create', json({ success: true, result: { ...stored, value: 'x' } }), 'answer', 1],
    ['an answer of a list', json({ success: true, result: [stored, stored], result_info: {} }), 'answer', 2],
    [
      'two answers in one list',
      json([
        { success: true, result: [stored] },
        { success: true, result: stored },
      ]),
      'answer',
      2,
    ],
    ['a list', json([stored, body]), 'answer', 2],
    ['a token a line', `${json(stored)}\n${json(stored)}\n`, 'answer', 2],
    ['a body', json(body), 'body', 1],
    ['an own export', json({ account_id: A, tokens: [stored, stored] }), 'export', 2],
    ['a body with comments', `// mine\n${json(body).slice(0, -1)},}`, 'body', 1],
    ['a body in a fence', `Use this:\n\n\`\`\`json\n${json(body)}\n\`\`\`\n`, 'body', 1],
    ['a body with a byte order mark', `\uFEFF${json(body)}`, 'body', 1],
    [
      'a state of version 4',
      json({
        version: 4,
        resources: [
          { type: 'cloudflare_zone', instances: [{ attributes: { name: 'x' } }] },
          {
            type: 'cloudflare_account_token',
            name: 'a',
            instances: [{ attributes: { ...body, policies: [asText], account_id: A, value: 'x', condition: null } }],
          },
          {
            type: 'cloudflare_account_token',
            name: 'b',
            instances: [
              { index_key: 'x', attributes: body },
              { index_key: 1, attributes: body },
            ],
          },
        ],
      }),
      'terraform',
      3,
    ],
    [
      'a show of a state, with a module',
      json({
        values: {
          root_module: {
            resources: [{ type: 'cloudflare_account_token', address: 'x.y', values: body }],
            child_modules: [{ resources: [{ type: 'cloudflare_account_token', values: body }], child_modules: [] }],
          },
        },
      }),
      'terraform',
      2,
    ],
    [
      'a plan, which names each token thrice',
      json({
        planned_values: { root_module: { resources: [{ type: 'cloudflare_account_token', values: body }] } },
        resource_changes: [{ type: 'cloudflare_account_token', change: { after: body } }],
        prior_state: { values: { root_module: { resources: [{ type: 'cloudflare_account_token', values: body }] } } },
      }),
      'terraform',
      1,
    ],
    [
      'changes of a plan',
      json({
        resource_changes: [
          { type: 'cloudflare_account_token', change: { after: body } },
          { type: 'cloudflare_account_token', change: { before: body, after: null } },
        ],
      }),
      'terraform',
      2,
    ],
    ['a .tf.json', json({ resource: { cloudflare_account_token: { a: body, b: [body] } } }), 'terraform', 2],
    ['a .tf.json with lists', json({ resource: [{ cloudflare_account_token: [{ a: body }] }] }), 'terraform', 1],
    [
      'a state of provider 4',
      json({
        version: 4,
        resources: [
          {
            type: 'cloudflare_api_token',
            name: 'u',
            instances: [
              {
                attributes: {
                  name: body.name,
                  policy: [
                    { effect: 'allow', permission_groups: ['4755a26eedb94da69e1066d98aa820be'], resources: ZONES },
                  ],
                  condition: [],
                },
              },
            ],
          },
        ],
      }),
      'terraform',
      1,
    ],
    [
      'Pulumi',
      json({
        version: 3,
        deployment: {
          resources: [
            { type: 'pulumi:pulumi:Stack' },
            {
              type: 'cloudflare:index/accountToken:AccountToken',
              urn: 'urn:x::ci',
              outputs: {
                accountId: A,
                name: body.name,
                policies: [
                  {
                    effect: 'allow',
                    permissionGroups: [{ id: '4755a26eedb94da69e1066d98aa820be' }],
                    resources: json(ZONES),
                  },
                ],
              },
            },
          ],
        },
      }),
      'terraform',
      1,
    ],
    [
      'HAR',
      json({
        log: {
          entries: [
            { request: { url: TOKENS_URL, postData: { text: json(body) } } },
            { request: { url: 'https://x' } },
          ],
        },
      }),
      'http',
      1,
    ],
    [
      'Postman',
      json({ info: {}, item: [{ item: [{ request: { url: { raw: TOKENS_URL }, body: { raw: json(body) } } }] }] }),
      'http',
      1,
    ],
  ])('%s', (_, text, from, count) => {
    expect(readAs(text)).toMatchObject({
      from,
      tokens: Array.from({ length: count }, () => body),
      accounts: Array.from({ length: count }, () => A),
    })
  })

  test.each([
    [`curl "https://x/accounts/$ACCOUNT_ID/tokens" -d '${json(body).replaceAll(A, "'$ACCOUNT_ID'")}'`, '$ACCOUNT_ID'],
    [json(body).replaceAll(A, '<ACCOUNT_ID>'), '<ACCOUNT_ID>'],
    [`curl ${TOKENS_URL} -d '{"name":"k","policies":[]}'`, A],
    [json({ ...stored, account_id: B, policies: [] }), B],
    [
      json({
        name: 'r2',
        policies: [{ ...policy, resources: { [`com.cloudflare.edge.r2.bucket.${B}_eu_logs`]: '*' } }],
      }),
      B,
    ],
    [
      json({ name: 'two', policies: [policy, { ...policy, resources: { [`com.cloudflare.api.account.${B}`]: '*' } }] }),
      null,
    ],
    [
      json({ name: 'zone', policies: [{ ...policy, resources: { [`com.cloudflare.api.account.zone.${B}`]: '*' } }] }),
      null,
    ],
  ])('the account of %s is %s', (text, account) => {
    expect(readAs(text)).toMatchObject({ accounts: [account] })
  })

  test('a token of another account, or of a place for one, can be made one of this', () => {
    for (const from of [A, '$ACCOUNT_ID', '<ACCOUNT_ID>']) {
      const foreign = JSON.parse(json({ ...body, name: from }).replaceAll(A, from)) as Record<string, unknown>
      expect(forAccount(foreign, from, B)).toEqual({ ...JSON.parse(json(body).replaceAll(A, B)), name: from })
    }
    const bucket = {
      name: 'x',
      policies: [{ ...policy, resources: { [`com.cloudflare.edge.r2.bucket.${A}_eu_logs`]: '*' } }],
    }
    expect(json(forAccount(bucket, A, B))).toContain(`com.cloudflare.edge.r2.bucket.${B}_eu_logs`)
  })

  test('two tokens of a state have their addresses, and entries that are none are counted', () => {
    const read = readExport(
      json({
        version: 4,
        resources: [
          {
            type: 'cloudflare_account_token',
            module: 'module.m',
            name: 'b',
            instances: [{ index_key: 'x', attributes: body }],
          },
        ],
      }),
    )
    expect(read).toMatchObject({ tokens: [{ place: 'module.m.cloudflare_account_token.b["x"]' }] })
    expect(readExport(json({ tokens: [stored, { id: 'x' }, 7] }))).toMatchObject({
      notes: ['2 entries aren’t tokens and are left out.'],
    })
  })
})

test('a field of Pulumi keeps its name, also one that every object inherits', () => {
  const type = 'cloudflare:index/accountToken:AccountToken'
  const outputs = { name: 'n', policies: [], constructor: 'c', condition: { requestIp: { ins: ['192.0.2.1/32'] } } }
  expect(readAs(json({ deployment: { resources: [{ type, urn: 'x', outputs }] } }))).toMatchObject({
    tokens: [{ constructor: 'c', condition: { request_ip: { in: ['192.0.2.1/32'] } } }],
  })
})

test.each([['\n'], ['#\n'], ['// a\n']])('a text with millions of %j is read', (line) => {
  expect(readAs(`#\n${line.repeat(2_000_000)}`)).toContain('isn’t JSON')
})

test.each([
  ['one value', (text: string) => `[${text}]`],
  ['values on lines of their own', (text: string) => `${text}\n${text}`],
])('a key that is set twice in a long text is refused: %s', (_, around) => {
  const token = `{"name":"n","policies":[],"comment":"${'x'.repeat(1024 * 1024)}","name":"m"}`
  expect(readAs(around(token))).toBe('“name” is set twice.')
  expect(readAs(around(token.replace(',"name":"m"', '')))).toMatchObject({ tokens: { length: expect.any(Number) } })
})
