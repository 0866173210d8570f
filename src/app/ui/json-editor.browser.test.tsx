import { EditorView } from '@codemirror/view'
import { startTransition, useLayoutEffect, useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { JsonEditor } from './json-editor.tsx'

const view = () => EditorView.findFromDOM(document.querySelector<HTMLElement>('.cm-editor') ?? document.body)

/** Marks a problem, and has a key come right after the marks are rendered. */
function Editor() {
  const [text, setText] = useState('{}')
  const [isMarked, setIsMarked] = useState(false)
  useLayoutEffect(() => {
    if (isMarked) view()?.dispatch({ changes: { from: 2, insert: ' ' }, selection: { anchor: 3 } })
  }, [isMarked])
  return (
    <>
      <JsonEditor
        ref={null}
        labelledBy="title"
        describedBy="title"
        isInvalid={isMarked}
        value={text}
        problems={isMarked ? [{ message: 'Empty', line: 1, column: 1 }] : []}
        wraps={false}
        onChange={setText}
        onPaste={(pasted) => ({ text: pasted, replacesAll: false })}
      />
      <button id="title" onClick={() => startTransition(() => setIsMarked(true))}>
        Mark
      </button>
      <output>{text}</output>
    </>
  )
}

test('a key that comes between a render and its effect moves no caret', async () => {
  await render(<Editor />)
  await page.getByRole('button', { name: 'Mark' }).click()
  await expect.poll(() => view()?.state.doc.toString()).toBe('{} ')
  view()?.focus()
  await userEvent.keyboard('1')
  await expect.poll(() => page.getByRole('status').element().textContent).toBe('{} 1')
})
