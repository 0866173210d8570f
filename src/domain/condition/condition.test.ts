import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromWireCondition, replaceWireCondition, toWireCondition } from './condition.ts'
import { checkCondition, parseRange } from './ip-ranges.ts'
import { contains } from './testing.ts'

test.each([
  ['192.0.2.0/24', '192.0.2.0/24'],
  ['2001:db8::1/128', '2001:db8::1/128'],
  [' 2001:DB8:0:0::/32 ', '2001:db8::/32'],
  ['::0.0.0.0/96', '::/96'],
  ['::10.0.0.0/104', '::a00:0/104'],
  ['::1.2.3.4/128', '::102:304/128'],
  ['::ffff:0:1.2.3.4/128', '::ffff:0:102:304/128'],
  ['0.0.0.0/0', '0.0.0.0/0'],
])('%s is the range %s', (text, cidr) => {
  expect(parseRange(text)).toEqual({ ok: true, cidr, note: null })
})

test.each([
  ['192.0.2.7', '192.0.2.7/32'],
  ['2001:db8::1', '2001:db8::1/128'],
])('%s alone becomes %s, and that is said', (text, cidr) => {
  expect(parseRange(text)).toEqual({ ok: true, cidr, note: `${text} became ${cidr}, a single address.` })
})

test('host bits are cleared, and that is said', () => {
  expect(parseRange('192.0.2.9/24')).toEqual({
    ok: true,
    cidr: '192.0.2.0/24',
    note: '192.0.2.9/24 became 192.0.2.0/24: host bits were cleared.',
  })
})

test('IPv4 in IPv6 form becomes IPv4, and that is said', () => {
  expect(parseRange('::ffff:192.0.2.1')).toEqual({
    ok: true,
    cidr: '192.0.2.1/32',
    note: '::ffff:192.0.2.1 became 192.0.2.1/32: it is an IPv4 address in IPv6 form.',
  })
})

test.each([
  ['999.1.1.1', 'four numbers from 0 to 255'],
  ['10.0.0.0/33', 'must be from 0 to 32'],
  ['::/129', 'must be from 0 to 128'],
  ['10.0.0/8', 'four numbers'],
  ['example.com', 'host names don’t work here'],
  ['2001:db8::zz', 'not an IPv6 address'],
  ['10.0.0.0/8/9', 'one slash'],
  ['10.0.0.1-10.0.0.9', 'a range needs a prefix length'],
  ['10.0.0.0 - 10.0.0.255', 'a range needs a prefix length'],
  ['-', 'a range needs a prefix length'],
  ['10.0.0.0 – 10.0.0.255', 'a range needs a prefix length'],
  ['2001:db8::1 - 2001:db8::9', 'a range needs a prefix length'],
  ['::ffff:0x7f.1.1.1', 'not an IPv6 address'],
  ['::ffff:010.0.0.1', 'the IPv4 address at its end needs four numbers from 0 to 255, without leading zeros'],
  ['64:ff9b::1.2.3.004/96', 'the IPv4 address at its end needs'],
  ['::00.0.0.1', 'the IPv4 address at its end needs'],
  ['1.2.3.4:8080', 'an IP limit has no port; use 1.2.3.4'],
  ['[2001:db8::1]', 'use it without brackets, as 2001:db8::1'],
  ['[2001:db8::1]/64', 'use it without brackets, as 2001:db8::1'],
  ['2001:db8:::1', 'not an IPv6 address'],
  ['[2001:db8::1]:443', 'an IP limit has no port; use 2001:db8::1'],
  ['1.2.3.444:8080', 'not an IPv6 address'],
  ['1.2.3.4\u200B', '1.2.3.4U+200B: not an IP address'],
  ['1.2\u202E.3.4/8', '1.2U+202E.3.4/8: not an IP address'],
  ['', 'Enter an address or a range'],
])('%s is refused in plain words', (text, words) => {
  const parsed = parseRange(text)
  expect(parsed.ok).toBe(false)
  expect(parsed).toMatchObject({ message: expect.stringContaining(words) })
})

test('an IPv4 address at the end of an IPv6 one is read as the IPv4 form is', () => {
  const part = fc.oneof(
    fc.nat(255).map(String),
    fc.nat(255).map((number) => `0${number}`),
    fc.nat(255).map((number) => `0x${number.toString(16)}`),
    fc.integer({ min: 256, max: 999 }).map(String),
  )
  const parts = fc.array(part, { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(parts, (numbers) => {
      const quad = numbers.join('.')
      return [`::ffff:${quad}`, `::${quad}`, `64:ff9b::${quad}`].every(
        (text) => parseRange(text).ok === parseRange(quad).ok,
      )
    }),
  )
})

test('a parsed range parses to itself', () => {
  const quad = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(32))
  fc.assert(
    fc.property(quad, ([a, b, c, d, bits]) => {
      const first = parseRange(`${a}.${b}.${c}.${d}/${bits}`)
      return first.ok && contains(first.cidr, `${a}.${b}.${c}.${d}`) && parseRange(first.cidr).ok
    }),
  )
})

test('containment knows families and sizes', () => {
  expect(contains('10.0.0.0/8', '10.1.0.0/16')).toBe(true)
  expect(contains('10.1.0.0/16', '10.0.0.0/8')).toBe(false)
  expect(contains('::/0', '10.0.0.0/8')).toBe(false)
})

test('overlaps, repetitions and exceptions outside are pointed out at their list', () => {
  const remarks = checkCondition({
    allowed: ['10.0.0.0/8', '10.1.0.0/16', '10.0.0.0/8'],
    exceptions: ['192.0.2.1/32', '10.1.2.3/32'],
  })
  expect(remarks.map(({ list, index }) => [list, index])).toEqual([
    ['allowed', 1],
    ['allowed', 2],
    ['exceptions', 0],
  ])
})

test('one range in two spellings is in the list twice, and an exception that undoes a range is said', () => {
  const twin = checkCondition({ allowed: ['2001:db8::/32', '2001:DB8::/32'], exceptions: [] })
  expect(twin).toMatchObject([{ list: 'allowed', index: 1, message: expect.stringContaining('twice') }])
  const undone = checkCondition({ allowed: ['10.1.0.0/16'], exceptions: ['10.0.0.0/8'] })
  expect(undone).toMatchObject([{ message: '10.0.0.0/8 blocks all of 10.1.0.0/16.' }])
})

test('beside a range that cannot be read, no exception is called outside', () => {
  expect(checkCondition({ allowed: ['what?'], exceptions: ['192.0.2.1/32'] })).toEqual([])
})

test('exceptions from the whole internet are no remark', () => {
  expect(checkCondition({ allowed: [], exceptions: ['192.0.2.1/32'] })).toEqual([])
})

test('a condition survives the way to the API and back', () => {
  const lists = fc.record({ allowed: fc.array(fc.string()), exceptions: fc.array(fc.string()) })
  fc.assert(
    fc.property(lists, (condition) => {
      expect(fromWireCondition(toWireCondition(condition))).toEqual(condition)
    }),
  )
})

test.each([[undefined], [null], [{}], [{ request_ip: null }], [{ request_ip: { in: [] } }], [{ 'request.ip': {} }]])(
  'the condition %j reads as no limit',
  (wire) => {
    expect(fromWireCondition(wire)).toEqual({ allowed: [], exceptions: [] })
  },
)

test.each([
  ['text'],
  [['10.0.0.0/8']],
  [{ geo: 'DE' }],
  [{ request_ip: 'x' }],
  [{ request_ip: { in: 'x' } }],
  [{ request_ip: { in: ['10.0.0.0/8', 7] } }],
  [{ request_ip: { in: ['10.0.0.0/8'], geo: 'DE' } }],
  [{ request_ip: { in: ['10.0.0.0/8'] }, 'request.ip': { in: ['192.0.2.0/24'] } }],
])('the condition %j is known to hold something that is not understood', (wire) => {
  expect(fromWireCondition(wire).isOdd).toBe(true)
})

test('the older spelling of the key is read as well', () => {
  expect(fromWireCondition({ 'request.ip': { in: ['192.0.2.0/24'] } }).allowed).toEqual(['192.0.2.0/24'])
})

test('a limit that was not touched goes back as it came, whatever it holds', () => {
  const stored = { request_ip: { in: ['10.0.0.0/8'], geo: ['DE'] }, time_of_day: 'night' }
  expect(replaceWireCondition(stored, { allowed: ['10.0.0.0/8'], exceptions: [] })).toEqual(stored)
  expect(replaceWireCondition(stored, { allowed: [], exceptions: ['192.0.2.1/32'] })).toEqual({
    request_ip: { geo: ['DE'], not_in: ['192.0.2.1/32'] },
    time_of_day: 'night',
  })
})

test('the older spelling beside the newer one stays when a range changes', () => {
  const older = { 'request.ip': { in: ['192.0.2.0/24'] } }
  const condition = { allowed: ['198.51.100.7/32'], exceptions: [] }
  expect(replaceWireCondition({ request_ip: { in: ['10.0.0.0/8'] }, ...older }, condition)).toEqual({
    request_ip: { in: ['198.51.100.7/32'] },
    ...older,
  })
})

test('taking the last range away takes the limit away', () => {
  expect(replaceWireCondition({ request_ip: { in: ['10.0.0.0/8'] } }, { allowed: [], exceptions: [] })).toEqual({})
})
