import { useFormContext, useWatch } from 'react-hook-form'
import type { FormValues } from './form-values.ts'

/** All values of the form, followed as they change. */
export function useFormValues(): FormValues {
  const { control, getValues } = useFormContext<FormValues>()
  // `useWatch` alone knows only the fields that are mounted.
  return { ...getValues(), ...useWatch({ control }) } as FormValues
}
