import { ShieldAlert } from 'lucide-react'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { HeaderChip } from './header-chip.tsx'
import styles from './shell.module.css'
import { useAccount } from './use-account.ts'
import { useCredentialState } from './use-credential-state.ts'

/** Shown only when something is wrong with the app's own credential; leads to where it is explained. */
export function CredentialStatus() {
  const { chosenId } = useAccount()
  const { tone, words, title } = useCredentialState()
  if (tone === 'fine') return null
  return (
    <Link href={paths.verify(chosenId)} className={styles.credential}>
      <HeaderChip tone={tone} icon={ShieldAlert} words={words} {...(title && { title })} />
    </Link>
  )
}
