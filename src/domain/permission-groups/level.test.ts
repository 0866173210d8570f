import { describe, expect, test } from 'vitest'
import { levelKind, parseGroupName } from './group-name.ts'
import { groupKind } from './level.ts'

test.each([
  ['Individual Workers Metadata Read-Only', 'Individual Workers', 'Metadata Read-Only', 'read'],
  ['Workers Content Read-Only', 'Workers', 'Content Read-Only', 'read'],
  ['Workers Editor', 'Workers', 'Editor', 'change'],
  ['Flagship Evaluate', 'Flagship', 'Evaluate', 'run'],
  ['Billing Read-Only', 'Billing', 'Read-Only', 'read'],
  ['Billing read only', 'Billing', 'Read-Only', 'read'],
  ['Billing (Read-Only)', 'Billing', 'Read-Only', 'read'],
  ['Account Security Center Insights Read', 'Account Security Center Insights', 'Read', 'read'],
  ['Bot Management Feedback Report Read', 'Bot Management Feedback Report', 'Read', 'read'],
  ['Zero Trust Report', 'Zero Trust', 'Report', 'read'],
  ['Pipelines Send', 'Pipelines', 'Send', 'run'],
  ['Connectivity Directory Bind', 'Connectivity Directory', 'Bind', 'run'],
  ['Access: Apps Revoke', 'Access: Apps', 'Revoke', 'revoke'],
  ['Auto Rag Write Run Engine', 'Auto Rag', 'Write Run Engine', 'change'],
  ['Storage Read and Write', 'Storage', 'Read and Write', 'change'],
  ['Storage Read/Write', 'Storage', 'Read/Write', 'change'],
  ['Storage — Edit', 'Storage', 'Edit', 'change'],
  ['Bread', 'Bread', '', 'unknown'],
  ['Storage Spread', 'Storage Spread', '', 'unknown'],
  ['Read', 'Read', '', 'unknown'],
  ['AI Search Index Engine', 'AI Search Index Engine', '', 'unknown'],
  ['Storage Transmogrify', 'Storage Transmogrify', '', 'unknown'],
])('%s is %s at the level %j, which is to %s', (name, product, level, kind) => {
  expect(parseGroupName(name)).toEqual({ product, level })
  expect(groupKind({ id: 'x', name, description: null })).toBe(kind)
})

describe('a level', () => {
  test.each([
    ['READ-ONLY', 'read'],
    ['ReadOnly', 'read'],
    ['Write and Read', 'change'],
    ['Viewer', 'unknown'],
    ['Read Everything', 'unknown'],
    ['Engine', 'unknown'],
    ['', 'unknown'],
  ])('%j is to %s', (level, kind) => {
    expect(levelKind(level)).toBe(kind)
  })
})

test('a name without a level is judged by its id, or by a description that says so', () => {
  const gateway = { id: 'x', name: 'Account API Gateway', description: 'Full access to API-Gateway Management' }
  expect(groupKind(gateway)).toBe('change')
  expect(groupKind({ ...gateway, description: 'Access to API-Gateway Management' })).toBe('unknown')
})

test.each([
  ['Page Shield', '440e6958bcc947329f8d56328d7322ce'],
  ['Domain Page Shield', '6134079371904d8ebd77931c8ca07e50'],
  ['Account API Gateway', '5e5d3e8efeec49f3afb67bafecbcd511'],
  ['Domain API Gateway', 'f0235726de25444a84f704b7c93afadf'],
])('%s is known to change things without its description', (name, id) => {
  expect(groupKind({ id, name, description: null })).toBe('change')
})
