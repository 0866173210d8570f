import { startOf } from '#app/parts/last-account.ts'
import { Link } from '#app/parts/link.tsx'
import { useRemainingAccounts } from '#app/queries/sign-in.ts'
import { Note } from '#app/ui/note.tsx'
import styles from './sign-in.module.css'

/** The user came from `next`, where the token is no longer accepted. Tokens of other accounts may be. */
export function StillSignedIn({ next }: { next: string }) {
  const accounts = useRemainingAccounts().filter(({ id }) => !next.includes(id))
  if (accounts.length === 0) return null
  return (
    <Note tone="info" role="status" title="You’re still signed in to your other accounts">
      <ul className={styles.accounts}>
        {accounts.map(({ id, name }) => (
          <li key={id}>
            <Link href={startOf(id)}>{name ?? `Account ${id.slice(0, 8)}…`}</Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}
