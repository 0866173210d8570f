import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pathText, readJsonText } from './json-text.ts'
import { placeInBody, readTokenBody } from './read-token-body.ts'

const problemOf = (text: string) => {
  const read = readJsonText(text)
  return read.ok ? null : read.problem
}

describe('the reader of JSON', () => {
  test.each([
    ['', 1, 1, 'Enter JSON'],
    ['{"name": "a",', 1, 14, 'Unexpected end of JSON'],
    ['{"policies": [1, 2', 1, 19, 'Unexpected end of JSON'],
    ['{"name": "never clo', 1, 20, 'Unexpected end of JSON'],
    ['{"a" 1}', 1, 6, 'Unexpected “1”'],
    ['{"a": 1} {}', 1, 10, 'Unexpected “{”'],
    ['{a: 1}', 1, 2, 'Unexpected “a”'],
    ["{'a': 1}", 1, 2, 'Use double quotes'],
    ['{“a”: 1}', 1, 2, 'typographic quote'],
    ['{\n  // a comment\n  "a": 1,\n  "b" 2\n}', 4, 7, 'Unexpected “2”'],
    ['// a comment\n{"a": 1, # b\n"c": 2}', 2, 10, 'Unexpected “#”'],
    ['{"a": 1, // a comment\n "b": tru}', 2, 7, 'Unexpected “t”'],
    ['// a comment\n{"a": “b”}', 2, 7, 'typographic quote'],
    ['// a comment\n{"a": "never clo', 2, 17, 'Unexpected end of JSON'],
    ['{"a": [1,], "b": \'c\'}', 1, 18, 'Use double quotes'],
    ['{"a": "one\ntwo"}', 1, 11, 'Write a line break inside quotes as \\n'],
    ['{"a": "one\r\ntwo"}', 1, 11, 'Write a line break inside quotes as \\n'],
    ['{"a": 1, // a comment\n "b": "one\ttwo"}', 2, 11, 'Write a tab inside quotes as \\t'],
    ['{"a\u0007": 1}', 1, 4, 'A control character can’t be in quotes'],
    ['{"a": 1, "b": {"c": 1, "c": 2}}', 1, 24, '“c” is set twice'],
    [`{\n"a": ${'['.repeat(200)}${']'.repeat(200)}}`, 2, 105, 'nested too deeply'],
    [`${'{"a":'.repeat(200)}1, // so`, 1, 501, 'nested too deeply'],
  ])('%j is refused at line %i, column %i', (text, line, column, words) => {
    expect(problemOf(text)).toMatchObject({ line, column, message: expect.stringContaining(words) })
  })

  test('a text larger than any stored token is refused before it is read', () => {
    expect(problemOf(`"${'x'.repeat(5 * 1024 * 1024)}"`)?.message).toBe('5 MB is too large for a token (max 4 MB).')
  })

  test('the largest token that was seen is read', () => {
    const policy = { permission_groups: Array.from({ length: 218 }, () => ({ id: 'a'.repeat(32) })) }
    const text = JSON.stringify({ policies: Array.from({ length: 100 }, () => policy) }, null, 2)
    expect(text.length).toBeGreaterThan(906_000)
    expect(readJsonText(text).ok).toBe(true)
  })

  test.each([
    ['{\n  "a": 1,\n}', { a: 1 }, ['trailing commas']],
    ['[1, [2,], ]', [1, [2]], ['trailing commas']],
    ['// yes\n{"a": /* here */ "//no,}"}', { a: '//no,}' }, ['comments']],
    ['\uFEFF{"a": 1}', { a: 1 }, ['a byte order mark']],
    ['\u00A0{\u00A0"a":\u202F"b\u00A0c"}\u200B', { a: 'b\u00A0c' }, ['no-break spaces']],
    ['```json\n{"a": 1}\n```', { a: 1 }, ['code fences']],
    ['Try this:\n\n~~~\n{"a": 1}\n~~~\nIt works.', { a: 1 }, ['code fences']],
    ['\uFEFF```\n{"a": 1,} // so\n```', { a: 1 }, ['a byte order mark', 'code fences', 'comments', 'trailing commas']],
    ['HTTP/2 200 \r\ndate: x\r\n\r\n{"a": 1}', { a: 1 }, ['HTTP headers']],
    ['{"a": "```\\n,]"}', { a: '```\n,]' }, []],
    ['~~~ never closed\n```json\n{"a": 1}\n```\n~~', { a: 1 }, ['code fences']],
    ['````md\n{"a": 1}\n````\n```\n{}\n```', { a: 1 }, ['code fences']],
  ])('%j is read, and what was read over is named', (text, value, readOver) => {
    expect(readJsonText(text)).toMatchObject({ ok: true, value, readOver })
  })

  test('what is read over moves no place', () => {
    const read = readJsonText('```json\n{ // c\n  "a": [1,\n 2,],\n}\n```')
    expect(read.ok && read.placeOf(['a', 1])).toEqual({ line: 4, column: 2 })
  })

  test('it takes what the platform takes, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const read = readJsonText(text)
        // The parser rejects repeated keys.
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
    ['[]', '', 'A token must be an object'],
    ['"text"', '', 'A token must be an object'],
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
    ['{"condition": {"request.ip": {"in": ["bogus"]}}}', 'condition["request.ip"].in[0]', 'bogus'],
    ['{"condition": {"request_ip": {"not_in": "x"}}}', 'condition.request_ip.not_in', 'a list'],
    ['{"expires_on": "soon"}', 'expires_on', '2027-01-31T00:00:00Z'],
  ])('%s is refused at %s', (text, path, words) => {
    const read = readTokenBody(text)
    expect(read).toMatchObject({ ok: false, problems: [{ path, message: expect.stringContaining(words) }] })
  })

  test.each([
    ['{"request_ip": {"In": []}}', ['condition.request_ip.In: “In” isn’t known to Token Desk.']],
    ['{"geo": 1}', ['condition.geo: “geo” isn’t known to Token Desk.']],
    [
      '{"request.ip": {"not_in": ["192.0.2.7", "192.0.2.0/24"]}}',
      ['condition["request.ip"].not_in[0]: “192.0.2.7” isn’t a CIDR range. It would be 192.0.2.7/32.'],
    ],
    ['{"request_ip": {"in": ["192.0.2.0/24"], "not_in": null}}', []],
  ])('of the condition %s it is said what is sent as typed', (condition, expected) => {
    const text = `{"condition": ${condition}}`
    const read = readTokenBody(text)
    expect(read.ok && read.remarks.map(({ path, message }) => `${path}: ${message}`)).toEqual(expected)
    expect(readTokenBody(text, { condition: JSON.parse(condition) })).toMatchObject({ ok: true, remarks: [] })
  })

  test.each(['conditions', 'request_ip', 'expires_at', 'expiresOn', 'not-before', '__proto__'])(
    'of a field %s, which may be a misspelt limit, it is said that it is sent as typed',
    (key) => {
      const text = `{"name": "n", "account_id": "x", "policies": [], "${key}": {"in": []}}`
      expect(readTokenBody(text)).toMatchObject({
        ok: true,
        remarks: [{ line: 1, message: `“${key}” isn’t known to Token Desk.` }],
      })
      const policy = `{"effect": "allow", "permission_groups": [], "resources": {}, "${key}": 1}`
      const policies = `{"policies": [${policy}]}`
      expect(readTokenBody(policies)).toMatchObject({
        ok: true,
        remarks: [{ message: `“${key}” isn’t known to Token Desk.` }],
      })
      expect(readTokenBody(text, JSON.parse(text))).toMatchObject({ ok: true, remarks: [] })
      expect(readTokenBody(policies, JSON.parse(policies))).toMatchObject({ ok: true, remarks: [] })
    },
  )

  test.each([
    ['"2027-01-01t00:00:00z"', '2027-01-01T00:00:00Z'],
    ['"2027-01-01T00:00:00.75+01:00"', '2026-12-31T23:00:00Z'],
    ['"0001-01-01T00:00:00Z"', null],
    ['null', null],
  ])('the time %s goes out as %j', (time, sent) => {
    expect(readTokenBody(`{"expires_on": ${time}, "not_before": ${time}}`)).toMatchObject({
      body: { expiresOn: sent, notBefore: sent },
    })
  })

  test.each([
    ['"2027-03-01T00:00:00"', 'Write "2027-03-01T00:00:00Z"'],
    ['"2027-03-01T00:00Z"', 'Write "2027-03-01T00:00:00Z"'],
    ['1803859200', 'A time must be text. Write "2027-03-01T00:00:00Z"'],
    ['true', 'Write it as "2027-01-31T00:00:00Z"'],
  ])('the time %s is refused at its place with the cure', (time, cure) => {
    expect(readTokenBody(`{"expires_on": ${time}}`)).toMatchObject({
      problems: [{ line: 1, column: 16, path: 'expires_on', message: expect.stringContaining(cure) }],
    })
  })

  test('what is not touched is as stored, whatever its form, and what is touched is judged', () => {
    const stored = {
      name: null,
      not_before: 1_893_456_000,
      expires_on: '2031-01-01 00:00:00Z',
      condition: 'a text',
      policies: [{ effect: null, permission_groups: [null] }, 'text'],
    }
    const text = JSON.stringify(stored)
    expect(readTokenBody(text, stored)).toMatchObject({
      body: { notBefore: '1893456000', expiresOn: '2031-01-01T00:00:00Z', policies: stored.policies },
    })
    const another = { name: 7, not_before: null, expires_on: null, condition: {}, policies: [] }
    const paths = ['name', 'policies[0].effect', 'policies[1]', 'condition', 'not_before', 'expires_on']
    const read = readTokenBody(text, another)
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(paths))
  })

  test('what stands for a secret is never sent', () => {
    expect(readTokenBody('{"name": "n", "labels": [{"api_token": "[secret removed]"}]}')).toMatchObject({
      problems: [{ path: 'labels[0].api_token', message: expect.stringContaining('Remove this placeholder') }],
    })
  })

  test('a number that can’t be sent exactly is reported at its position', () => {
    expect(readTokenBody('{"name": "n", "policies": [], "serial": 12345678901234567890}')).toMatchObject({
      problems: [{ path: 'serial', message: expect.stringContaining('so many digits') }],
    })
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
