/**
 * Code that is loaded with the first wish for it. `import()` of a part that is there still takes its turn behind all
 * that waits, renders among it. A failure is not kept: the next wish imports it again.
 */
export function loadOnce<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loading: Promise<Module> | undefined
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
}
