import type { ComponentType } from 'react'
import { lazyWithPreload, type PreloadableComponent } from 'react-lazy-with-preload'

/** A component of a file that loads with its first render, or before that by `preload`. */
export const lazyComponent = <File, Props>(
  importFile: () => Promise<File>,
  pick: (file: File) => ComponentType<Props>,
): PreloadableComponent<ComponentType<Props>> => lazyWithPreload(async () => ({ default: pick(await importFile()) }))

/** Loads the code of lazy components before they render. What fails to load is requested again by the render. */
export function preload(...components: { preload: () => Promise<unknown> }[]): void {
  for (const component of components) component.preload().catch(() => {})
}
