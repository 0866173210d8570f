import { describe, expect, test } from 'vitest'
import { readExport } from './read-export.ts'
import { json } from './testing.ts'

const type = 'cloudflare_account_token'
const attributes = { name: 'live', policies: [] }
const old = { name: 'old', policies: [] }

describe('of Terraform, neither a data source nor an instance that was replaced is offered', () => {
  const state = (...resources: unknown[]) => json({ version: 4, resources })
  const shown = (...resources: unknown[]) => json({ values: { root_module: { resources } } })
  const changes = (...resource_changes: unknown[]) => json({ resource_changes })
  const data = 'data.cloudflare_account_token.a: a data source is only read by Terraform.'
  const replaced = 'cloudflare_account_token.a: this instance is replaced, and Terraform will delete it.'

  test.each([
    [
      'a state',
      state(
        { mode: 'managed', type, name: 'a', instances: [{ attributes }, { deposed: 'a1b2c3d4', attributes: old }] },
        { mode: 'data', type, name: 'a', instances: [{ attributes: old }] },
      ),
    ],
    [
      'a show of a state',
      shown(
        { address: `${type}.a`, mode: 'managed', type, name: 'a', values: attributes },
        { address: `${type}.a`, mode: 'managed', type, name: 'a', deposed_key: 'a1b2c3d4', values: old },
        { address: `data.${type}.a`, mode: 'data', type, name: 'a', values: old },
      ),
    ],
    [
      'changes of a plan',
      changes(
        { address: `${type}.a`, mode: 'managed', type, change: { after: attributes } },
        { address: `${type}.a`, mode: 'managed', type, deposed: 'a1b2c3d4', change: { before: old, after: null } },
        { address: `data.${type}.a`, mode: 'data', type, change: { after: old } },
      ),
    ],
  ])('%s', (_, text) => {
    expect(readExport(text)).toMatchObject({
      tokens: [{ name: 'live', place: 'cloudflare_account_token.a' }],
      notes: [`Left out: ${replaced}`, `Left out: ${data}`],
    })
  })

  test('and with nothing else, it is said why', () => {
    expect(readExport(state({ mode: 'data', type, name: 'a', instances: [{ attributes }] }))).toEqual({
      problem: `This Terraform JSON has no token that can be read. Left out: ${data}`,
    })
  })
})
