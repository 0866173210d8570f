import { LostSecrets } from '#app/parts/token-actions/lost-secrets.tsx'
import styles from './bulk.module.css'
import { UnfinishedRuns } from './unfinished-runs.tsx'

/** What a page before this one began and did not finish. */
export function Unfinished({ accountId }: { accountId: string }) {
  return (
    <>
      <LostSecrets accountId={accountId} className={styles.unfinished} />
      <UnfinishedRuns accountId={accountId} />
    </>
  )
}
