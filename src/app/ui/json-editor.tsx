import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, syntaxTree } from '@codemirror/language'
import { lintGutter, nextDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { getNonce } from 'get-nonce'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react'
import { jsonColors, jsonTheme } from './json-editor-theme.ts'

/** `line` and `column` from 1. */
type Place = { line: number; column: number }

export type JsonEditorHandle = {
  focus: () => void
  /** As if it was typed: the user can undo it. */
  replace: (text: string) => void
  goTo: (place: Place) => void
}

type JsonEditorProps = {
  labelledBy: string
  describedBy: string
  /** One that `onChange` did not report replaces the text and what could be undone: it may be without a secret. */
  value: string
  problems: (Place & { message: string })[]
  wraps: boolean
  isInvalid: boolean
  onChange: (text: string) => void
  /** What a pasted text becomes, in its place or in the place of all. */
  onPaste: (text: string) => { text: string; replacesAll: boolean }
  ref: Ref<JsonEditorHandle>
}

/** JSON with line numbers, colours and marked problems. Tab leaves it, as it leaves any field. */
export function JsonEditor({ value, problems, wraps, onChange, onPaste, ref, ...names }: JsonEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const known = useRef(value)
  const attributes = attributesOf(names)
  const report = useEffectEvent(onChange)
  const take = useEffectEvent(onPaste)
  const create = useEffectEvent((doc: string) =>
    EditorState.create({
      doc,
      extensions: [
        BASICS,
        WRAPPING.of(wraps ? EditorView.lineWrapping : []),
        ATTRIBUTES.of(EditorView.contentAttributes.of(attributes)),
        EditorView.cspNonce.of(getNonce() ?? ''),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (!docChanged) return
          known.current = state.doc.toString()
          report(known.current)
        }),
        EditorView.domEventHandlers({ beforeinput: typeOver, paste: (event, editor) => paste(event, editor, take) }),
      ],
    }),
  )

  // The editor is outside React. No key comes between a render and a layout effect, which would put the editor ahead.
  useLayoutEffect(() => {
    const editor = new EditorView({ ...(box.current && { parent: box.current }), state: create(known.current) })
    view.current = editor
    return () => editor.destroy()
  }, [])

  const problemsText = JSON.stringify(problems.slice(0, MAX_MARKS))
  useLayoutEffect(() => {
    const editor = view.current
    if (!editor) return
    if (value !== known.current) {
      known.current = value
      editor.setState(create(value))
    }
    const shown = JSON.parse(problemsText) as typeof problems
    editor.dispatch(
      setDiagnostics(
        editor.state,
        shown.map((one) => diagnosticOf(editor.state, one)),
      ),
    )
  }, [value, problemsText])

  useEffect(() => {
    view.current?.dispatch({ effects: WRAPPING.reconfigure(wraps ? EditorView.lineWrapping : []) })
  }, [wraps])

  const attributesText = JSON.stringify(attributes)
  useEffect(() => {
    const next = JSON.parse(attributesText) as Record<string, string>
    view.current?.dispatch({ effects: ATTRIBUTES.reconfigure(EditorView.contentAttributes.of(next)) })
  }, [attributesText])

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    replace: (text) => {
      if (view.current) replaceAll(view.current, text)
    },
    goTo: (place) => {
      const editor = view.current
      if (!editor) return
      editor.dispatch({ selection: { anchor: rangeAt(editor.state, place).from }, scrollIntoView: true })
      editor.focus()
    },
  }))

  return <div ref={box} />
}

const WRAPPING = new Compartment()
const ATTRIBUTES = new Compartment()
const MAX_MARKS = 200

const BASICS: Extension = [
  lineNumbers(),
  lintGutter(),
  highlightActiveLineGutter(),
  history(),
  bracketMatching(),
  search({ top: true }),
  json(),
  jsonColors,
  jsonTheme,
  keymap.of([{ key: 'F8', run: nextDiagnostic }, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
]

type Names = Pick<JsonEditorProps, 'labelledBy' | 'describedBy' | 'isInvalid'>

const attributesOf = ({ labelledBy, describedBy, isInvalid }: Names) => ({
  'aria-labelledby': labelledBy,
  'aria-describedby': describedBy,
  'aria-invalid': String(isInvalid),
  // It has the focus without; checkers of accessibility look for it.
  tabindex: '0',
})

/** Left to itself the browser keeps the colours of what is typed over in `style` attributes, which the CSP refuses. */
function typeOver(event: InputEvent, editor: EditorView): boolean {
  const { inputType, data, isComposing } = event
  const selected = selectedRange(editor)
  if (inputType !== 'insertText' || !data || isComposing || !selected) return false
  event.preventDefault()
  const insert = editor.state.toText(data)
  editor.dispatch({
    changes: { ...selected, insert },
    selection: { anchor: selected.from + insert.length },
    userEvent: 'input.type',
    scrollIntoView: true,
  })
  return true
}

/** A selection made just now, as by assistive technology, is the page's before it is the editor's. */
function selectedRange(editor: EditorView): { from: number; to: number } | null {
  const { from, to, empty } = editor.state.selection.main
  if (!empty) return { from, to }
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0, isCollapsed = true } = getSelection() ?? {}
  if (isCollapsed || !anchorNode || !focusNode || !editor.contentDOM.contains(anchorNode)) return null
  const ends = [editor.posAtDOM(anchorNode, anchorOffset), editor.posAtDOM(focusNode, focusOffset)]
  return { from: Math.min(...ends), to: Math.max(...ends) }
}

function paste(event: ClipboardEvent, editor: EditorView, take: JsonEditorProps['onPaste']): boolean {
  const pasted = event.clipboardData?.getData('text/plain')
  if (!pasted) return false
  const { text, replacesAll } = take(pasted)
  event.preventDefault()
  if (replacesAll) replaceAll(editor, text)
  else editor.dispatch({ ...editor.state.replaceSelection(text), userEvent: 'input.paste', scrollIntoView: true })
  return true
}

function replaceAll(editor: EditorView, text: string): void {
  const insert = editor.state.toText(text)
  editor.dispatch({
    changes: { from: 0, to: editor.state.doc.length, insert },
    selection: { anchor: 0 },
    userEvent: 'input.paste',
    scrollIntoView: true,
  })
}

const diagnosticOf = (state: EditorState, problem: Place & { message: string }): Diagnostic => ({
  ...rangeAt(state, problem),
  severity: 'error',
  message: problem.message,
})

/** The word at a place, and nothing beyond its line. */
function rangeAt(state: EditorState, { line, column }: Place): { from: number; to: number } {
  const { doc } = state
  const { from: start, to: end } = doc.line(Math.min(Math.max(line, 1), doc.lines))
  const from = Math.min(start + column - 1, end)
  const { to } = syntaxTree(state).resolveInner(from, 1)
  return { from, to: Math.min(Math.max(to, from), end) }
}
