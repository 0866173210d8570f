import { describe, expect, test } from 'vitest'
import { body, json, policy, readAs } from './testing.ts'

const address = 'cloudflare_account_token.ci'
const type = 'cloudflare_account_token'
const resource = (after: object) => ({
  planned_values: { root_module: { resources: [{ address, type, values: after }] } },
})
const changes = (after: object, after_unknown: object) => ({
  resource_changes: [{ address, type, change: { actions: ['create'], after, after_unknown } }],
})
/** A plan as Terraform prints it, and one with the changes alone. */
const plans = (after: object, unknown: object) => [
  json({ ...resource(after), ...changes(after, unknown) }),
  json(changes(after, unknown)),
]

describe('a token of a plan whose arguments are not all known is left out', () => {
  test.each([
    ['name', { name: true }],
    ['policies', { policies: true }],
    ['policies', { policies: [true] }],
    ['policies', { policies: [{ resources: true }] }],
    ['policies', { policies: [{ id: true, permission_groups: [{ id: true, name: true }] }] }],
    ['policy', { policy: [{ permission_groups: [true] }] }],
    ['condition', { condition: { request_ip: { in: true } } }],
    ['condition', { condition: { request_ip: { not_in: [false, true] } } }],
    ['condition', { condition: [{ request_ip: [{ in: [true] }] }] }],
    ['condition', { condition: true }],
    ['condition', { condition: [true] }],
    ['condition', { condition: { request_ip: true } }],
    ['expires_on', { expires_on: true }],
    ['not_before', { not_before: true }],
  ])('%s: %j', (argument, unknown) => {
    for (const plan of plans(body, { id: true, value: true, ...unknown }))
      expect(readAs(plan)).toContain(
        `Left out: ${address}: “${argument}” is unknown before Terraform applies the plan.`,
      )
  })
})

test.each([
  [{}],
  [{ id: true, value: true, status: true }],
  [{ id: true, value: true, issued_on: true, modified_on: true, last_used_on: true }],
  [{ policies: [{ id: true, permission_groups: [{ name: true }], resources: {} }] }],
  [{ condition: { request_ip: { in: [false], not_in: [] } } }],
])('what the API sets itself may be unknown: %j', (unknown) => {
  for (const plan of plans({ ...body, policies: [policy] }, unknown))
    expect(readAs(plan)).toMatchObject({ from: 'terraform', tokens: [body] })
})

test('one that is left out takes no other with it', () => {
  const both = {
    planned_values: {
      root_module: {
        resources: [
          { address: 'a', type, values: body },
          { address: 'b', type, values: { name: 'b', policies: [] } },
        ],
      },
    },
    resource_changes: [{ address: 'b', type, change: { after_unknown: { policies: true } } }],
  }
  expect(readAs(json(both))).toMatchObject({ tokens: [body] })
})

describe('a condition that is unknown as a whole', () => {
  const plan = (expressions: object, actions: string[]) =>
    json({
      ...resource(body),
      resource_changes: [{ address, type, change: { actions, after: body, after_unknown: { condition: true } } }],
      configuration: { root_module: { resources: [{ address, expressions }] } },
    })

  test('is none for a new token whose configuration does not set it', () => {
    expect(readAs(plan({ name: {} }, ['create']))).toMatchObject({ tokens: [body] })
  })

  test.each([
    ['the configuration sets it', { name: {}, condition: { references: ['local.limit'] } }, ['create']],
    ['the token exists', { name: {} }, ['update']],
    ['the token is replaced', { name: {} }, ['delete', 'create']],
  ])('is unknown where %s', (_, expressions, actions) => {
    expect(readAs(plan(expressions, actions))).toContain(`Left out: ${address}: “condition” is unknown`)
  })

  test('is looked up in the module of a copy', () => {
    const inModule = `module.a["x.y"].module.b[0].${address}`
    const change = { actions: ['create'], after: body, after_unknown: { condition: true } }
    const read = (expressions: object) =>
      readAs(
        json({
          resource_changes: [{ address: inModule, type, change }],
          configuration: {
            root_module: {
              module_calls: {
                a: { module: { module_calls: { b: { module: { resources: [{ address, expressions }] } } } } },
              },
            },
          },
        }),
      )
    expect(read({})).toMatchObject({ tokens: [body] })
    expect(read({ condition: {} })).toContain('“condition” is unknown')
  })
})
