import { expect, test } from 'vitest'
import { withoutSecondPrompts } from './second-prompts.ts'

test.each([
  ['bash', '$ curl x \\\n> -d a \\\n> -s', '$ curl x \\\n-d a \\\n-s'],
  ['a quote over lines', '$ curl x -d \'{\n>   "a": 1\n> }\'', '$ curl x -d \'{\n  "a": 1\n}\''],
  ['an empty line', "$ curl x -d '\n>\n> '", "$ curl x -d '\n\n'"],
  ['zsh', '% curl x \\\n> -d "\ndquote> a\ndquote> "', '% curl x \\\n-d "\na\n"'],
  ['zsh, nested', '% echo "$(curl \ncmdsubst dquote> x)"', '% echo "$(curl \nx)"'],
  ['a here-document', '$ curl x -d @- <<EOF\n> {}\n> EOF', '$ curl x -d @- <<EOF\n{}\nEOF'],
  ['a command on the last line', "$ echo '\n> {}' |\n> curl x", "$ echo '\n{}' |\ncurl x"],
  ['PowerShell', 'PS C:\\> curl.exe x `\n>> -d a', 'PS C:\\> curl.exe x `\n-d a'],
  ['cmd', 'C:\\>curl x ^\r\nMore? -d a\r\n', 'C:\\>curl x ^\r\n-d a\r\n'],
  ['a quoted mail', '> curl x \\\n> -d a', '> curl x \\\n-d a'],
])('the second prompts of %s are taken out', (_, text, rest) => {
  expect(withoutSecondPrompts(text)).toBe(rest)
})

test.each([
  ['$ curl x'],
  ['curl -v x\n> GET /client/v4/zones HTTP/2\n> Host: api.cloudflare.com\n>\n< HTTP/2 403'],
  ['curl x \\\n  > out.json'],
  ['curl x\n\n> a quote'],
  ['> a quote\n> and more'],
  ['{\n"a": "b"\n}'],
])('%j has none', (text) => {
  expect(withoutSecondPrompts(text)).toBe(text)
})
