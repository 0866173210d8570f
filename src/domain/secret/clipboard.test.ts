import { expect, test } from 'vitest'
import { fromClipboard } from './clipboard.ts'

// In the format of a secret, but not a real one.
const OLD = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
const NEW = `cfat_${'a1B2c3D4'.repeat(6)}`

test('an old token that begins like an option stays whole', () => {
  const token = '-Hn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFY'
  expect(fromClipboard(token)).toEqual({ secret: token, taken: null })
})

test.each([
  ['itself', NEW, null],
  ['itself, older', OLD, null],
  ['blanks and a line end', `  ${NEW}\r\n`, null],
  ['a no-break space', `\u00A0${NEW}\u00A0`, null],
  ['a variable', `CLOUDFLARE_API_TOKEN=${NEW}`, 'the name CLOUDFLARE_API_TOKEN'],
  ['a variable of an older token', `CF_API_TOKEN=${OLD}`, 'the name CF_API_TOKEN'],
  ['an export with quotes', `export CF_API_TOKEN="${NEW}"`, 'quotes and the name CF_API_TOKEN'],
  ['a variable of cmd', `set CF_API_TOKEN=${NEW}`, 'the name CF_API_TOKEN'],
  ['two equals signs', `CF_API_TOKEN==${OLD}`, 'the name CF_API_TOKEN'],
  ['setx', `setx CF_API_TOKEN ${NEW}`, 'the name CF_API_TOKEN'],
  ['PowerShell', `$env:CF_API_TOKEN = '${NEW}'`, 'quotes and the name CF_API_TOKEN'],
  ['HCL', `api_token = "${NEW}"`, 'quotes and the name api_token'],
  ['YAML', `apiToken: ${NEW}`, 'the name apiToken'],
  ['YAML in a list', `- token: ${NEW}`, 'the name token'],
  ['a line of JSON', `"value": "${NEW}",`, 'quotes, what followed it and the name value'],
  ['double quotes', `"${NEW}"`, 'quotes'],
  ['single quotes and a comma', `'${NEW}',`, 'quotes and what followed it'],
  ['typographic quotes', `“${NEW}”`, 'quotes'],
  ['backticks', `\`${NEW}\``, 'quotes'],
  ['a semicolon', `${NEW};`, 'what followed it'],
  ['a continued line', `${NEW} \\`, 'what followed it'],
  ['Bearer', `Bearer ${OLD}`, '“Bearer”'],
  ['a header', `Authorization: Bearer ${OLD}`, 'the header’s name and “Bearer”'],
  ['a header without a scheme', `authorization: ${OLD}`, 'the header’s name'],
  ['an option of curl', `-H "Authorization: Bearer ${OLD}"`, 'quotes, the header’s name and “Bearer”'],
  ['zero-width characters', `\u200B${NEW.slice(0, 9)}\u200D${NEW.slice(9)}\uFEFF`, 'hidden characters'],
  ['a soft hyphen', `${NEW.slice(0, 9)}\u00AD${NEW.slice(9)}`, 'hidden characters'],
  ['a whole command', `curl https://x.example -H "Authorization: Bearer ${NEW}" -s`, 'the text around it'],
  ['a whole answer', `{"success":true,"result":{"id":"x","value":"${OLD}"}}`, 'the text around it'],
  ['the answer of a roll', `{"result":"${OLD}"}`, 'the text around it'],
  ['a shell without a line end', `${NEW}%`, 'the text around it'],
  ['a sentence', `${OLD}.`, 'what followed it'],
  ['brackets', `(${NEW})`, 'the text around it'],
  ['angle brackets', `<${OLD}>`, 'the text around it'],
  ['bold type', `**${NEW}**`, 'the text around it'],
  ['a line end as it is written in code', `"${OLD}\\n"`, 'the text around it'],
  ['a file', `CF_ACCOUNT=ed17574386854bf78a67040be0a770b0\nCF_API_TOKEN=${OLD}\n`, 'the text around it'],
  ['two lines', `${OLD.slice(0, 25)}\n${OLD.slice(25)}`, 'a line break'],
  ['two lines, the second indented', `${NEW.slice(0, 30)}\r\n  ${NEW.slice(30)}\r\n`, 'a line break'],
  ['two lines, the second short', `${NEW.slice(0, 51)}\n${NEW.slice(51)}`, 'a line break'],
  ['three lines', `${NEW.slice(0, 20)}\n${NEW.slice(20, 40)}\n${NEW.slice(40)}`, 'a line break'],
  [
    'a wrapped variable',
    `CF_API_TOKEN=${OLD.slice(0, 25)}\n${OLD.slice(25)}`,
    'a line break and the name CF_API_TOKEN',
  ],
  [
    'a wrapped command',
    `curl x -H "Authorization: Bearer ${NEW.slice(0, 9)}\n${NEW.slice(9)}" -s`,
    'the text around it',
  ],
  ['a wrapped answer', `{"result":"${OLD.slice(0, 9)}\n${OLD.slice(9)}"}`, 'the text around it'],
  ['two parts', `${NEW.slice(0, 30)} ${NEW.slice(30)}`, 'a space'],
  [
    'three parts of a variable',
    `TOKEN="${NEW.slice(0, 20)} ${NEW.slice(20, 40)}  ${NEW.slice(40)}"`,
    'a space, quotes and the name TOKEN',
  ],
  ['a text with another line', `${NEW}\nDone`, 'the text around it'],
])('a secret in %s comes out, and what was taken off is said', (_, pasted, taken) => {
  const { secret, taken: said } = fromClipboard(pasted)
  expect([OLD, NEW]).toContain(secret)
  expect(said).toBe(taken)
})

test.each([
  ['two lines of .env', `A_TOKEN=${OLD}\nB_TOKEN=${NEW}`],
  ['two tokens', `${OLD}\n${NEW}`],
  ['a part and a word', `${OLD.slice(0, 30)}\nDone`],
  ['200,000 lines', `${'one\n'.repeat(200_000)}two`],
  ['an old token in parts', `${OLD.slice(0, 25)} ${OLD.slice(25)}`],
  ['two words', 'two words'],
  // A token in parts, of which some are missing or of another text.
  ['parts without the last', `${NEW.slice(0, 30)} ${NEW.slice(30, 40)}`],
  ['parts and more', `${NEW.slice(0, 30)} ${NEW.slice(30)} and more`],
  ['a part of a named token, and more', `token: ${NEW.slice(0, 30)} and more`],
])('%s: left for the form to refuse', (_, pasted) => {
  expect(fromClipboard(pasted).secret).toMatch(/\s/)
})

test.each([
  ['', ''],
  ['"', '"'],
  ['TOKEN=', 'TOKEN='],
])('%j has nothing to take off', (pasted, secret) => {
  expect(fromClipboard(pasted)).toEqual({ secret, taken: null })
})
