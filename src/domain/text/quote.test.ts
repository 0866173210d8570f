import { expect, test } from 'vitest'
import { hclQuote } from './quote.ts'

test('a text that looks like a Terraform template is none', () => {
  expect(hclQuote('${var.secret} %{ if true }')).toBe('"$${var.secret} %%{ if true }"')
})

test('controls that no letter stands for are written by their code', () => {
  expect(hclQuote('a\u0007\u0000b\tc')).toBe(String.raw`"a\u0007\u0000b\tc"`)
})
