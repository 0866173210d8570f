import { useFormContext, useWatch } from 'react-hook-form'
import { afterPress } from '#app/parts/after-press.ts'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { NAME_MAX } from '#domain/token/name.ts'
import type { FormValues } from './form-values.ts'

export function NameField({ example = 'cert-manager production' }: { example?: string | undefined }) {
  const { register, formState, control } = useFormContext<FormValues>()
  const name = useWatch({ control, name: 'name' })
  const error = formState.errors.name?.message
  const { onBlur, ...field } = register('name')

  return (
    <Section>
      <TextField
        label="Token name"
        hint="Name the service and its purpose. Names don’t have to be unique."
        placeholder={`For example, ${example}`}
        counter={`${Array.from(name).length} of ${NAME_MAX}`}
        autoComplete="off"
        error={error}
        {...field}
        onBlur={(event) => afterPress(() => void onBlur(event))}
      />
    </Section>
  )
}
