import type { Verification } from '#app/api/token-writes.ts'
import { StatusChip } from '#app/parts/status-chip.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './verify.module.css'

type VerificationFactsProps = { verification: Verification }

/** The result of a verification: the token, its status, and its start and end. */
export function VerificationFacts({ verification }: VerificationFactsProps) {
  const { id, expiresOn, notBefore } = verification
  return (
    <Facts
      items={[
        { term: 'Status', detail: <StatusChip token={verification} /> },
        {
          term: 'Token id',
          detail: (
            <span className={styles.id}>
              <code>{id}</code>
              <CopyButton value={id} label="Copy id" size="small" tone="quiet" iconOnly />
            </span>
          ),
        },
        { term: 'Starts', detail: <Time value={notBefore} missing="At once" format="date-time" /> },
        { term: 'Expires', detail: <Time value={expiresOn} missing="Never" format="date-time" /> },
      ]}
    />
  )
}
