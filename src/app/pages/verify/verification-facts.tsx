import type { ReactNode } from 'react'
import type { Verification } from '#app/api/token-writes.ts'
import { StatusChip } from '#app/parts/status-chip.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './verify.module.css'

type VerificationFactsProps = {
  verification: Verification
  /** Where it is known. */
  name?: ReactNode
}

/** The result of a verification: the token, its status, and its start and end. */
export function VerificationFacts({ verification, name }: VerificationFactsProps) {
  const { id, expiresOn, notBefore } = verification
  return (
    <Facts
      items={[
        ...(name ? [{ term: 'Name', detail: name }] : []),
        { term: 'Status', detail: <StatusChip token={verification} /> },
        {
          term: 'Token ID',
          detail: (
            <span className={styles.id}>
              <code>{id}</code>
              <CopyButton value={id} label="Copy ID" size="small" tone="quiet" iconOnly />
            </span>
          ),
        },
        { term: 'Starts', detail: <Time value={notBefore} missing="Immediately" format="date-time" /> },
        { term: 'Expires', detail: <Time value={expiresOn} missing="Never" format="date-time" /> },
      ]}
    />
  )
}
