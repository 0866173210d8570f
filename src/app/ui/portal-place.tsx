import { useCallback, useState, type ComponentProps } from 'react'

/** The element of a portal. It exists before its place is in the page, so that the first render can fill it. */
export function usePortalElement(): HTMLElement {
  const [element] = useState(() => {
    const made = document.createElement('div')
    made.style.display = 'contents'
    return made
  })
  return element
}

/** Where the element of a portal is in the page. */
export function PortalPlace({ element, ...props }: ComponentProps<'div'> & { element: HTMLElement }) {
  const place = useCallback((div: HTMLElement | null) => div?.append(element), [element])
  return <div {...props} ref={place} />
}
