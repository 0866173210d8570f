import { CircleCheck, CircleHelp, ShieldAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnRights } from '#app/parts/use-own-rights.ts'
import { deriveStatus } from '#domain/token/status.ts'
import styles from './shell.module.css'
import { HeaderChip } from './header-chip.tsx'
import { useAccount } from './use-account.ts'

/** The state of the token the server runs on, as `verify` tells it; leads to where it is explained. */
export function CredentialStatus() {
  const { chosenId, session, failure } = useAccount()
  // Its place is kept until it is known, so that what stands beside it stays where it is.
  if (!session && !failure) {
    return (
      <span aria-hidden className={styles.credential} data-waiting>
        <Active />
      </span>
    )
  }
  return (
    <Link href={paths.verify(chosenId)} className={styles.credential}>
      <StatusOf />
    </Link>
  )
}

function StatusOf() {
  const { chosenId, session } = useAccount()
  const now = useNow()
  const rights = useOwnRights(chosenId, { asks: useIsQuiet() })
  if (!session?.credential) {
    return session?.credentialProblem?.status ? (
      <HeaderChip tone="critical" icon={ShieldAlert} words="Credential refused" />
    ) : (
      <HeaderChip tone="caution" icon={CircleHelp} words="Credential unknown" />
    )
  }
  const { kind, label } = deriveStatus(session.credential, now)
  if (kind === 'active' && (rights === 'read' || rights === 'none'))
    return <HeaderChip tone="caution" icon={ShieldAlert} {...LIMITS[rights]} />
  if (kind === 'active') return <Active />
  const tone = kind === 'expiring' ? 'caution' : 'critical'
  return <HeaderChip tone={tone} icon={ShieldAlert} words={`Credential: ${label.toLowerCase()}`} />
}

/** What it may do is asked when the page is there: nothing on it waits for that. */
const ASK_AFTER_MS = 1000

function useIsQuiet(): boolean {
  const [isQuiet, setIsQuiet] = useState(false)
  // The clock is outside React.
  useEffect(() => {
    const timer = setTimeout(() => setIsQuiet(true), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isQuiet
}

/** `verify` says that it lives; its own policies, or a refusal, say what it may not do. */
const LIMITS = {
  read: { words: 'Credential may only read', title: 'It lacks “Account API Tokens Write”' },
  none: {
    words: 'Credential may not read tokens',
    title: 'It lacks “Account API Tokens Read” and “Account API Tokens Write”',
  },
}

function Active() {
  return <HeaderChip tone="positive" icon={CircleCheck} words="Credential active" />
}
