import styles from './parts.module.css'
import { useReadOnlyReason } from './use-read-only-reason.ts'

/** Replaces actions that would be refused. */
export function ReadOnlyReason({ accountId }: { accountId: string }) {
  const reason = useReadOnlyReason(accountId)
  return reason && <p className={`quiet ${styles.reason}`}>{reason}</p>
}
