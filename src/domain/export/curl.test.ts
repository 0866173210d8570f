import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCOUNT, testToken } from '#domain/inventory/testing.ts'
import { takeOutToken } from '#domain/token-json/take-out-token.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { Token } from '#domain/token/token.ts'
import { exportCurl, leftOutOfCurl } from './curl.ts'
import { countReasons } from './token-state.ts'

const NOW = Date.parse('2026-11-26T00:00:00Z')
const context = { accountId: ACCOUNT, now: NOW }
const named = (name: string, fields: Partial<Token> = {}) => testToken(fields.id ?? 'e'.repeat(32), { name, ...fields })

/** What a shell would run of a script: without comments, and with empty quotes. */
function skeleton(script: string): string {
  let rest = ''
  for (let at = 0; at < script.length; at += 1) {
    const character = script.charAt(at)
    if (character === '#' && /(^|\s)$/.test(rest)) at = script.indexOf('\n', at) - 1
    else if (character === '\\') at += 1
    else if (character === "'") at = script.indexOf("'", at + 1)
    else if (character === '"') {
      for (at += 1; script.charAt(at) !== '"'; at += 1) if (script.charAt(at) === '\\') at += 1
    } else rest += character
  }
  return rest
}

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    "it's",
    '$(id)',
    '`id`',
    '"; id; "',
    '\nid\n',
    '\r\nid',
    '#',
    "'; id #",
    '\u2028id',
    '\u202Eid',
    '${x}',
  ),
)

describe('a curl script', () => {
  test('carries the whole body through the shell, and no name or id is run', () => {
    const plain = skeleton(exportCurl([named('plain'), named('gone', { status: 'disabled' })], context))
    fc.assert(
      fc.property(name, name, (one, id) => {
        const tokens = [named(one, { id: id || 'x' }), named(one, { id, status: 'disabled' })]
        const script = exportCurl(tokens, context)
        expect(skeleton(script)).toBe(plain)
        expect(takeOutToken(script.slice(script.indexOf('\ncurl ') + 1))?.body['name']).toBe(one)
      }),
    )
  })

  test('a name with an apostrophe keeps its no-break spaces when the script is read back', () => {
    const french = "Jeton d'accès\u00A0: l'été"
    expect(takeOutToken(exportCurl([named(french)], context))?.body['name']).toBe(french)
  })

  const states: [string, Partial<Token>][] = [
    ['works', {}],
    ['begins later', { notBefore: '2027-01-01T00:00:00Z' }],
    ['is off', { status: 'disabled' }],
    ['was exposed', { status: 'revoked (exposed)' }],
    ['has ended', { status: 'expired' }],
    ['ended by the clock', { expiresOn: '2026-11-25T00:00:00Z' }],
    ['is odd', { status: 'suspended' }],
  ]
  const tokens = states.map(([one, fields], at) => named(one, { id: String(at).repeat(32), ...fields }))

  test('draws no progress, which would hide what became of each token', () => {
    expect(exportCurl([named('one')], context)).toContain('\ncurl --silent --show-error ')
  })

  test('leaves out a token that came without a list of policies: a new one would have none', () => {
    const token = readToken({ id: 'f'.repeat(32), name: 'half', status: 'active', policies: null })
    if (!token) throw new Error('not a token')
    const script = exportCurl([token], context)
    expect(script).not.toContain('--data')
    expect(script).toContain(`# Left out: "half" (${token.id}). It is without a list of policies.\n`)
  })

  test('creates what works, and names what it leaves out with the reason', () => {
    const script = exportCurl(tokens, context)
    expect(script.match(/^# Creates a token like .*$/gm)?.map((line) => line.split('"')[1])).toEqual([
      'works',
      'begins later',
    ])
    expect(script.match(/^curl /gm)).toHaveLength(2)
    expect(script).toContain(`# Left out: "is off" (${'2'.repeat(32)}). It is disabled; a new token would work.`)
    expect(script.match(/^# Left out: /gm)).toHaveLength(5)
    expect(countReasons(leftOutOfCurl(tokens, context))).toBe(
      '2 expired, 1 disabled, 1 revoked, 1 of an unknown status',
    )
  })

  test('without a token that works runs nothing', () => {
    const script = exportCurl(tokens.slice(2), context)
    expect(script).not.toMatch(/^curl /m)
  })

  test('takes a stored policy of any form as it came', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 3 }), (policies) => {
        const script = exportCurl([named('odd', { policies: policies as never })], context)
        const body = takeOutToken(script.slice(script.indexOf('\ncurl ') + 1))?.body
        expect(Array.isArray(body?.['policies']) && body['policies'].length).toBe(policies.length)
      }),
    )
  })
})
