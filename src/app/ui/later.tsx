import { lazy, startTransition, Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react'

/**
 * A component whose code comes when it is first drawn, within a `Suspense`, or when `prepare` has been called before:
 * then it is drawn at once. Measured: React shows nothing of a `lazy` component for 300 ms after its fallback, also
 * when the code has long been there, and that is how long each menu and dialog took to open.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let here: ComponentType<Props> | undefined
  const fetchCode = async () => {
    here = await load()
    return { default: here }
  }
  const Awaited = lazy(fetchCode)

  function Later(props: Props) {
    // What was not here at first stays the same component when it comes, with all it holds.
    const [Component] = useState(() => here ?? Awaited)
    return <Component {...props} />
  }

  /** Fetches the code. What does not come is asked for again, and missed, by whoever draws it. */
  const prepare = () => void fetchCode().catch(() => {})
  return Object.assign(Later, { fetchCode, prepare, isHere: () => here !== undefined })
}

type WhenHereProps = {
  /** The part whose code may be on its way. */
  of: { isHere: () => boolean; fetchCode: () => Promise<unknown> }
  waiting: ReactNode
  children: ReactNode
}

/**
 * The place of a part that is drawn as soon as its code is here. For what is wanted from the beginning, which a
 * `Suspense` alone would draw up to 300 ms after that, and not ask for its data before.
 */
export function WhenHere({ of: { isHere, fetchCode }, waiting, children }: WhenHereProps) {
  const [isDue, setIsDue] = useState(isHere)
  useEffect(() => {
    if (isDue) return
    // Code that did not come is asked for again by the part itself, and missed where there is a place to say so.
    const show = () => startTransition(() => setIsDue(true))
    fetchCode().then(show, show)
  }, [isDue, fetchCode])
  return isDue ? <Suspense fallback={waiting}>{children}</Suspense> : waiting
}
