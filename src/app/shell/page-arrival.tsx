import { useRouter } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { OnPageHeading } from '#app/ui/page-heading.tsx'

/** After a navigation to another page, focuses its heading, or leaves that to the page, and announces its title, even if both come with the data. */
export function PageArrival({ children }: { children: ReactNode }) {
  const router = useRouter()
  const shown = useRef<string>(null)
  const [title, setTitle] = useState('')

  const onPageHeading = (heading: HTMLElement, takesFocus: boolean) => {
    const { pathname } = router.latestLocation
    const isNavigation = shown.current !== null && shown.current !== pathname
    shown.current = pathname
    if (!isNavigation) return
    // Where the page begins is for the scroll restoration to say.
    if (takesFocus) heading.focus({ preventScroll: true })
    setTitle(document.title)
  }

  return (
    <OnPageHeading value={onPageHeading}>
      {children}
      <p role="status" className="visually-hidden">
        {title}
      </p>
    </OnPageHeading>
  )
}
