import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSpinDelay } from '#app/ui/use-spin-delay.ts'
import styles from './navigation-progress.module.css'

/** Says that the next page is loading: a line at the top, and the link that was followed is dimmed (`app.css`). */
export function NavigationProgress() {
  const isNavigating = useRouterState({
    select: ({ status, location, resolvedLocation }) =>
      status === 'pending' && location.pathname !== resolvedLocation?.pathname,
  })
  const isLong = useSpinDelay(isNavigating)

  // The document is outside React: the link can be anywhere on the page.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-navigating', isNavigating)
  }, [isNavigating])

  return isLong && <div role="progressbar" aria-label="Loading page" className={styles.line} />
}
