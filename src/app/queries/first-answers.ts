import type { QueryClient } from '@tanstack/react-query'

/** Resolves when nothing is being asked for any more. */
export function answersAreHere(queryClient: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (queryClient.isFetching() > 0) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = queryClient.getQueryCache().subscribe(look)
    look()
  })
}
