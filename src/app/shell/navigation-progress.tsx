import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { GoingLine } from '#app/ui/going-line.tsx'

/** Says that the next page is loading: a line at the top, and the link that was followed is dimmed (`app.css`). */
export function NavigationProgress() {
  const isNavigating = useRouterState({
    select: ({ status, location, resolvedLocation }) =>
      status === 'pending' && location.pathname !== resolvedLocation?.pathname,
  })

  // The document is outside React: the link can be anywhere on the page.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-navigating', isNavigating)
  }, [isNavigating])

  return <GoingLine label="Loading page" isGoing={isNavigating} />
}
