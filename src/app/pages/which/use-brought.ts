import { useEffect, useRef, useState } from 'react'
import { runSteps, withProgress } from '#app/queries/run-steps.ts'
import { redactInSteps, redactSecrets } from '#domain/secret/redact.ts'
import { keepText, keptText } from './kept-text.ts'

/** What the user brought, without its secrets. A file, and a text too long to be edited, is not shown. */
export type Brought = { text: string; fileName: string | null; removed: number }

/** Longer texts make a field slow, and nobody edits them by hand. */
const MOST_SHOWN = 100_000
const NOTHING: Brought = { text: '', fileName: null, removed: 0 }

/**
 * What the page is asked about: what the address asks, or what the tab kept. Secrets are taken out before anything else
 * happens to a text; of a long one in steps (`cleaning` is the share that is done, else `null`).
 */
export function useBrought(call: string | undefined) {
  const [brought, setBrought] = useState<Brought>(() => ({ ...NOTHING, text: call ?? keptText() }))
  const [cleaning, setCleaning] = useState<number | null>(null)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const bring = (next: Brought) => {
    running.current?.abort()
    setCleaning(null)
    setBrought(next)
    keepText(next.fileName === null ? next.text : '')
  }
  const bringLong = async (raw: string, fileName: string) => {
    running.current?.abort()
    const { signal } = (running.current = new AbortController())
    setCleaning(0)
    try {
      bring({ fileName, ...(await runSteps(withProgress(redactInSteps(raw), setCleaning), signal)) })
    } catch (error) {
      // Something else was brought in the meantime.
      if (!signal.aborted) throw error
    }
  }

  return {
    brought,
    cleaning,
    clear: () => bring(NOTHING),
    /** In the place of all that was brought before. */
    replace: (text: string) => bring({ ...NOTHING, text }),
    /** A text as it came; `fileName` where it is that of a file. */
    take: (raw: string, fileName: string | null = null): void => {
      if (fileName !== null || raw.length > MOST_SHOWN) return void bringLong(raw, fileName ?? 'Pasted text')
      const { text, removed } = redactSecrets(raw)
      // Secrets of before stay counted while typing goes on.
      bring({ text, fileName: null, removed: raw === '' ? 0 : brought.removed + removed })
    },
  }
}
