import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ApiFailure } from '#app/api/errors.ts'
import type { FormValues } from './form-values.ts'
import { placeProblems } from './server-problems.ts'

/**
 * Brings a failed save before the user. Each problem of the API goes to its field, and the first of them gets
 * the focus; what belongs to no field is told in the form's alert, which is scrolled to and focused.
 */
export function useFailureAlert(form: UseFormReturn<FormValues>, failure: ApiFailure | null) {
  const alert = useRef<HTMLDivElement>(null)

  // The answer of the API and the focus are outside the form.
  useEffect(() => {
    if (!failure) return
    const placed = placeProblems(failure, form.getValues()).flatMap(({ field, message }) =>
      field ? [{ field, message }] : [],
    )
    for (const [index, { field, message }] of placed.entries())
      form.setError(field, { type: 'server', message }, { shouldFocus: index === 0 })
    if (placed.length === 0) bringToView(alert.current)
  }, [failure, form])

  return { alert, show: () => bringToView(alert.current), policyIndex: failure && refusedPolicy(failure, form) }
}

/** The first policy that a failure is about. */
function refusedPolicy(failure: ApiFailure, { getValues }: UseFormReturn<FormValues>): number | null {
  const indexes = placeProblems(failure, getValues()).map(({ field }) => /^policies\.(\d+)/.exec(field ?? '')?.[1])
  const first = indexes.find((index) => index !== undefined)
  return first === undefined ? null : Number(first)
}

function bringToView(alert: HTMLElement | null): void {
  alert?.scrollIntoView()
  alert?.focus({ preventScroll: true })
}
