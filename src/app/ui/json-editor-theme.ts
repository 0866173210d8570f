import { syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tagHighlighter, tags } from '@lezer/highlight'
import styles from './json-editor.module.css'

/** Classes in the place of colours: light and dark are the stylesheet's. */
export const jsonColors = syntaxHighlighting(
  tagHighlighter([
    { tag: tags.propertyName, class: styles.key ?? '' },
    { tag: tags.string, class: styles.string ?? '' },
    { tag: [tags.number, tags.bool, tags.null], class: styles.literal ?? '' },
  ]),
)

const focusRing = { outline: '2px solid var(--accent)', outlineOffset: '-1px' }
const control = {
  height: '28px',
  margin: '0',
  border: '1px solid var(--border-control)',
  borderRadius: '6px',
  background: 'var(--surface-control)',
  color: 'var(--text)',
  font: '13px var(--sans)',
}

/** Every colour of CodeMirror's own, by the variables of `app.css`. */
export const jsonTheme = EditorView.theme({
  '&': {
    minHeight: '280px',
    maxHeight: 'min(640px, 70dvh)',
    border: '1px solid var(--border-control)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface-control)',
    color: 'var(--text)',
    fontSize: '13px',
    overflow: 'hidden',
  },
  '&.cm-focused': focusRing,
  '.cm-scroller': { font: '13px/20px var(--mono)', overflow: 'auto' },
  '.cm-content, .cm-gutter': { minHeight: '278px' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)' },
  '.cm-lineWrapping': { wordBreak: 'break-all' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-gutters': {
    border: '0',
    borderRight: '1px solid var(--border)',
    backgroundColor: 'var(--surface-sunken)',
    color: 'var(--text-faint)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'var(--surface-current)', color: 'var(--text)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 4px', minWidth: '28px' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': { backgroundColor: 'var(--surface-tag)' },
  '&.cm-focused .cm-nonmatchingBracket, .cm-nonmatchingBracket': { backgroundColor: 'var(--critical-surface)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--critical) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--critical)' },
  '.cm-gutter-lint': { width: '18px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker': { display: 'grid', placeItems: 'center', width: '18px', height: '20px' },
  '.cm-lint-marker-error': { content: 'none' },
  '.cm-lint-marker-error:before': {
    content: '"!"',
    width: '14px',
    height: '14px',
    borderRadius: '50%',
    backgroundColor: 'var(--critical)',
    color: 'var(--on-critical)',
    font: '600 12px/14px var(--sans)',
    textAlign: 'center',
  },
  '.cm-tooltip': {
    maxWidth: 'min(420px, 80vw)',
    border: '1px solid var(--border)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface-overlay)',
    boxShadow: 'var(--shadow-overlay)',
    color: 'var(--text)',
    font: '13px/20px var(--sans)',
  },
  '.cm-diagnostic': { padding: '6px 10px', border: '0', margin: '0' },
  '.cm-panels': { backgroundColor: 'var(--surface-sunken)', color: 'var(--text)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--border)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 8px', font: '13px var(--sans)' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-textfield': { ...control, padding: '0 8px' },
  '.cm-button': { ...control, padding: '0 10px', backgroundImage: 'none', fontWeight: '500', cursor: 'pointer' },
  '.cm-panel.cm-search [name=close]': { top: '8px', right: '8px', width: '28px', height: '28px', color: 'inherit' },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--mark)', outline: '2px solid var(--accent)' },
})
