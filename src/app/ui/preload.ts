type Preloadable = { preload: () => Promise<unknown> }

/** Preloads lazy components. A failed load is retried when the component renders. */
export function preload(...components: Preloadable[]): void {
  for (const component of components) component.preload().catch(() => {})
}
