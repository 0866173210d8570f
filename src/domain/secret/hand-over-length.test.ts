import { expect, test } from 'vitest'
import { lengthNote } from './hand-over-length.ts'

test.each([
  [40, null],
  [41, /41 characters.* at 40:/],
  [50, /50 characters.* at 40:/],
  [53, /53 characters.* at 40 or 50:/],
  [80, /80 characters.* at 40 or 50:/],
])('of a secret of %i characters it is said what older tools may do to it', (length, words) => {
  if (words) expect(lengthNote(length)).toMatch(words)
  else expect(lengthNote(length)).toBeNull()
})
