import { useEffect, useRef, useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import type { Verification } from '#app/api/token-writes.ts'
import { useVerifySecret } from '#app/queries/token-writes.ts'
import type { Token } from '#domain/token/token.ts'
import { judgeVerification, type VerificationFault } from './judge-verification.ts'

/** Between two attempts, in ms. */
const AGAIN_MS = 2_500

type Verifying =
  | { kind: 'idle' }
  | { kind: 'asking'; isAgain: boolean }
  | { kind: 'stopped' }
  | { kind: 'verified'; verification: Verification }
  | { kind: 'failed'; fault: VerificationFault; failure: ApiFailure }

type FreshVerification = { accountId: string; secret: string; token: Token; onVerified: () => void }

/**
 * Verifies a new secret. For half a minute, a refusal may only mean that it is not known everywhere yet, so the
 * verification, a read, is repeated until then or until the user stops it.
 */
export function useFreshVerification({ accountId, secret, token, onVerified }: FreshVerification) {
  const verify = useVerifySecret(accountId)
  const [state, setState] = useState<Verifying>({ kind: 'idle' })
  const [issuedAt] = useState(Date.now)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isStopped = useRef(false)

  // A pending timer holds the secret.
  useEffect(() => () => clearTimeout(timer.current), [])

  const ask = (isAgain: boolean) => {
    isStopped.current = false
    setState({ kind: 'asking', isAgain })
    verify.mutate(() => secret, {
      onSuccess: (verification) => {
        setState({ kind: 'verified', verification })
        onVerified()
      },
      onError: (failure) => {
        if (isStopped.current) return
        const fault = judgeVerification(failure, { token, issuedAt, now: Date.now() })
        if (fault !== 'not-yet') {
          setState({ kind: 'failed', fault, failure })
          return
        }
        setState({ kind: 'asking', isAgain: true })
        timer.current = setTimeout(() => ask(true), AGAIN_MS)
      },
    })
  }
  const stop = () => {
    isStopped.current = true
    clearTimeout(timer.current)
    setState({ kind: 'stopped' })
  }
  return { state, ask: () => ask(false), stop }
}
