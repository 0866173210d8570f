import { useEffect, useState, type RefObject } from 'react'

/** About one and a half screens: whoever scrolls finds things drawn. */
const MARGIN = '1200px 0px'

/** Whether a place has ever been in view or near it. What is drawn once stays. */
export function useNearView(place: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false)

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
