import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathText, readJsonText } from './json-text.ts'
import { placeInBody, readTokenBody } from './read-token-body.ts'
import { takeOutToken } from './take-out-token.ts'

const problemOf = (text: string) => {
  const read = readJsonText(text)
  return read.ok ? null : read.problem
}

describe('the reader of JSON', () => {
  test.each([
    ['', 1, 1, 'no JSON here yet'],
    ['{"name": "a",', 1, 14, 'ends too early'],
    ['{"policies": [1, 2', 1, 19, 'ends too early'],
    ['{"name": "never clo', 1, 20, 'ends too early'],
    ['{\n  "a": 1,\n}', 3, 1, '“}” does not belong'],
    ['{"a" 1}', 1, 6, '“1” does not belong'],
    ['{"a": 1} {}', 1, 10, '“{” does not belong'],
    ['{a: 1}', 1, 2, '“a” does not belong'],
    ['// no\n{}', 1, 1, '“/” does not belong'],
    ["{'a': 1}", 1, 2, 'does not belong'],
    ['{"a": 1, "b": {"c": 1, "c": 2}}', 1, 24, '“c” stands here a second time'],
  ])('%j is refused at line %i, column %i', (text, line, column, words) => {
    expect(problemOf(text)).toMatchObject({ line, column, message: expect.stringContaining(words) })
  })

  test('a megabyte is refused before it is read', () => {
    expect(problemOf(`"${'x'.repeat(1024 * 1024)}"`)?.message).toBe(
      '1,024 kB are too much for one token; the limit here is 256 kB.',
    )
  })

  test('it takes what the platform takes, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const read = readJsonText(text)
        // A repeated key is the one thing it takes no side on.
        if (read.ok) expect(read.value).toEqual(JSON.parse(text))
        else expect(read.problem.message).toContain('second time')
      }),
    )
  })

  test('no text whatever throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readJsonText(text).ok === 'boolean'))
  })

  test('a path reads as one writes it in code', () => {
    expect(pathText(['policies', 0, 'resources', 'com.x'])).toBe('policies[0].resources["com.x"]')
  })
})

describe('the reader of a token', () => {
  test.each([
    ['[]', '', 'A token is an object'],
    ['"text"', '', 'A token is an object'],
    ['{"name": 7}', 'name', 'text in quotes'],
    ['{"policies": {}}', 'policies', 'a list'],
    ['{"policies": [null]}', 'policies[0]', 'an object'],
    ['{"policies": [{"permission_groups": [], "resources": {}}]}', 'policies[0].effect', '"effect"'],
    [
      '{"policies": [{"effect": "allow", "permission_groups": [{}], "resources": {}}]}',
      'policies[0].permission_groups[0]',
      '"id"',
    ],
    ['{"policies": [{"effect": "allow", "permission_groups": []}]}', 'policies[0].resources', '"resources"'],
    [
      '{"policies": [{"effect": "allow", "permission_groups": [], "resources": {"k": 1}}]}',
      'policies[0].resources.k',
      '"*"',
    ],
    ['{"condition": {"request_ip": {"in": ["999.1.1.1"]}}}', 'condition.request_ip.in[0]', '999.1.1.1'],
    ['{"condition": {"request_ip": {"not_in": "x"}}}', 'condition.request_ip.not_in', 'a list'],
    ['{"expires_on": "soon"}', 'expires_on', '2027-01-31T00:00:00Z'],
  ])('%s is refused at %s', (text, path, words) => {
    const read = readTokenBody(text)
    expect(read).toMatchObject({ ok: false, problems: [{ path, message: expect.stringContaining(words) }] })
  })

  test('every problem has its own line', () => {
    const read = readTokenBody('{\n  "name": 1,\n  "expires_on": 2\n}')
    expect(read).toMatchObject({ ok: false, problems: [{ line: 2 }, { line: 3 }] })
  })

  test('keys the app does not know are kept', () => {
    const read = readTokenBody('{"name": "n", "labels": {"team": "edge"}, "condition": {"geo": "DE"}}')
    expect(read).toMatchObject({
      ok: true,
      body: { extra: { labels: { team: 'edge' } }, wireCondition: { geo: 'DE' } },
    })
  })

  test('a later problem finds its place', () => {
    expect(placeInBody('{\n "policies": [\n  {} ]}', ['policies', 0, 'permission_groups'], 'x')).toEqual({
      line: 3,
      column: 3,
      path: 'policies[0].permission_groups',
      message: 'x',
    })
  })
})

const policy = {
  effect: 'allow',
  permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f' }],
  resources: { 'com.cloudflare.api.account.zone.a': '*' },
}
const asAnswered = {
  ...policy,
  id: 'f267e341f3dd4697bd3b9f71dd96247f',
  permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f', name: 'Zone Read' }],
}
const body = { name: 'it’s “mine”', policies: [policy] }
const asShell = JSON.stringify({ ...body, name: "it's" }).replaceAll("'", String.raw`'\''`)

describe('taking a token out of what is pasted', () => {
  test.each([
    [
      'an envelope',
      { success: true, result: { ...body, id: '1', value: 'x', policies: [asAnswered] } },
      'answer',
      body,
    ],
    ['a list', { result: [{ ...body, id: '1' }, { name: 'second' }] }, 'answer', body],
    ['a bare token', { ...body, issued_on: '2026-01-01T00:00:00Z' }, 'answer', body],
    [
      'a state',
      {
        resources: [
          { type: 'other' },
          {
            type: 'cloudflare_account_token',
            instances: [
              {
                attributes: {
                  ...body,
                  id: '1',
                  condition: null,
                  policies: [{ ...policy, resources: JSON.stringify(policy.resources) }],
                },
              },
            ],
          },
        ],
      },
      'terraform',
      body,
    ],
    [
      'a show',
      { values: { root_module: { resources: [{ type: 'cloudflare_account_token', values: body }] } } },
      'terraform',
      body,
    ],
    [
      'a plan',
      { resource_changes: [{ type: 'cloudflare_account_token', change: { after: body } }] },
      'terraform',
      body,
    ],
    ['a .tf.json', { resource: { cloudflare_account_token: { deploy: body } } }, 'terraform', body],
  ])('%s of JSON', (_, pasted, from, expected) => {
    expect(takeOutToken(JSON.stringify(pasted))).toMatchObject({ from, body: expected })
  })

  test.each([
    [`curl https://x -H 'A: b' -d '${asShell}'`, "it's"],
    [`curl -X POST https://x \\\n  --json '${asShell}'`, "it's"],
    [String.raw`curl https://x --data "{\"name\": \"n\"}"`, 'n'],
    [String.raw`$ curl https://x --data-raw='{"name": "n"}' -s`, 'n'],
  ])('the command %s', (command, name) => {
    expect(takeOutToken(command)).toMatchObject({ from: 'curl', body: { name } })
  })

  test.each([['{"name": "n"}'], ['{"name": "n", "policies": []}'], ['[]'], ['curl https://x'], ['no JSON'], ['']])(
    '%j is none of these',
    (text) => {
      expect(takeOutToken(text)).toBeNull()
    },
  )

  test('what an answer has and no request takes is left out, and named', () => {
    expect(takeOutToken(JSON.stringify({ result: { ...body, id: '1', issued_on: 'x' } }))?.leftOut).toEqual([
      'id',
      'issued_on',
    ])
  })
})
