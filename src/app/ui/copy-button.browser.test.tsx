import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { CopyButton } from './copy-button.tsx'

const button = page.getByRole('button')

afterEach(() => vi.restoreAllMocks())

test('a copy button says “Copied” once the clipboard holds the text', async () => {
  const onCopied = vi.fn<() => void>()
  await render(<CopyButton label="Copy secret" value="s3cret" onCopied={onCopied} />)
  await expect.element(button).toHaveAccessibleName('Copy secret')
  await button.click()
  await expect.element(button).toHaveAccessibleName('Copied')
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied')
  expect(await navigator.clipboard.readText()).toBe('s3cret')
  expect(onCopied).toHaveBeenCalledOnce()
})

test('a text that cannot be copied is not said to be', async () => {
  const onCopied = vi.fn<() => void>()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  await render(<CopyButton label="Copy secret" value="s3cret" onCopied={onCopied} />)
  await button.click()
  await expect.element(button).toHaveAccessibleName('Couldn’t copy')
  await expect.element(page.getByRole('status')).toHaveTextContent('Couldn’t copy')
  expect(onCopied).not.toHaveBeenCalled()
})

test('a text is made at the click, and one that cannot be made is not copied', async () => {
  const { rerender } = await render(<CopyButton label="Copy" value={async () => 'made'} iconOnly />)
  await button.click()
  await expect.element(button).toHaveAccessibleName('Copied')
  expect(await navigator.clipboard.readText()).toBe('made')
  await rerender(<CopyButton label="Copy" value={() => Promise.reject(new Error('not made'))} iconOnly />)
  await button.click()
  await expect.element(button).toHaveAccessibleName('Couldn’t copy')
})
