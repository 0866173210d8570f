import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { TextAreaField } from './text-area-field.tsx'

/** A field whose text is judged at every key, as pasted JSON is. */
function Paste() {
  const [text, setText] = useState('')
  return (
    <TextAreaField
      label="Paste here"
      value={text}
      onChange={({ target }) => setText(target.value)}
      {...(text.startsWith('{') && !text.endsWith('}') && { error: `Column ${text.length}: unexpected end.` })}
    />
  )
}

test('a problem that changes as the user types is announced at once, and again only after a pause', async () => {
  const screen = await render(<Paste />)
  const said: (string | null)[] = []
  // The texts of an alert are announced one by one.
  new MutationObserver(() => {
    const text = document.querySelector('[role="alert"]')?.textContent ?? null
    if (text !== said.at(-1)) said.push(text)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  await screen.getByRole('textbox').click()
  await userEvent.keyboard('{{"name')
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Column 6')
  expect(said).toEqual(['Column 1: unexpected end.', 'Column 6: unexpected end.'])
  await userEvent.keyboard('":1}')
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})
