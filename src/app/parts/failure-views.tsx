import type { ErrorComponentProps } from '@tanstack/react-router'
import { lazy, Suspense, type ComponentProps } from 'react'
import type { FailureNote } from './failure-note.tsx'

const loadRouteError = () => import('./route-error.tsx')
const loadFailureNote = () => import('./failure-note.tsx')
const RouteError = lazy(() => loadRouteError().then((module) => ({ default: module.RouteError })))
const LazyNote = lazy(() => loadFailureNote().then((module) => ({ default: module.FailureNote })))

/** In the place of a page that failed. Its words come when they are needed, or beforehand, when there is time. */
export function RouteFailure(props: ErrorComponentProps) {
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
  void loadRouteError()
  void loadFailureNote()
}
