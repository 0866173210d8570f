import { Suspense, type ComponentProps } from 'react'
import type { FallbackProps } from 'react-error-boundary'
import { later } from '#app/ui/later.tsx'
import type { FailureNote } from './failure-note.tsx'

const RouteError = later(() => import('./route-error.tsx').then((module) => module.RouteError))
const LazyNote = later(() => import('./failure-note.tsx').then((module) => module.FailureNote))

/** In the place of a page that failed. Its words come when they are needed, or beforehand, when there is time. */
export function RouteFailure(props: FallbackProps) {
  return (
    <Suspense>
      <RouteError {...props} />
    </Suspense>
  )
}

/** A failure above rows that are still there, for a page whose first rows come without the words for it. */
export function LateFailureNote(props: ComponentProps<typeof FailureNote>) {
  return (
    <Suspense>
      <LazyNote {...props} />
    </Suspense>
  )
}

/** Whoever goes offline later still gets to read what happened. */
export function prepareForFailure(): void {
  RouteError.prepare()
  LazyNote.prepare()
}
