import { TextField } from '#app/ui/text-field.tsx'
import { confirmationWord } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'

type TypeToConfirmProps = { token: Token; value: string; onChange: (typed: string) => void }

/** Requires the typed name of the token, for an action that takes effect at once. */
export function TypeToConfirm({ token, value, onChange }: TypeToConfirmProps) {
  const { word, what } = confirmationWord(token)
  return (
    <TextField
      label={`Type the ${what} of the token to confirm`}
      hint={<code>{word}</code>}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
