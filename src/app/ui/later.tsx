import { lazy, useState, type ComponentType } from 'react'

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
  return Object.assign(Later, { fetchCode, prepare })
}
