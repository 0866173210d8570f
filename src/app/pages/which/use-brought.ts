import { useEffect, useRef, useState } from 'react'
import { runSteps, withProgress } from '#app/queries/run-steps.ts'
import { redactInSteps, redactSecrets, redactTyped } from '#domain/secret/redact.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { keepText, keptText } from './kept-text.ts'

/** What the user brought, without its secrets. A file, and a text too long to be edited, is not shown. */
export type Brought = { text: string; fileName: string | null }

/** Longer texts make a field slow, and nobody edits them by hand. */
const MOST_SHOWN = 100_000
export const isShown = (text: string): boolean => text.length <= MOST_SHOWN

const MAX_MB = 64
const NOTHING: Brought = { text: '', fileName: null }

/**
 * What the page is asked about: what the address asks, or what the tab kept. Secrets are taken out before anything else
 * happens to a text; of a long one in steps (`cleaning` is the share that is done, else `null`). `problem`: why a file
 * was not taken. What is brought while a long text is cleaned replaces it.
 */
export function useBrought(call: string | undefined) {
  const [brought, setBrought] = useState<Brought>(() => ({
    ...NOTHING,
    text: call === undefined ? keptText() : redactSecrets(call).text,
  }))
  const [cleaning, setCleaning] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const begin = (share: number | null) => {
    running.current?.abort()
    setCleaning(share)
    setProblem(null)
  }
  const refuse = (why: string) => {
    begin(null)
    setProblem(why)
  }
  const bring = (next: Brought) => {
    begin(null)
    setBrought(next)
    keepText(next.fileName === null ? next.text : '')
  }
  const bringLong = async (load: () => Promise<string>, fileName: string) => {
    begin(0)
    const { signal } = (running.current = new AbortController())
    try {
      const raw = await load()
      signal.throwIfAborted()
      if (raw.trim() === '') return refuse(`${fileName} is empty.`)
      const { text } = await runSteps(withProgress(redactInSteps(raw), setCleaning), signal)
      bring({ fileName, text })
    } catch {
      // Aborted: something else was brought.
      if (!signal.aborted) refuse(`Couldn’t read ${fileName}.`)
    }
  }

  return {
    brought,
    cleaning,
    problem,
    clear: () => bring(NOTHING),
    /** In the place of all that was brought before. */
    replace: (text: string) => bring({ ...NOTHING, text }),
    /** A text as it came. */
    take: (raw: string): void => {
      if (isShown(raw)) bring({ text: redactTyped(raw).text, fileName: null })
      else void bringLong(async () => raw, 'Pasted text')
    },
    takeFile: (file: File): void => {
      const name = spelledOut(file.name)
      if (file.size <= MAX_MB * 1024 * 1024) return void bringLong(() => file.text(), name)
      refuse(`${name} is too large (max ${MAX_MB} MB).`)
    },
  }
}
