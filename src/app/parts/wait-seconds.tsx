import { useSecondsLeft } from './use-seconds-left.ts'

type WaitSecondsProps = {
  /** Ms since 1970. */
  until: number
  why?: string
}

/** Counts down a wait, such as one that Cloudflare requires. */
export function WaitSeconds({ until, why = 'Rate limited' }: WaitSecondsProps) {
  const seconds = useSecondsLeft(until)
  return seconds > 0 ? (
    <>
      {' '}
      · {why}; resumes in {seconds} s
    </>
  ) : null
}
