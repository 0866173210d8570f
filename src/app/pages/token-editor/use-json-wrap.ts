import { useState } from 'react'
import { readStored, store } from '#app/ui/storage.ts'

const KEY = 'token-desk.json-wrap'

/** Whether long lines of JSON wrap; the browser keeps it. A closed storage forgets it with the page. */
export function useJsonWrap(): [boolean, (wraps: boolean) => void] {
  const [wraps, setWraps] = useState(() => readStored('localStorage', KEY) !== 'off')
  const keep = (next: boolean) => {
    setWraps(next)
    store('localStorage', KEY, next ? 'on' : 'off')
  }
  return [wraps, keep]
}
