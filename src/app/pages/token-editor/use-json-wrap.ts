import { useState } from 'react'

const KEY = 'token-desk.json-wrap'

/** Whether long lines of JSON wrap; the browser keeps it. */
export function useJsonWrap(): [boolean, (wraps: boolean) => void] {
  const [wraps, setWraps] = useState(isKept)
  const keep = (next: boolean) => {
    setWraps(next)
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off')
    } catch {
      // A closed storage forgets it with the page.
    }
  }
  return [wraps, keep]
}

function isKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}
