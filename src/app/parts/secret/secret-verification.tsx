import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import { StatusChip } from '#app/parts/status-chip.tsx'
import type { ApiFailure } from '#app/api/errors.ts'
import type { Verification } from '#app/api/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
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
          Stop retrying
        </Button>
      )}
      <div role="status" className={styles.verification}>
        {/* The same text for every attempt, so that it is announced once. */}
        {isAgain && <p className="quiet">Not accepted yet. This can take a few seconds; retrying for half a minute.</p>}
        {state.kind === 'stopped' && <p className="quiet">Stopped. The secret isn’t verified.</p>}
        {state.kind === 'verified' && <Verified verification={state.verification} />}
        {state.kind === 'failed' && <Failed token={token} fault={state.fault} failure={state.failure} />}
      </div>
    </>
  )
}

function Verified({ verification }: { verification: Verification }) {
  const { id, notBefore, expiresOn } = verification
  return (
    <Note tone="positive" title="Cloudflare accepts this secret">
      <p className={styles.facts}>
        <StatusChip token={verification} />
        <code>{id}</code>
        {notBefore && (
          <span>
            Starts <Time value={notBefore} missing="" format="date-time" />
          </span>
        )}
        {expiresOn && (
          <span>
            Expires <Time value={expiresOn} missing="" format="date-time" />
          </span>
        )}
      </p>
    </Note>
  )
}

type FailedProps = { token: Token; fault: VerificationFault; failure: ApiFailure }

function Failed({ token, fault, failure }: FailedProps) {
  const said = failure.problems[0]?.message
  if (fault === 'address') {
    return (
      <Note tone="info" title="Can’t verify from here">
        <p>
          This server’s IP is outside the token’s IP limit, as expected. The secret works from the addresses it allows.
        </p>
        {said && <p className="quiet">Cloudflare said: {said}</p>}
      </Note>
    )
  }
  if (fault === 'start') {
    return (
      <Note tone="info" title="Can’t verify yet">
        <p>
          The token is not valid before <Time value={token.notBefore} missing="" format="date-time" />, as expected.
        </p>
      </Note>
    )
  }
  const { title, cause } = explainFailure(failure)
  return (
    <Note
      tone={fault === 'refused' ? 'critical' : 'caution'}
      title={fault === 'refused' ? 'Cloudflare doesn’t accept this secret' : 'Couldn’t verify the secret'}
    >
      <p>
        {fault === 'unasked' && `${title}: `}
        {said ?? cause} <FailureDocumentation failure={failure} />
      </p>
    </Note>
  )
}
