import { describe, expect, test } from 'vitest'
import { A, asText, json, policy, readAs } from './testing.ts'

const MARK = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270' }
const shown = (value: unknown) => ({ ...MARK, plaintext: json(value) })
const encrypted = { ...MARK, ciphertext: 'AAABAA==' }
const written = { effect: 'allow', permissionGroups: policy.permission_groups, resources: asText.resources }
const state = (outputs: object) =>
  json({
    version: 3,
    deployment: {
      resources: [
        {
          urn: 'urn:pulumi:dev::app::cloudflare:index/accountToken:AccountToken::ci',
          type: 'cloudflare:index/accountToken:AccountToken',
          outputs: { name: 'ci', accountId: A, policies: [written], ...outputs },
        },
      ],
    },
  })

describe('a secret of a Pulumi state', () => {
  test.each([
    ['as a whole', { policies: shown([written]) }],
    ['in a part', { policies: [{ ...written, resources: shown(asText.resources) }] }],
    ['in the name', { name: shown('ci') }],
    ['that is the value of the token', { value: encrypted }],
  ])('%s is read where its text is there', (_, outputs) => {
    expect(readAs(state(outputs))).toEqual({
      from: 'terraform',
      tokens: [{ name: 'ci', policies: [policy] }],
      accounts: [A],
    })
  })

  test('hides no limit', () => {
    const condition = shown({ requestIp: { ins: ['192.0.2.0/24'], notIns: ['192.0.2.1/32'] } })
    const limits = { request_ip: { in: ['192.0.2.0/24'], not_in: ['192.0.2.1/32'] } }
    expect(readAs(state({ condition }))).toMatchObject({ tokens: [{ condition: limits }] })
  })

  test.each([
    ['policies', { policies: encrypted }],
    ['policies', { policies: [{ ...written, resources: encrypted }] }],
    ['policies', { policies: shown([encrypted]) }],
    ['condition', { condition: { requestIp: { ins: ['04da6b54-80e4-46f7-96ec-b56ff0331ba9'] } } }],
    ['name', { name: '04da6b54-80e4-46f7-96ec-b56ff0331ba9' }],
  ])('in “%s” that is not there is named', (key, outputs) => {
    expect(readAs(state(outputs))).toContain(
      `Left out: ci: “${key}” is encrypted or unknown. Use the output of “pulumi stack export --show-secrets” instead.`,
    )
  })
})
