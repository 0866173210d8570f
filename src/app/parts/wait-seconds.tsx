import { useEffect, useState } from 'react'

type WaitSecondsProps = {
  /** Ms since 1970. */
  until: number
  why?: string
}

/** Counts down a wait, such as one that Cloudflare requires. */
export function WaitSeconds({ until, why = 'Rate limited' }: WaitSecondsProps) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.ceil((until - now) / 1000)
  return seconds > 0 ? (
    <>
      . {why}; resumes in {seconds} s
    </>
  ) : null
}
