import { useMutation, type MutationFunction } from '@tanstack/react-query'
import { useRef } from 'react'
import { asFailure } from '#app/api/errors.ts'

type Write<Result, Variables> = {
  mutationFn: MutationFunction<Result, Variables>
  onSuccess: (result: Result, variables: Variables) => unknown
}

/**
 * A mutation that is never under way twice: a double click, or Enter pressed twice, is
 * quicker than the busy state of a button, and a second request would be a second write.
 * Whatever it throws is an `ApiFailure`: a fault of the app may come after the request was sent.
 */
export function useWrite<Result, Variables>({ mutationFn, onSuccess }: Write<Result, Variables>) {
  const isUnderWay = useRef(false)
  const mutation = useMutation({
    mutationFn: (variables, context) =>
      mutationFn(variables, context).catch((error: unknown) => {
        throw asFailure(error)
      }),
    onSuccess,
    onSettled: () => {
      isUnderWay.current = false
    },
  })
  const mutate = (...call: Parameters<typeof mutation.mutate>) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    mutation.mutate(...call)
  }
  return { ...mutation, mutate }
}
