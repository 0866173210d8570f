import { expect, test } from 'vitest'
import { shellCommands } from '#domain/token-json/shell-words.ts'
import { SECRET_PLACEHOLDER, usageSnippets } from './usage-snippets.ts'

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
const textOf = (id: string, account = accountId) => usageSnippets(account).find((one) => one.id === id)?.text ?? ''

test('every snippet has the placeholder in the place of the secret', () => {
  for (const { id, text } of usageSnippets(accountId)) expect(text, id).toContain(`'${SECRET_PLACEHOLDER}'`)
})

test('every snippet names the account', () => {
  for (const { id, text } of usageSnippets(accountId)) expect(text, id).toContain(accountId)
})

test('curl verifies the token on the account’s own path', () => {
  expect(textOf('curl')).toBe(
    `export CLOUDFLARE_API_TOKEN='YOUR_TOKEN_SECRET'
curl 'https://api.cloudflare.com/client/v4/accounts/${accountId}/tokens/verify' \\
  --header "Authorization: Bearer $CLOUDFLARE_API_TOKEN"
`,
  )
})

test.each(["it's", '$(exit 3)', 'a b`c`"d"', "';exit 3;'"])('a shell reads the account ID %s as one word', (odd) => {
  const words = (id: string) => shellCommands(textOf(id, odd)).map((command) => command.words)
  expect(words('wrangler')[1]).toEqual(['export', `CLOUDFLARE_ACCOUNT_ID=${odd}`])
  expect(words('github')[1]).toEqual(['gh', 'variable', 'set', 'CLOUDFLARE_ACCOUNT_ID', '--body', odd])
  const url = `https://api.cloudflare.com/client/v4/accounts/${encodeURIComponent(odd)}/tokens/verify`
  expect(words('curl')[1]).toEqual(['curl', url, '--header', `Authorization: Bearer ${SECRET_PLACEHOLDER}`])
})

test('Terraform reads the account ID as text', () => {
  // oxlint-disable-next-line no-template-curly-in-string
  expect(textOf('terraform', 'a"${b}')).toContain('"a\\"$${b}"')
})
