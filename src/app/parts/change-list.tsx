import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { Time } from '#app/ui/time.tsx'
import type { Change } from '#domain/token/diff.ts'
import { AccessChip } from './access-chip.tsx'
import { useAccountId } from './use-account-id.ts'
import styles from './change-list.module.css'

type ChangeListProps = { label: string; changes: Change[] }

/** Changes as sentences, each with its effect on access. */
export function ChangeList({ label, changes }: ChangeListProps) {
  const accountId = useAccountId()
  const zones = useQuery(zonesQuery(accountId))
  const catalogue = useQuery(permissionGroupsQuery(accountId))

  const say = (change: Change): ReactNode => {
    if (change.kind === 'text') return change.text
    if (change.kind === 'time') {
      const missing = change.part === 'expiry' ? 'never' : 'immediately'
      return (
        <>
          {change.part === 'expiry' ? 'Expires' : 'Starts'}{' '}
          <Time value={change.to} missing={missing} format="date-time" />, was{' '}
          <Time value={change.from} missing={missing} format="date-time" />
        </>
      )
    }
    return (
      <>
        <span className={`quiet ${styles.sense}`}>{change.sense === 'gained' ? 'Added' : 'Removed'}</span>
        <PolicySentence policy={change.policy} zones={zones.data} catalogue={catalogue.data} />
      </>
    )
  }

  return (
    <ul className={styles.changes} aria-label={label}>
      {changes.map((change, index) => (
        <li key={index}>
          <AccessChip access={change.access} />
          <div>{say(change)}</div>
        </li>
      ))}
    </ul>
  )
}
