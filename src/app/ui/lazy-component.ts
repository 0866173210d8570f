import { createElement, type ComponentType } from 'react'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { LoadError, PartBoundary } from './part-boundary.tsx'

type LazyComponent<Props> = ComponentType<Props> & { preload: () => Promise<unknown> }

type PropsOf<Component> = Component extends ComponentType<infer Props extends object> ? Props : never

/**
 * A component of a file that loads with its first render, or before that by `preload`. Where it cannot be loaded, a
 * note takes its place.
 */
export function lazyComponent<File, Name extends keyof File>(
  importFile: () => Promise<File>,
  name: Name,
): LazyComponent<PropsOf<File[Name]>> {
  type Props = PropsOf<File[Name]>
  const create = () =>
    lazyWithPreload(async () => {
      const file = await importFile()
        .catch(importAgain<File>)
        .catch((cause: unknown) => {
          throw new LoadError('Part not loaded', { cause })
        })
      // The type of the result says what it is.
      return { default: file[name] as ComponentType<Props> }
    })
  // It keeps a failure, so another one takes its place then.
  let part = create()
  const renew = () => {
    part = create()
  }
  const preload = () =>
    part.preload().catch((error: unknown) => {
      renew()
      throw error
    })

  function Part(props: Props) {
    const onClose = 'onClose' in props && isClose(props.onClose) ? props.onClose : undefined
    const render = () => createElement(part, props)
    return createElement(PartBoundary, { load: preload, onMissing: renew, onClose, render })
  }
  return Object.assign(Part, { preload })
}

/** Chromium repeats the failure of an import until the page is reloaded. Its message ends with the address. */
function importAgain<File>(error: unknown): Promise<File> {
  const [url] = /https?:\S+$/.exec(String(error)) ?? []
  if (!url) throw error
  // The parameter makes it another address of the same file, so the type is the same.
  return import(/* @vite-ignore */ `${url}?again=${Date.now()}`) as Promise<File>
}

const isClose = (value: unknown): value is () => void => typeof value === 'function'

/** Loads the code of lazy components before they render. What fails to load is requested again by the render. */
export function preload(...components: { preload: () => Promise<unknown> }[]): void {
  for (const component of components) component.preload().catch(() => {})
}
