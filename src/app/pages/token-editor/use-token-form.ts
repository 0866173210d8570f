import { useForm, type FieldErrors, type UseFormReturn } from 'react-hook-form'
import { fieldErrors, formProblems } from './form-problems.ts'
import type { FormValues } from './form-values.ts'
import type { Judging } from './judging.ts'

/** The form with its one validation. `draft` is what a reload restored: against `initial` it counts as unsaved. */
export function useTokenForm(initial: FormValues, draft: FormValues | null, judging: Judging) {
  const form: UseFormReturn<FormValues> = useForm<FormValues>({
    defaultValues: initial,
    mode: 'onTouched',
    resolver: (values, _, { names }) => {
      const all = errorsOf(values, judging)
      // The name has the focus from the start; leaving it empty for now is no mistake yet.
      if (names?.join() === 'name' && values.name === '' && !form.formState.isSubmitted) return { values, errors: {} }
      // React Hook Form validates a list whenever it changes; a policy just added is not wrong yet.
      const errors = names?.join() === 'policies' ? listErrors(all, form) : all
      return Object.keys(errors).length === 0 ? { values, errors: {} } : { values: {}, errors }
    },
    // With `keepFieldsRef` each field of a policy that the draft no longer has would be set, and seen, before it goes.
    ...(draft && { values: draft, resetOptions: { keepDefaultValues: true, keepFieldsRef: false } }),
  })
  return form
}

const errorsOf = (values: FormValues, judging: Judging) => fieldErrors(formProblems(values, judging, Date.now()))

/** The error of the list as a whole, or the errors that its policies show already. */
function listErrors(
  { policies }: FieldErrors<FormValues>,
  { getFieldState }: UseFormReturn<FormValues>,
): FieldErrors<FormValues> {
  if (policies?.message) return { policies }
  const { error: shown } = getFieldState('policies')
  return shown && !shown.root && !shown.message ? { policies: shown } : {}
}
