import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { BEARER, startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'
import { exported, json, NOW, on, runOn } from './testing.ts'

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW })
})
afterAll(() => sandbox.close())

const run = runOn(() => sandbox)

const ask = async (path: string) => {
  const headers = { Authorization: `Bearer ${BEARER}` }
  const answer = await fetch(`${sandbox.baseUrl}/accounts/${DEFAULT_ACCOUNT_ID}/tokens${path}`, { headers })
  return (await answer.json()) as { result: { id: string; name: string }[]; result_info: { total_count: number } }
}
const pages = () => Promise.all([1, 2, 3].map((page) => ask(`?per_page=50&include_expired=true&page=${page}`)))

describe('a file', () => {
  test('of all answers says what the live account says, but of what only the account knows', async () => {
    const answers = await pages()
    const catalogue = JSON.stringify(await ask('/permission_groups'))
    const files = { 'all.json': `\uFEFF${JSON.stringify(answers)}`, 'groups.json': catalogue }
    const args = json(DEFAULT_ACCOUNT_ID, '--file', 'all.json', '--catalogue', 'groups.json')
    const file = (await run(args, files)).report()
    const live = (await run(json(DEFAULT_ACCOUNT_ID))).report()
    expect([file.is_complete, file.not_judged, file.notes]).toEqual([true, [], []])
    expect(file.tokens_read).toBe(live.tokens_read)
    // Which token is the app's own, and what zones and buckets there are, is not in a file.
    const known = new Set(file.findings.map(({ fingerprint }) => fingerprint))
    const missing = live.findings.filter(({ fingerprint, rule }) => !known.has(fingerprint) && rule !== 'O5')
    expect(missing.map(({ rule, token_name }) => [rule, token_name])).toEqual([['N8', 'data-team-readonly']])
  })

  test('exported by the app is whole, and rules without a catalogue are silent', async () => {
    const tokens = (await pages()).flatMap(({ result }) => result)
    const { out, code } = await run(['--file', '-', '--fail-on', 'act-now'], {
      '-': exported(DEFAULT_ACCOUNT_ID, tokens),
    })
    expect(code).toBe(1)
    expect(out).toContain(`${tokens.length} tokens, as of`)
    expect(out).toContain('Not judged: W6, N2, N6, N10.')
  })

  test('without a catalogue says first what is not judged, and never that nothing needs the user', async () => {
    const all = await run(['--file', '-'], { '-': exported(DEFAULT_ACCOUNT_ID) })
    expect(all.out).toMatch(/^Nothing that needs you today so far\n.*\nNot judged: W6, N2, N6, N10\./)
  })

  test('never says that nothing needs the user where a count of zones might make a finding urgent', async () => {
    const id = 'a'.repeat(32)
    const allZones = { [`com.cloudflare.api.account.${id}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
    const groups = (await ask('/permission_groups')).result
    const outOf = async (name: string, args: string[] = []) => {
      const group = groups.find((one) => one.name === name)
      const policies = [{ effect: 'allow', permission_groups: [group], resources: allZones }]
      const files = {
        'a.json': exported(id, [{ id: '1', name: 'a', status: 'active', policies }]),
        'groups.json': JSON.stringify({ success: true, result: groups }),
      }
      return (await run(['--file', 'a.json', '--catalogue', 'groups.json', ...args], files)).out
    }
    expect(await outOf('DNS Write')).toMatch(/^Nothing that needs you today so far\n[^]*Judged in part: W1\./)
    expect(await outOf('DNS Write', ['--format', 'markdown'])).toMatch(/^# Nothing that needs you today so far\n/)
    expect(await outOf('DNS Read')).toMatch(/^Nothing needs you today\n/)
    expect(await outOf('DNS Read', ['--format', 'markdown'])).toMatch(/^# Nothing needs you today\n/)
  })

  test('with a part of the tokens says so, and never passes for all', async () => {
    const [first] = await pages()
    const files = { 'part.json': JSON.stringify(first) }
    const args = ['--file', 'part.json', '--account', DEFAULT_ACCOUNT_ID, '--rule', 'O5', '--fail-on', 'act-now']
    const { code, out, err } = await run(args, files)
    expect(code).toBe(3)
    expect(out).toMatch(/^0 findings of those asked for \(of the tokens read\)\n.* 50 tokens of 138, as of/)
    expect(out).toContain('The file has 50 tokens of 138 tokens.')
    expect(err).toContain('only a part of the tokens is known')
    // One token says nothing about the others.
    const one = { 'one.json': JSON.stringify({ success: true, result: first?.result[0] }) }
    const single = await run(['--file', 'one.json', ...on(DEFAULT_ACCOUNT_ID)], one)
    expect(single.out).toMatch(/1 token of an unknown number/)
  })

  test('brings no secret into any format', async () => {
    const body = '8M7wS6hCpXVcDoRnPPYaCWPgy8aea4Wy6kCe5T11'
    const secret = `cfat_${body}12345678`
    const policies = [
      {
        effect: 'allow',
        permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f', name: secret }],
        resources: { [`com.cloudflare.api.account.${secret}`]: '*' },
      },
    ]
    const odd = { id: secret, name: `old ${secret}`, status: `revoked ${secret}`, value: secret, policies }
    const limited = { id: '2', name: 'x', status: 'active', policies, condition: { request_ip: { in: [secret] } } }
    const files = { 'a.json': exported('a'.repeat(32), [odd, limited]) }
    for (const format of ['table', 'json', 'markdown', 'sarif']) {
      const { code, out } = await run(['--file', 'a.json', '--format', format], files)
      expect([code, out.includes('D1')]).toEqual([0, true])
      expect(out).not.toContain(secret)
    }
  })
})

test.each([
  ['UTF-8 with a byte order mark', (text: string) => `\uFEFF${text}`],
  ['UTF-16, as of Windows PowerShell', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['lines that end as in Windows', (text: string) => text.replaceAll('\n', '\r\n')],
])('every file may be in %s', async (_, encoded) => {
  const group = { id: '1', name: 'Größe Read', scopes: [] }
  const files = {
    't.json': exported('a'.repeat(32), [{ id: '1', name: 'größe', status: 'active', policies: [] }]),
    'c.json': JSON.stringify({ result: [group] }, null, 2),
    's.json': '{"version": 1,\n"suppressions": []}',
    'settings.json': '{\n"longestLife": 9}',
  }
  const written = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoded(text)]))
  const args = ['--catalogue', 'c.json', '--suppressions', 's.json', '--settings', 'settings.json']
  const { code, out, err } = await run(['--file', 't.json', ...args], written)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('größe  N1')
})

describe('suppressions', () => {
  test('take findings out of the report and of the exit code, and are counted', async () => {
    const urgent = (await run(json(DEFAULT_ACCOUNT_ID, '--severity', 'act-now'))).report().findings
    const suppressions = urgent.map(({ fingerprint }) => ({ fingerprint, reason: 'known', until: null }))
    const files = { 's.json': JSON.stringify({ version: 1, suppressions }) }
    const args = ['--suppressions', 's.json', '--fail-on', 'act-now']
    const { code, out } = await run(on(DEFAULT_ACCOUNT_ID, ...args), files)
    expect(code).toBe(0)
    expect(out).toMatch(/^Nothing needs you today\n/)
    expect(out).toContain(`Suppressed: ${urgent.length} findings.`)
    const { suppressed } = (await run(json(DEFAULT_ACCOUNT_ID, ...args), files)).report()
    expect(suppressed[0]).toMatchObject({ rule: urgent[0]?.rule, suppression: { reason: 'known', until: null } })

    const over = suppressions.map((one) => ({ ...one, until: '2026-11-26T00:00:00Z' }))
    const ended = { 's.json': JSON.stringify({ version: 1, suppressions: over }) }
    expect((await run(on(DEFAULT_ACCOUNT_ID, ...args), ended)).code).toBe(1)
  })

  test('settings change what is found', async () => {
    const files = { 's.json': '{"longestLife":3000,"oldSecret":3000,"oldPipelineSecret":3000}' }
    const { report } = await run(json(DEFAULT_ACCOUNT_ID, '--settings', 's.json'), files)
    expect(report().findings.filter(({ rule }) => rule === 'T4')).toEqual([])
  })
})

describe('a table', () => {
  test('has colours only on a terminal that wants them', async () => {
    const escapes = async (isTerminal: boolean, env: Record<string, string>) =>
      (await run(on(DEFAULT_ACCOUNT_ID), {}, env, { isTerminal })).out.includes('\u001B')
    expect(await escapes(true, {})).toBe(true)
    expect(await escapes(false, {})).toBe(false)
    expect(await escapes(true, { NO_COLOR: '1' })).toBe(false)
    expect(await escapes(true, { TERM: 'dumb' })).toBe(false)
  })

  test('spells out what a name hides, and names a token with a secret by its ID', async () => {
    const { out } = await run(on(DEFAULT_ACCOUNT_ID))
    expect(out).toContain('Invoice U+202Efdp.exeU+202C uploaderU+200B  T7 Unused')
    expect(out).toMatch(/\[secret removed\] \([0-9a-f]{32}\) {2}D4 Secret in the name/)
  })
})

test('Markdown has a table for each severity, in which a name cannot be more than text', async () => {
  const name = '<img src=x> [a](https://b.example) | c @team\n# d'
  const files = { 'a.json': exported('a'.repeat(32), [{ id: '1', name, status: 'active', policies: [] }]) }
  const { out } = await run(['--file', 'a.json', '--format', 'markdown'], files)
  expect(out).toMatch(/^# Nothing that needs you today so far\n\nAccount `a{32}`, 1 token, as of /)
  expect(out).toContain('| Token | Rule | What was seen |')
  const row = out.split('\n').find((line) => line.includes('N1 Can do nothing')) ?? ''
  expect(row).toContain(String.raw`\<img src=x\> \[a\]\(https:${'\u2060'}//b.example\) \| c`)
  expect(row.split(/(?<!\\)\|/)).toHaveLength(5)
})

describe('SARIF', () => {
  test('has the parts that 2.1.0 asks for, and code scanning shows', async () => {
    const { code, out } = await run(on(DEFAULT_ACCOUNT_ID, '--format', 'sarif', '--fail-on', 'act-now'))
    expect(code).toBe(1)
    const log = JSON.parse(out) as {
      version: string
      runs: {
        tool: { driver: { name: string; rules: { id: string; name: string; shortDescription: { text: string } }[] } }
        invocations: { executionSuccessful: boolean }[]
        results: {
          ruleId: string
          ruleIndex: number
          level: string
          message: { text: string }
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[]
          partialFingerprints: Record<string, string>
        }[]
      }[]
    }
    expect(log.version).toBe('2.1.0')
    const [{ tool, invocations, results } = { tool: null, invocations: [], results: [] }] = log.runs
    expect(invocations[0]?.executionSuccessful).toBe(true)
    expect(tool?.driver.rules.every(({ name }) => /^[A-Za-z0-9]+$/.test(name))).toBe(true)
    expect(results.length).toBeGreaterThan(100)
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      expect(tool?.driver.rules[ruleIndex]?.id).toBe(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(message.text).toMatch(/\S/)
      const [{ physicalLocation } = { physicalLocation: null }] = locations
      expect(physicalLocation?.artifactLocation.uri).toMatch(/^accounts\/[0-9a-f]{32}\/tokens(\/[0-9a-f]{32})?$/)
      expect(Object.values(partialFingerprints)[0]).toContain(`${ruleId}:`)
    }
    const fingerprints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))
    expect(new Set(fingerprints).size).toBe(results.length)
  })

  test('a name with the form of a link is none in a message', async () => {
    const files = {
      'a.json': exported('a'.repeat(32), [{ id: '1', name: '[x](https://b.example)', status: 'active', policies: [] }]),
    }
    const { out } = await run(['--file', 'a.json', '--format', 'sarif'], files)
    const { runs } = JSON.parse(out) as { runs: { results: { message: { text: string } }[] }[] }
    const texts = runs.flatMap(({ results }) => results.map(({ message }) => message.text))
    expect(texts.join()).toContain('[x]\u2060(https')
  })

  test('a name with braces holds no place for an argument (3.11.5)', async () => {
    const files = { 'a.json': exported('a'.repeat(32), [{ id: '1', name: '{0} {x}', status: 'active', policies: [] }]) }
    const { out } = await run(['--file', 'a.json', '--format', 'sarif'], files)
    const { runs } = JSON.parse(out) as { runs: { results: { message: { text: string } }[] }[] }
    for (const { message } of runs.flatMap(({ results }) => results)) expect(message.text).toContain('“{{0}} {{x}}”')
  })

  test('tells that only a part of the tokens was read', async () => {
    const result = [{ id: '1', name: 'a', status: 'active', policies: [] }]
    const files = { 'a.json': JSON.stringify({ success: true, result, result_info: { total_count: 5 } }) }
    const { out } = await run(['--file', 'a.json', '--account', 'a'.repeat(32), '--format', 'sarif'], files)
    const { runs } = JSON.parse(out) as {
      runs: { invocations: { toolExecutionNotifications: { message: { text: string } }[] }[] }[]
    }
    const texts = runs[0]?.invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text)
    expect(texts).toContain('The file has 1 token of 5 tokens.')
  })

  test('without findings has an empty list of results', async () => {
    const files = { 'a.json': exported('a'.repeat(32), []) }
    const { out } = await run(['--file', 'a.json', '--format', 'sarif'], files)
    expect(JSON.parse(out)).toMatchObject({ runs: [{ results: [] }] })
  })
})
