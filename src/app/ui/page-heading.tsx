import { createContext, use, useEffect, useRef, type ReactNode } from 'react'

/** Called with the heading of a page once it is rendered. */
export const OnPageHeading = createContext<(heading: HTMLElement) => void>(() => {})

/** The one heading of level 1, which takes the focus after a navigation. */
export function PageHeading({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const onPageHeading = use(OnPageHeading)
  const heading = useRef<HTMLHeadingElement>(null)

  // Focus is outside React.
  useEffect(() => {
    if (heading.current) onPageHeading(heading.current)
  }, [onPageHeading])

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
