import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { handOverForms, shellQuote } from './hand-over.ts'

test.each([["it's"], ['$(id) `id` "x" \\ !'], ["'"], ['two\nlines'], ['']])(
  'a shell reads %j back as it was',
  (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellQuote(text)}`]).toString()).toBe(text)
  },
)

test('the curl form asks the account’s own path', () => {
  const forms = handOverForms({ accountId: 'a1', secret: 's3' })
  const curl = forms.find(({ id }) => id === 'curl')?.text
  expect(curl).toContain('/accounts/a1/tokens/verify')
  expect(curl).toContain("'Authorization: Bearer s3'")
  expect(forms.find(({ id }) => id === 'env')?.text).toBe('CLOUDFLARE_ACCOUNT_ID=a1\nCLOUDFLARE_API_TOKEN=s3\n')
})
