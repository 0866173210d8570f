import { useMutation, type MutationFunction } from '@tanstack/react-query'
import { useRef } from 'react'
import { asFailure } from '#app/api/errors.ts'

type Write<Result, Variables> = {
  mutationFn: MutationFunction<Result, Variables>
  onSuccess: (result: Result, variables: Variables) => unknown
}

/**
 * A mutation that never runs twice at once: a double click, or Enter pressed twice, is quicker than the
 * busy state of a button, and a second request would be a second write.
 * Everything it throws is an `ApiFailure`: the app itself may fail after the request was sent.
 */
export function useWrite<Result, Variables>({ mutationFn, onSuccess }: Write<Result, Variables>) {
  const isRunning = useRef(false)
  const mutation = useMutation({
    mutationFn: (variables, context) =>
      mutationFn(variables, context).catch((error: unknown) => {
        throw asFailure(error)
      }),
    onSuccess,
    onSettled: () => {
      isRunning.current = false
    },
  })
  const mutate = (...call: Parameters<typeof mutation.mutate>) => {
    if (isRunning.current) return
    isRunning.current = true
    mutation.mutate(...call)
  }
  return { ...mutation, mutate }
}
