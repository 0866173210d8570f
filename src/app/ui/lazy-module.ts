import { useEffect, useState } from 'react'

/**
 * Code that the first rows do not need: rules and words, where `lazyWithPreload` is for components. `useModule` starts
 * to load it after the render that wants it; `get` has it if it is there.
 */
export function lazyModule<Module>(importModule: () => Promise<Module>) {
  let module: Module | undefined

  /** Does not fail: what cannot be loaded is loaded again when it is wanted next. */
  const load = async (): Promise<Module | null> => {
    try {
      module ??= await importModule()
      return module
    } catch {
      return null
    }
  }

  /** `undefined` while it loads, and while nothing is `wanted`; `null` when it could not be loaded for that. */
  function useModule(wanted: unknown): Module | null | undefined {
    const [loaded, setLoaded] = useState<Module | null>()
    useEffect(() => {
      if (wanted && !module) void load().then(setLoaded)
    }, [wanted])
    return module ?? loaded
  }

  return { load, useModule, get: () => module }
}
