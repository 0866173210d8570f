import { useEffect, useState } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnRights } from '#app/parts/use-own-rights.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { useAccount } from './use-account.ts'

type CredentialState = { tone: 'fine' | 'caution' | 'critical'; words: string; title?: string }

/** The state of the token the server runs on, as `verify` tells it; fine until it is known. */
export function useCredentialState(): CredentialState {
  const { chosenId, session, failure } = useAccount()
  const now = useNow()
  const rights = useOwnRights(chosenId, { asks: useIsQuiet() })
  if (!session && !failure) return ACTIVE
  if (!session?.credential) return session?.credentialProblem?.status ? REFUSED : UNKNOWN
  const { kind, label } = deriveStatus(session.credential, now)
  if (kind === 'active') return rights === 'read' || rights === 'none' ? LIMITED[rights] : ACTIVE
  return { tone: kind === 'expiring' ? 'caution' : 'critical', words: `Credential: ${label.toLowerCase()}` }
}

const ACTIVE: CredentialState = { tone: 'fine', words: 'Credential active' }
const REFUSED: CredentialState = { tone: 'critical', words: 'Credential refused' }
const UNKNOWN: CredentialState = { tone: 'caution', words: 'Credential unknown' }

/** `verify` says that it lives; its own policies, or a refusal, say what it cannot do. */
const LIMITED: Record<'read' | 'none', CredentialState> = {
  read: { tone: 'caution', words: 'Credential can only read', title: 'It lacks “Account API Tokens Write”' },
  none: {
    tone: 'caution',
    words: 'Credential can’t read tokens',
    title: 'It lacks “Account API Tokens Read” and “Account API Tokens Write”',
  },
}

/** What it can do is asked when the page is there: nothing on it waits for that. */
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
