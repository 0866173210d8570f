import { TextField } from '#app/ui/text-field.tsx'

type ConfirmFieldProps = {
  label: string
  /** What the user has to type. */
  word: string
  value: string
  inputMode?: 'numeric'
  onChange: (typed: string) => void
  /** Enter. */
  onConfirm: () => void
}

/** What has to be typed before an action that is hard to undo. */
export function ConfirmField({ word, onChange, onConfirm, ...input }: ConfirmFieldProps) {
  return (
    <TextField
      {...input}
      hint={<code>{word}</code>}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        // Enter may also end the writing of a character.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        // Or it would press what has the focus next.
        event.preventDefault()
        onConfirm()
      }}
    />
  )
}
