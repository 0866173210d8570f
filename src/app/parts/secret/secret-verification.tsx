import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import { StatusChip } from '#app/parts/status-chip.tsx'
import type { ApiFailure } from '#app/api/errors.ts'
import type { Verification } from '#app/api/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Token } from '#domain/token/token.ts'
import type { VerificationFault } from './judge-verification.ts'
import styles from './secret.module.css'
import { useFreshVerification } from './use-fresh-verification.ts'

type SecretVerificationProps = { accountId: string; token: Token; secret: string; onVerified: () => void }

/** Asks Cloudflare, through the server, whether the secret works, without showing it. */
export function SecretVerification({ accountId, token, secret, onVerified }: SecretVerificationProps) {
  const { state, ask, stop } = useFreshVerification({ accountId, token, secret, onVerified })
  const isAgain = state.kind === 'asking' && state.isAgain
  return (
    <>
      <Button busy={state.kind === 'asking'} onClick={ask}>
        Verify secret
      </Button>
      {isAgain && (
        <Button tone="quiet" size="small" onClick={stop}>
          Stop trying
        </Button>
      )}
      <span role="status" className={styles.verification}>
        {/* The same text for every attempt, so that it is announced once. */}
        {isAgain && 'Not accepted yet, which can take some seconds. It is tried again by itself for half a minute.'}
        {state.kind === 'stopped' && 'Stopped. The secret has not been verified.'}
        {state.kind === 'verified' && <Verified verification={state.verification} />}
        {state.kind === 'failed' && <Failed token={token} fault={state.fault} failure={state.failure} />}
      </span>
    </>
  )
}

function Verified({ verification }: { verification: Verification }) {
  const { id, notBefore, expiresOn } = verification
  return (
    <>
      <StatusChip token={verification} /> <code>{id}</code>{' '}
      {notBefore && (
        <span>
          from <Time value={notBefore} missing="" format="date-time" />{' '}
        </span>
      )}
      {expiresOn && (
        <span>
          until <Time value={expiresOn} missing="" format="date-time" />
        </span>
      )}
    </>
  )
}

type FailedProps = { token: Token; fault: VerificationFault; failure: ApiFailure }

function Failed({ token, fault, failure }: FailedProps) {
  const said = failure.problems[0]?.message
  if (fault === 'address') {
    return (
      <span>
        As expected: the token’s own IP limits keep this server out. Verify it from an address that they allow. {said}
      </span>
    )
  }
  if (fault === 'start') {
    return (
      <span>
        As expected: the token starts <Time value={token.notBefore} missing="" format="date-time" />. Until then
        Cloudflare refuses it.
      </span>
    )
  }
  const { title, cause } = explainFailure(failure)
  return (
    <span>
      {fault === 'refused'
        ? 'Cloudflare does not accept it from this server. It said:'
        : `It could not be verified. ${title}:`}{' '}
      {said ?? cause} <FailureDocumentation failure={failure} />
    </span>
  )
}
