type Preloadable = { preload: () => Promise<unknown> }

/** Loads the code of lazy components before they render. What fails to load is requested again by the render. */
export function preload(...components: Preloadable[]): void {
  for (const component of components) component.preload().catch(() => {})
}
