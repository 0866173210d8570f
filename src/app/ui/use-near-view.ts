import { useEffect, useState, type RefObject } from 'react'

/** About one screen, so that content is rendered before it is scrolled into view. */
const MARGIN = '800px 0px'

/** Whether an element has ever been in or near the viewport, or is known to be from the start. It never turns false again. */
export function useNearView(place: RefObject<Element | null>, isKnown: boolean): boolean {
  const [isNear, setIsNear] = useState(isKnown)

  // The layout is outside React.
  useEffect(() => {
    if (isNear || !place.current) return undefined
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setIsNear(true),
      { rootMargin: MARGIN },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place, isNear])

  return isNear
}
