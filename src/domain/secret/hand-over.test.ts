import { expect, test } from 'vitest'
import { handOverForms, shellQuote } from './hand-over.ts'

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

/** Reads one word as POSIX does: all is literal in single quotes, and one character after a backslash outside. */
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
