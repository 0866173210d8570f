import { useEffect } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { keepRights, useOwnRights } from '#app/parts/use-own-rights.ts'
import { READ_ONLY } from '#app/parts/use-read-only.ts'
import { store } from '#app/ui/storage.ts'
import { isRefusal } from '#app/queries/session.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { useAccount } from './use-account.ts'
import { useIsQuiet } from './use-is-quiet.ts'

type CredentialState = { tone: 'fine' | 'caution' | 'critical'; words: string; title?: string }

/** The state of the token the server runs on, as `verify` tells it; fine until it is known. */
export function useCredentialState(): CredentialState {
  const { chosenId, session, failure } = useAccount()
  const now = useNow()
  const rights = useOwnRights(chosenId, { asks: useIsQuiet() })
  const ownId = session?.credential?.id
  const isReadOnly = session?.isReadOnly
  // The storage is outside React.
  useEffect(() => void (ownId && keepRights(ownId, rights)), [ownId, rights])
  useEffect(() => {
    if (isReadOnly !== undefined) store('localStorage', READ_ONLY, isReadOnly ? 'yes' : null)
  }, [isReadOnly])
  if (!session && !failure) return ACTIVE
  if (!session?.credential) return isRefusal(session?.credentialProblem?.status) ? REFUSED : UNKNOWN
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
