import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOpenApi } from './read-open-api.ts'
import { asYaml, type YamlStyle } from './testing.ts'

const MARKS = 'x-api-token-group'
const listTokens = {
  operationId: 'list-tokens',
  summary: 'List Tokens',
  [MARKS]: ['API Tokens Write', 'API Tokens Read'],
}
const document = (paths: unknown) => ({ openapi: '3.0.3', info: { title: 'API', version: '4.0.0' }, paths })
const read = (paths: unknown) => readOpenApi(JSON.stringify(document(paths)))
const messageOf = (text: string) => {
  const result = readOpenApi(text)
  return result.ok ? null : result.message
}

describe('what is read', () => {
  test('each method of a path is an operation with its title, its ID and its marks', () => {
    const paths = { '/user/tokens': { parameters: [], get: listTokens, post: { ...listTokens, [MARKS]: null } } }
    const common = { path: '/user/tokens', title: 'List Tokens', pages: [], operationId: 'list-tokens' }
    expect(read(paths)).toEqual({
      ok: true,
      description: {
        title: 'API',
        version: '4.0.0',
        operations: [
          { ...common, method: 'GET', groups: ['API Tokens Write', 'API Tokens Read'], evidence: 'marked' },
          { ...common, method: 'POST', groups: [], evidence: 'unknown' },
        ],
      },
    })
  })

  test('odd values never become names of groups', () => {
    const odd = { get: { [MARKS]: [' DNS Read ', '', 7, null, {}, 'DNS Read'], summary: 5, operationId: [] } }
    const result = read({
      '/a': odd,
      'x-other': { get: listTokens },
      '/b': null,
      '/c': { get: 'text' },
      '/__proto__': odd,
    })
    expect(result).toMatchObject({
      description: {
        operations: [{ path: '/a', groups: ['DNS Read'], title: '', operationId: null }, { path: '/__proto__' }],
      },
    })
  })
})

describe('what is refused', () => {
  const whole = JSON.stringify(document({ '/a': { get: listTokens } }))
  const yaml = asYaml(document({ '/a': { get: listTokens } }), {})
  test.each([
    ['an empty file', ' \n', 'The file is empty.'],
    ['a web page', '<!doctype html><html>', 'This is a web page'],
    ['a word', 'hello', 'Neither JSON nor YAML'],
    ['a list', '- a\n- b\n', 'Neither JSON nor YAML'],
    ['a table', 'a,b\n1,2\n', 'Neither JSON nor YAML'],
    ['other JSON', '{"a":1}', 'it has no “paths”'],
    ['other YAML', 'a: 1\n', 'it has no “paths”'],
    ['paths that are a list', '{"paths":[]}', 'it has no “paths”'],
    ['no operations', '{"paths":{}}', 'has no operations'],
    ['no marks', JSON.stringify(document({ '/a': { get: { summary: 'A' } } })), 'names no permissions'],
    ['JSON that is cut off', whole.slice(0, -20), 'The file ends too early.'],
    ['JSON with a mistake', whole.replace('"API"', 'API'), 'it has a mistake'],
    ['YAML that is cut off in a line', yaml.slice(0, -3), 'The file ends too early.'],
    ['YAML that is cut off in a quote', 'paths:\n  /a:\n    get:\n      summary: "A', 'a quote is not closed'],
    ['YAML with a tab', yaml.replace('  /a', '\t/a'), 'Line 6: a tab in the indentation'],
    ['YAML in braces', 'paths: {/a: {get: {summary: A}}}\n', 'Line 1: an object in braces'],
  ])('%s', (_, text, message) => {
    expect(messageOf(text)).toContain(message)
  })

  test('a last line without a line break is no mistake where the paths are complete', () => {
    expect(messageOf(`${yaml}servers: []`)).toBeNull()
  })
})

const word = fc.constantFrom(
  'DNS',
  'Read:',
  'it’s',
  '#1',
  'a, b',
  '"x"',
  "it's",
  'true',
  '12',
  '-',
  '{id}',
  '[y]',
  'é',
  'null',
)
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const operation = fc.record(
  {
    tags: fc.array(text, { maxLength: 2 }),
    summary: text,
    description: text.map((one) => `${one}\n\n# ${one}\nget: ${one}\n`),
    operationId: text,
    parameters: fc.array(
      fc.record({ name: text, schema: fc.record({ summary: text, [MARKS]: fc.constant(['no']) }) }),
      { maxLength: 2 },
    ),
    [MARKS]: fc.option(fc.array(text, { maxLength: 3 })),
  },
  { requiredKeys: [] },
)
const methods = fc.dictionary(fc.constantFrom('get', 'put', 'post', 'parameters', 'x-y'), operation, { maxKeys: 3 })
const path = fc
  .tuple(text, fc.nat(140))
  .map(([name, length]) => `/${name.replaceAll(' ', '/')}${'/long'.repeat(length / 5)}`)
const style: fc.Arbitrary<YamlStyle> = fc.record({
  quote: fc.constantFrom('single', 'double'),
  indent: fc.constantFrom(2, 4),
  width: fc.constantFrom(10, 80),
  isListIndented: fc.boolean(),
  isListInline: fc.boolean(),
})

test('YAML and JSON of one document are read alike', () => {
  fc.assert(
    fc.property(fc.dictionary(path, methods, { minKeys: 1, maxKeys: 4 }), style, (paths, style) => {
      const marked = { ...paths, '/marked': { get: listTokens } }
      const json = read(marked)
      expect(json.ok).toBe(true)
      expect(readOpenApi(asYaml(document(marked), style))).toEqual(json)
    }),
    { numRuns: 300 },
  )
})

test('a file that is cut off anywhere is refused, or read without what is missing', () => {
  const paths = { '/a': { get: listTokens }, '/b': { get: { ...listTokens, summary: 'A: "b"' }, put: {} } }
  for (const text of [JSON.stringify(document(paths)), asYaml({ ...document(paths), servers: [] }, {})]) {
    const whole = readOpenApi(text)
    for (let length = 0; length < text.length; length += 1) {
      const cut = readOpenApi(text.slice(0, length))
      if (!cut.ok) continue
      expect(text.slice(0, length)).toMatch(/\n$|\nservers:/)
      const operations = whole.ok ? whole.description.operations.slice(0, cut.description.operations.length - 1) : []
      expect(cut.description.operations.slice(0, -1)).toEqual(operations)
    }
  }
})

test('a description of 15 MB is read before long', () => {
  const parameter = { name: 'page', in: 'query', schema: { type: 'string', description: 'One more text. '.repeat(16) } }
  const paths = Object.fromEntries(
    Array.from({ length: 2_800 }, (_, at) => [
      `/accounts/{account_id}/things/${at}/{id}`,
      { get: { ...listTokens, parameters: Array.from({ length: 15 }, () => parameter) } },
    ]),
  )
  const json = JSON.stringify(document(paths))
  expect(json.length).toBeGreaterThan(13e6)
  expect(readOpenApi(json)).toMatchObject({ description: { operations: { length: 2_800 } } })
  const yaml = asYaml(document(paths), {})
  expect(readOpenApi(yaml)).toEqual(readOpenApi(json))
})
