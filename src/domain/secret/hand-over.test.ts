import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotenvQuote, hclQuote, shellQuote } from '#domain/text/quote.ts'
import { handOverForms, r2Jurisdictions, s3Form } from './hand-over.ts'

test.each([["it's"], ['$(id) `id` "x" \\ !'], ["'"], ['two\nlines'], ['']])(
  'a shell reads %j back as it was',
  (text) => {
    expect(readWord(shellQuote(text))).toBe(text)
  },
)

test('the curl form asks the account’s own path', () => {
  const forms = handOverForms({ accountId: 'a1', secret: 's3' })
  const curl = forms.find(({ id }) => id === 'curl')?.text
  expect(curl).toContain('/accounts/a1/tokens/verify')
  expect(curl).toContain("'Authorization: Bearer s3'")
  expect(forms.find(({ id }) => id === 'env')?.text).toBe('CLOUDFLARE_ACCOUNT_ID=a1\nCLOUDFLARE_API_TOKEN=s3\n')
})

test('quoting for the shell, .env and Terraform is undone by their rules, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readWord(shellQuote(text))).toBe(text)
      expect(readDotenv(dotenvQuote(text))).toBe(text)
      expect(readHcl(hclQuote(text))).toBe(text)
    }),
  )
})

test.each([
  ['env', 'CLOUDFLARE_ACCOUNT_ID=a1\nCLOUDFLARE_API_TOKEN=s3\n'],
  ['gh', "printf %s 's3' | gh secret set CLOUDFLARE_API_TOKEN"],
  ['wrangler', "printf %s 's3' | npx wrangler secret put CLOUDFLARE_API_TOKEN"],
  ['terraform', 'cloudflare_api_token = "s3"\n'],
])('the form %s', (id, text) => {
  expect(handOverForms({ accountId: 'a1', secret: 's3' }).find((form) => form.id === id)?.text).toBe(text)
})

test('the key pair for S3 names the jurisdiction’s own endpoint', () => {
  const parts = { accountId: 'a1', tokenId: 't1', sha256: 'ff' }
  expect(s3Form({ ...parts, jurisdiction: 'default' })).toContain('https://a1.r2.cloudflarestorage.com\n')
  expect(s3Form({ ...parts, jurisdiction: 'eu' })).toContain('https://a1.eu.r2.cloudflarestorage.com\n')
})

const account = '0'.repeat(32)
const on = (name: string, resources: Record<string, string>) => [
  { effect: 'allow', permission_groups: [{ id: '1', name }], resources },
]
const bucket = (jurisdiction: string) => `com.cloudflare.edge.r2.bucket.${account}_${jurisdiction}_b`

test('only tokens with R2 have S3 endpoints, one a jurisdiction', () => {
  expect(r2Jurisdictions(on('DNS Read', { x: '*' }))).toEqual([])
  expect(r2Jurisdictions(on('Workers R2 Storage Read', { [`com.cloudflare.api.account.${account}`]: '*' }))).toEqual([
    'default',
  ])
  const both = on('Workers R2 Storage Bucket Item Read', { [bucket('eu')]: '*', [bucket('default')]: '*' })
  expect(r2Jurisdictions(both)).toEqual(['default', 'eu'])
})

test('all buckets beside one of a jurisdiction have the usual endpoint, too', () => {
  const all = on('Workers R2 Storage Write', { [`com.cloudflare.api.account.${account}`]: '*' })
  const one = on('Workers R2 Storage Bucket Item Read', { [bucket('eu')]: '*' })
  expect(r2Jurisdictions([...one, ...all])).toEqual(['default', 'eu'])
  const other = on('Billing Read', { [`com.cloudflare.api.account.${account}`]: '*' })
  expect(r2Jurisdictions([...one, ...other])).toEqual(['eu'])
})

/** Parses a value like dotenv: bare, in single quotes literally, in double quotes with escapes. */
function readDotenv(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1)
  if (!value.startsWith('"')) return value
  return value.slice(1, -1).replaceAll(/\\(.)/g, (_, escaped: string) => ({ n: '\n', r: '\r' })[escaped] ?? escaped)
}

/** Parses a quoted HCL template without interpolation. */
function readHcl(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\$\$\{|%%\{|\\(.)/g, (match, escaped?: string) => {
    if (escaped === undefined) return match.slice(1)
    return { n: '\n', r: '\r', t: '\t' }[escaped] ?? escaped
  })
}

/** Parses one word like POSIX: literal in single quotes, and one character after a backslash outside. */
function readWord(word: string): string {
  let read = ''
  for (let at = 0; at < word.length; at += 1) {
    const character = word.charAt(at)
    if (character === "'") {
      const end = word.indexOf("'", at + 1)
      if (end === -1) throw new Error('a quote stays open')
      read += word.slice(at + 1, end)
      at = end
    } else if (character === '\\') {
      at += 1
      read += word.charAt(at)
    } else {
      throw new Error(`${character} stands outside quotes`)
    }
  }
  return read
}
