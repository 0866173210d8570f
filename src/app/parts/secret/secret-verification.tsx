import { StatusChip } from '#app/parts/status-chip.tsx'
import { useVerifySecret } from '#app/queries/token-writes.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import { explainFailure } from '#app/parts/explain-failure.ts'
import styles from './secret.module.css'

type SecretVerificationProps = { accountId: string; secret: string; onVerified: () => void }

/** Asks Cloudflare whether the secret works, from the server and without showing it. */
export function SecretVerification({ accountId, secret, onVerified }: SecretVerificationProps) {
  const verify = useVerifySecret(accountId)
  const answer = verify.data
  return (
    <>
      <Button busy={verify.isPending} onClick={() => verify.mutate(() => secret, { onSuccess: onVerified })}>
        Verify secret
      </Button>
      <span role="status" className={styles.verification}>
        {answer && (
          <>
            <StatusChip token={answer} /> <code>{answer.id}</code>{' '}
            {answer.notBefore && (
              <span>
                from <Time value={answer.notBefore} missing="" format="date-time" />{' '}
              </span>
            )}
            {answer.expiresOn && (
              <span>
                until <Time value={answer.expiresOn} missing="" format="date-time" />
              </span>
            )}
          </>
        )}
        {verify.error && (
          <span>
            {explainVerifyFailure(verify.error.status)}{' '}
            {verify.error.problems[0]?.message ?? explainFailure(verify.error).cause}
          </span>
        )}
      </span>
    </>
  )
}

/** A fresh secret may be refused for a good reason: a start in the future, or limits on the caller's address. */
const explainVerifyFailure = (status: number | undefined) =>
  status === 401 || status === 403
    ? 'Cloudflare does not accept it from this server right now. It said:'
    : 'It could not be verified:'
