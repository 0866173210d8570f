import type * as Client from './client.ts'
import { ApiFailure } from './errors.ts'

type Load = () => Promise<typeof Client>

let loaded: ReturnType<Load> | undefined

/**
 * Loads the SDK, a chunk of its own: the page's first answers are read without it. A call after a failure tries
 * again. When it fails, nothing was sent.
 */
export function loadSdk(load: Load = () => import('./client.ts')): ReturnType<Load> {
  loaded ??= load()
    .catch(loadAgain)
    .catch((error: unknown) => {
      loaded = undefined
      throw new ApiFailure({ cause: error, isBeforeWrite: true })
    })
  return loaded
}

/** Chromium repeats the failure of an import until the page is reloaded. Its message ends with the address. */
function loadAgain(error: unknown): ReturnType<Load> {
  const [url] = /https?:\S+$/.exec(String(error)) ?? []
  if (!url) throw error
  // The parameter makes it another address of the same file, so the type is the same.
  return import(/* @vite-ignore */ `${url}?again=${Date.now()}`) as ReturnType<Load>
}
