import { useMutation, type MutationFunction } from '@tanstack/react-query'
import { useRef } from 'react'

type Write<Result, Variables> = {
  mutationFn: MutationFunction<Result, Variables>
  onSuccess: (result: Result, variables: Variables) => unknown
}

/**
 * A mutation that is never under way twice: a double click, or Enter pressed twice, is
 * quicker than the busy state of a button, and a second request would be a second write.
 */
export function useWrite<Result, Variables>({ mutationFn, onSuccess }: Write<Result, Variables>) {
  const isUnderWay = useRef(false)
  const mutation = useMutation({
    mutationFn,
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
