import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { forgetOthers, hasUser, isOfFormerUser, takeOver } from '#app/parts/kept-in-tab.ts'
import { paths } from '#app/parts/paths.ts'
import { oncePageIsFree } from '#app/queries/held-page.ts'
import { forgetEverything } from '#app/queries/sign-in.ts'

/** The session is that of all tabs: where another one signed out, or signed in as another user, this one leaves its page. */
export function useSessionElsewhere(): void {
  const queryClient = useQueryClient()
  const router = useRouter()
  // What other tabs store is outside React. A page that the browser had frozen is told nothing and looks for itself.
  useEffect(() => {
    const leave = () => {
      forgetEverything(queryClient)
      const href = hasUser() ? paths.home : paths.signIn()
      // Until the page is left, nothing that is typed there is kept.
      void router.navigate({ href, replace: true, ignoreBlocker: true }).then(takeOver)
    }
    const look = () => {
      if (!isOfFormerUser()) return takeOver()
      forgetOthers()
      oncePageIsFree(leave)
    }
    addEventListener('storage', look)
    addEventListener('pageshow', look)
    return () => {
      removeEventListener('storage', look)
      removeEventListener('pageshow', look)
    }
  }, [queryClient, router])
}
