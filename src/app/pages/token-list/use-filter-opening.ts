import { useRef, useState } from 'react'
import type { FacetName } from '#domain/inventory/facet-names.ts'

/** Where the filters are open, and at which of them. */
export type FilterOpening = {
  /** `null`: no filter in particular. */
  facet: FacetName | null
  /** From the start of the toolbar's filters, in px: it keeps its place while chips come and go. */
  offset: number
}

/** The popover of the filters: the elements of the toolbar that it belongs to, and whether it is open. */
export function useFilterOpening() {
  const anchor = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [opening, setOpening] = useState<FilterOpening | null>(null)
  const open = (facet: FacetName | null) => {
    const [start, end] = [anchor, opener].map(({ current }) => current?.getBoundingClientRect().left ?? 0)
    setOpening({ facet, offset: (end ?? 0) - (start ?? 0) })
  }
  const close = () => setOpening(null)
  return { anchor, opener, opening, open, close }
}

export type FilterControl = ReturnType<typeof useFilterOpening>
