import { useEffect, useState, type RefObject } from 'react'

/** About a screen: whoever scrolls finds things drawn. */
const MARGIN = '800px 0px'

/** Whether a place has ever been in view or near it, or is known to be from the start. What is drawn once stays. */
export function useNearView(place: RefObject<Element | null>, isKnown: boolean): boolean {
  const [isNear, setIsNear] = useState(isKnown)

  // Where things are is known to the layout alone.
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
