import { expect, test } from 'vitest'
import { readOpenApi } from '#domain/operations/open-api/read-open-api.ts'
import { readPasted } from '#domain/operations/paste/read-pasted.ts'
import { fromClipboard } from '#domain/secret/clipboard.ts'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { redactTyped } from '#domain/secret/redact.ts'
import { listWords } from '#domain/text/list-words.ts'
import { readExport } from './read-export.ts'
import { readTokenBody } from './read-token-body.ts'
import { lookInside } from './take-out-token.ts'

const LENGTH = 50_000
const many = (text: string) => text.repeat(LENGTH / text.length)
const inside = (open: string, close: string) => {
  const depth = LENGTH / (open.length + close.length)
  return `${open.repeat(depth)}1${close.repeat(depth)}`
}
const numbered = (text: (index: number) => string) => Array.from({ length: LENGTH / 10 }, (_, at) => text(at)).join()
const HCL = 'resource "cloudflare_account_token" "ci" {\n'
const BODY = '{"name":"ci","policies":'

const WORDS = String.raw`- { [ " ' \ # = a . , $ ( < /* "\ "a": a. client. <a> TOKEN= value= a=b; https://`.split(' ')
const LINES = '\n,\r,\r\n,\n\n ,# \n,---\n,a=\n,a= \n,{\n,[a]\n,import {\n,sudo\n,```a\n'.split(',')
const NAMES = ['a.', '"value":"', 'token = ', '-u ', 'x:', '://a']
const OTHERS = [' ', '\u200B', '`', '${', '- ', '> ', 'curl ', '<<a ', 'POST ', 'fetch ']

/** Each of these over and over, after a start. */
const repeated = (start: string) => [WORDS, LINES, NAMES, OTHERS].flat().map((text) => `${start}${many(text)}!`)

const built = [
  ...[inside('[', ']'), inside('{"a":', '}')].flatMap((deep) => [
    deep,
    `${BODY}${deep}}`,
    `${BODY}[{"resources":${deep}}]}`,
    `{"resource":${deep}}`,
    `{"values":{"root_module":${deep}}}`,
    `curl x\n${deep}`,
  ]),
  ...[inside('[', ']'), inside('{a=', '}'), inside('(', ')')].flatMap((deep) => [
    `${HCL}name = ${deep}\n}`,
    `{"resource":{"cloudflare_account_token":{"ci":{"name":"\${jsonencode(${deep})}"}}}}`,
  ]),
  `${HCL}${inside('a {\n', '}')}\n}`,
  `${HCL}${many('a {}\n')}}`,
  many('resource "cloudflare_account_token" "ci" { name = a }\n'),
  `provider "${many(' ')}`,
  `${BODY}[{"effect":"allow","permission_groups":[],"resources":{${numbered((at) => `"${at}":1`)}}}]}`,
  `{"a" "${many(' ')}" x`,
  `x\u00A0"${many(String.raw`\"`)}`,
  `curl x -d "$(cat <<a\n${many('\n')})"`,
  `curl x -d "${inside('$(curl ', ')')}"`,
  `curl x\nA=aaaaaaaa\n${'A=$A$A$A$A$A$A$A$A$A$A\n'.repeat(20)}curl x -d "${many('$A')}"`,
]

// With quadratic time, one of these takes ten seconds and more.
test.each<[string, (text: string) => unknown, ...starts: string[]]>([
  ['imports', readExport, '# a\n', '{"a":"', HCL],
  ['the JSON tab', (text) => [lookInside(text), readTokenBody(text)], '{"a":"'],
  ['requests', readPasted, 'curl x ', '# a\n', 'a,a,'],
  ['API descriptions', readOpenApi, '{"a":"'],
  ['secrets in a text', redactTyped],
  ['a word that may be a secret', looksLikeSecret],
  ['a copied secret', fromClipboard],
  ['lists of words', listWords, 'a,a,'],
])('the reader of %s takes linear time for any text, and never throws', (_, read, ...starts) => {
  for (const text of [...['', ...starts].flatMap(repeated), ...built])
    expect(() => read(text), text.slice(0, 60)).not.toThrow()
})
