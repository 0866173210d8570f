import { expect, test } from 'vitest'
import type { Finding, Fix } from '#domain/findings/finding.ts'
import { testToken } from '#domain/inventory/testing.ts'
import { manyAtOnce } from './many-at-once.ts'

const tokens = new Map(['a', 'b', 'c'].map((id) => [id, { ...testToken(id), id }]))
const finding = (tokenId: string, fix: Fix): Finding => ({
  rule: 'T7',
  severity: 'review',
  seen: '',
  evidence: [],
  tokenId,
  fingerprint: tokenId,
  fix,
})
const disable: Fix = { kind: 'action', label: 'Disable', action: { kind: 'disable' } }
const roll: Fix = { kind: 'action', label: 'Roll', action: { kind: 'roll' } }

test('two tokens with the same fix are changed at once', () => {
  const many = manyAtOnce([finding('a', disable), finding('b', disable), finding('b', disable)], tokens)
  expect(many?.kind).toBe('disable')
  expect(many?.tokens.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(many?.label).toBe('Disable all 2…')
})

test('a limit that lets everyone in is replaced for many as well', () => {
  const limit: Fix = { kind: 'action', label: 'Replace', action: { kind: 'ip', mode: 'replace' } }
  const many = manyAtOnce([finding('a', limit), finding('b', limit)], tokens)
  expect(many).toMatchObject({ kind: 'ip', ipMode: 'replace' })
})

test('tokens with another fix, such as the own one, are left to themselves', () => {
  const edit: Fix = { kind: 'edit', label: 'Edit' }
  const many = manyAtOnce([finding('a', disable), finding('b', edit), finding('c', disable)], tokens)
  expect(many?.tokens.map(({ id }) => id)).toEqual(['a', 'c'])
  expect(many?.label).toBe('Disable 2 of them…')
})

test.each([
  ['one token', [finding('a', disable)]],
  ['fixes that differ', [finding('a', disable), finding('b', { kind: 'none' })]],
  ['changes that differ', [finding('a', disable), finding('b', disable), finding('c', roll)]],
  ['secrets, which are shown one by one', [finding('a', roll), finding('b', roll)]],
  ['tokens that are gone', [finding('a', disable), finding('gone', disable)]],
])('not for %s', (_, findings) => {
  expect(manyAtOnce(findings, tokens)).toBeNull()
})
