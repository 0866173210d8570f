import { parse as parseHcl } from '@cdktf/hcl2json'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { ACCOUNT, testToken } from '#domain/inventory/testing.ts'
import { readToken } from '#domain/token/read-token.ts'
import { readExport, forAccount } from '#domain/token-json/read-export.ts'
import { exportCurl } from './curl.ts'
import { exportCsv, exportJson, toCsv } from './formats.ts'
import { exportTerraform } from './terraform.ts'

const context = { accountId: ACCOUNT }
const ZONE = '2'.repeat(32)
const policies = [
  {
    id: 'policy-id',
    effect: 'allow',
    permission_groups: [
      { id: 'f'.repeat(32), name: 'Zone Read' },
      { id: 'a'.repeat(32), name: 'DNS Write\n} evil' },
    ],
    resources: {
      [`com.cloudflare.api.account.zone.${ZONE}`]: '*',
      [`com.cloudflare.api.account.${ACCOUNT}`]: { 'com.cloudflare.api.account.zone.*': '*' },
    },
  },
]
const wire = (id: string, name: string) => ({ id, name, status: 'active', policies, issued_on: '2026-01-01T00:00:00Z' })
const full = (name: string, id = 'e'.repeat(32)) =>
  testToken(id, {
    name,
    policies,
    expiresOn: '2027-01-01T00:00:00Z',
    condition: { allowed: ['192.0.2.0/24'], exceptions: ['192.0.2.7/32'] },
    // Whatever the API sends is kept as it came.
    wire: wire(id, name),
  })

/** Malicious names, and any others. */
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '${var.x}',
    '%{ if true }',
    '"quoted"',
    'a\\b',
    "it's",
    '*/ } {',
    '$${x}',
    '#!',
    '\n}\n',
    '"""',
    '$(id)',
  ),
)

describe('terraform', () => {
  type Parsed = {
    import: { to: string; id: string }[]
    resource: {
      cloudflare_account_token: Record<
        string,
        { name: string; policies: { resources: string; permission_groups: { id: string }[] }[] }[]
      >
    }
  }
  const read = async (hcl: string) => (await parseHcl('main.tf', hcl)) as Parsed
  /** The parser escapes templates in its output; an unescaped one would be a real template. */
  const plain = (text: string) => {
    expect(text.replaceAll(/\$\$\{|%%\{/g, '')).not.toMatch(/\$\{|%\{/)
    return text.replaceAll('$${', '${').replaceAll('%%{', '%{')
  }

  test('a parser of HCL reads back every name as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
        const tokens = names.map((one, index) => full(one, String(index).padStart(32, '0')))
        const parsed = await read(exportTerraform(tokens, context))
        const resources = Object.values(parsed.resource.cloudflare_account_token).map(([resource]) => resource)
        const wanted = names.map((one) => one.replaceAll(/\p{Cs}/gu, '\uFFFD').normalize('NFC'))
        expect(resources.map((resource) => plain(resource?.name ?? '').normalize('NFC')).toSorted()).toEqual(
          wanted.toSorted(),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('each resource has its import, permission groups stand sorted, and resources are JSON text', async () => {
    const hcl = exportTerraform([full('deploy'), full('deploy', 'd'.repeat(32))], context)
    const parsed = await read(hcl)
    expect(parsed.import).toEqual([
      { to: '${cloudflare_account_token.deploy}', id: `${ACCOUNT}/${'e'.repeat(32)}` },
      { to: `\${cloudflare_account_token.deploy_${'d'.repeat(32)}}`, id: `${ACCOUNT}/${'d'.repeat(32)}` },
    ])
    const [resource] = parsed.resource.cloudflare_account_token['deploy'] ?? []
    expect(resource?.policies[0]?.permission_groups.map(({ id }) => id)).toEqual(['a'.repeat(32), 'f'.repeat(32)])
    expect(resource?.policies[0]?.resources).toMatch(/^\$\{jsonencode\(\{/)
    expect(resource).toMatchObject({
      account_id: ACCOUNT,
      expires_on: '2027-01-01T00:00:00Z',
      condition: { request_ip: { in: ['192.0.2.0/24'], not_in: ['192.0.2.7/32'] } },
    })
    expect(hcl).not.toContain('policy-id')
  })

  test('the order the API happens to answer in makes no difference', () => {
    const [policy] = policies
    const turned = policy && {
      ...policy,
      permission_groups: policy.permission_groups.toReversed(),
      resources: Object.fromEntries(Object.entries(policy.resources).toReversed()),
    }
    const other = testToken('e'.repeat(32), { ...full('deploy'), policies: turned ? [turned] : [] })
    expect(exportTerraform([other], context)).toBe(exportTerraform([full('deploy')], context))
  })
})

describe('CSV', () => {
  test('every field is read back as it was, but for what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 2 })), (rows) => {
        const [, ...read] = Papa.parse<string[]>(toCsv(['a', 'b'], rows).trimEnd()).data
        if (rows.length === 0) return
        for (const [at, row] of rows.slice(0, -1).entries())
          expect(read[at]?.map((cell) => cell.replaceAll("'", ''))).toEqual(row.map((cell) => cell.replaceAll("'", '')))
      }),
    )
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\u200B=1', '＝1', '|cmd'])(
    'a name like %j does not become a formula',
    (evil) => {
      const [, row] = Papa.parse<string[]>(exportCsv([full(evil)], context)).data
      expect(row?.[1]).toBe(`'${evil}`)
    },
  )

  test.each([
    ['x;=1+1', "x;'=1+1"],
    ['x; @SUM(A1)', "x;' @SUM(A1)"],
    ['x\n+1', "x\n'+1"],
    ['x\t-1', "x\t'-1"],
    [';=1+1', ";'=1+1"],
    [' ;=1+1', " ;'=1+1"],
    ['x\r\n\r\n=1', "x\r\n\r\n'=1"],
    ['\n=1+1;', "\n'=1+1;"],
    ['\t=1', "'\t'=1"],
    ['\r\n @x', "'\r\n' @x"],
    ['x=1; y+2', 'x=1; y+2'],
  ])('a name like %j is none either where a separator of another country splits it', (evil, written) => {
    const [, row] = Papa.parse<string[]>(exportCsv([full(evil)], context)).data
    expect(row?.[1]).toBe(written)
  })

  test('what is denied is told apart from what is allowed, at the end of a line', () => {
    const [allow] = policies
    const groups = (id: string) => [{ id, name: id }]
    const token = testToken('t', {
      policies: allow
        ? [
            { ...allow, permission_groups: groups('both') },
            { ...allow, effect: 'deny', permission_groups: [...groups('no'), ...groups('both')] },
            { ...allow, effect: 'maybe', permission_groups: groups('odd') },
          ]
        : [],
    })
    const [, row] = Papa.parse<string[]>(exportCsv([token], context)).data
    expect([row?.[10], ...(row?.slice(-2) ?? [])]).toEqual(['both no odd', 'both', 'both no'])
  })

  test.each([
    ['policies', { policies: null }, 'null'],
    ['policies', { policies: { all: true } }, '{"all":true}'],
    ['policies', { policies: [] }, ''],
    ['permission_group_ids', { policies: [{ effect: 'allow', permission_groups: [{ id: 'a' }, 'x'] }] }, 'a'],
    ['ip_allowed', { condition: { country: ['DE'] } }, '{"country":["DE"]}'],
    [
      'ip_allowed',
      { condition: { request_ip: { in: ['192.0.2.0/24'], asn: 7 } } },
      '{"request_ip":{"in":["192.0.2.0/24"],"asn":7}}',
    ],
    ['ip_allowed', { condition: {} }, ''],
  ])('the column %s of %j is %j: what cannot be read does not pass for none', (column, fields, text) => {
    const token = readToken({ id: 'e', name: 'odd', ...fields })
    if (!token) throw new Error('not a token')
    const [row] = Papa.parse<Record<string, string>>(exportCsv([token], context), { header: true }).data
    expect(row?.[column]).toBe(text)
  })

  test('a policy is a sentence, and ids stand sorted', () => {
    const csv = exportCsv([full('deploy')], { ...context, zoneNames: new Map([[ZONE, 'shop.example.com']]) })
    expect(csv).toContain('shop.example.com')
    expect(csv).toContain(`${'a'.repeat(32)} ${'f'.repeat(32)}`)
    expect(csv.split('\r\n')[0]).toBe(
      'id,name,status,issued_on,modified_on,last_used_on,not_before,expires_on,creator,policies,permission_group_ids,' +
        'ip_allowed,ip_exceptions,allowed_permission_group_ids,denied_permission_group_ids',
    )
  })
})

describe('JSON', () => {
  test('an export read back holds the same tokens as request bodies, whatever their names', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const read = readExport(
          exportJson(
            names.map((one) => full(one)),
            context,
          ),
        )
        if ('problem' in read) throw new Error(read.problem)
        expect(read.accountId).toBe(ACCOUNT)
        expect(read.tokens.map(({ body }) => body['name'])).toEqual(names)
        for (const { body } of read.tokens) {
          expect(body['policies']).toMatchObject([{ resources: policies[0]?.resources }])
          expect(JSON.stringify(body)).not.toContain('policy-id')
        }
      }),
    )
  })

  test('a secret that an answer should never have is in no format', () => {
    const secret = `cfat_${'s'.repeat(48)}`
    const token = { ...full('deploy'), wire: { ...wire('e', 'deploy'), value: secret } as never }
    for (const text of [exportJson, exportCsv, exportCurl, exportTerraform].map((one) => one([token], context)))
      expect(text).not.toContain(secret)
  })

  test.each([
    ['{"tokens": []}', /list is empty/],
    ['{"a": 1}', /isn’t a token: a token has/],
    ['{"a": ', /Line 1/],
    ['', /Enter JSON/],
  ])('%j is refused with the reason', (text, problem) => {
    expect(readExport(text)).toEqual({ problem: expect.stringMatching(problem) })
  })

  test('a token of another account can be made one of this', () => {
    const other = 'b'.repeat(32)
    const body = forAccount({ name: 'x', policies }, ACCOUNT, other)
    expect(JSON.stringify(body)).not.toContain(ACCOUNT)
    expect(JSON.stringify(body)).toContain(`com.cloudflare.api.account.${other}`)
  })
})
