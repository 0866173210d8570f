import { describe, expect, test } from 'vitest'
import { lookInside, takeOutToken } from './take-out-token.ts'

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

  test('a text with several tokens offers them all', () => {
    const answer = {
      success: true,
      result: [
        { ...body, id: '1' },
        { ...body, name: 'second', id: '2' },
      ],
    }
    expect(takeOutToken(JSON.stringify(answer))?.tokens.map(({ name }) => name)).toEqual([body.name, 'second'])
  })

  test('a body may have the keys that this request is sent with', () => {
    const text = JSON.stringify({ ...body, id: '1' })
    expect(lookInside(text)).toMatchObject({ from: 'answer' })
    expect(lookInside(text, ['id', 'name'])).toBeNull()
  })

  test('what an answer has and no request takes is left out, and named', () => {
    expect(takeOutToken(JSON.stringify({ result: { ...body, id: '1', issued_on: 'x' } }))?.leftOut).toEqual([
      'id',
      'issued_on',
    ])
  })
})
