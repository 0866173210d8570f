import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copy-text.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['is absent', undefined],
  [
    'throws',
    {
      writeText: () => {
        throw new Error('no')
      },
    },
  ],
  ['is denied', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
])('with a clipboard that %s nothing counts as copied', async (_, clipboard) => {
  vi.stubGlobal('navigator', { clipboard })
  expect(await copyText('text')).toBe(false)
})

test('a text counts as copied once the clipboard has it', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await copyText(() => Promise.resolve('made'))).toBe(true)
  expect(writeText).toHaveBeenCalledExactlyOnceWith('made')
})
