import { createContext, use, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'

/** Called with the heading of a page once it is rendered. */
export const OnPageHeading = createContext<(heading: HTMLElement, takesFocus: boolean) => void>(() => {})

type PageHeadingProps = {
  className?: string | undefined
  /** `false`: a control of the page takes the focus. */
  takesFocus?: boolean | undefined
  children: ReactNode
}

/** The one heading of level 1, which takes the focus after a navigation. */
export function PageHeading({ className, takesFocus = true, children }: PageHeadingProps) {
  const onPageHeading = use(OnPageHeading)
  const heading = useRef<HTMLHeadingElement>(null)
  const arrive = useEffectEvent(() => {
    if (heading.current) onPageHeading(heading.current, takesFocus)
  })

  // Focus is outside React. Right with the rendering: a moment later the user may be on the way to another page.
  useLayoutEffect(() => arrive(), [])

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
