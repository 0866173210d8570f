import { expect, test } from 'vitest'
import { commentQuote, hclQuote } from './quote.ts'

test('a text that looks like a Terraform template is none', () => {
  expect(hclQuote('${var.secret} %{ if true }')).toBe('"$${var.secret} %%{ if true }"')
})

test('controls that no letter stands for are written by their code', () => {
  expect(hclQuote('a\u0007\u0000b\tc')).toBe(String.raw`"a\u0007\u0000b\tc"`)
})

test('no text ends the comment it stands in', () => {
  expect(commentQuote('a"\n\r\u2028\u0085\u202Eb')).toBe(String.raw`"a\"\n\r\u2028\u0085\u202eb"`)
})
