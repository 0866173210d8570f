import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { isApiFailure } from '#app/queries/failures.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupsOf, reachReader, type GroupReach } from '#domain/reach/reach.ts'
import { readReach, type TokenReach } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { pastedDraft, readDraft, readSide, templateDraft, type Draft } from './compare-side.ts'

/** One side of a comparison. */
export type Side = {
  name: string
  /** `null` for a template or what was pasted. */
  token: Token | null
  reach: GroupReach[]
  isCut: boolean
  note: string | null
}

/** `empty`: nothing is chosen; `missing`: there is no such token, or what was pasted is gone; `failed`: it can’t be read. */
export type SideState = { kind: 'empty' | 'loading' | 'missing' | 'failed' } | { kind: 'ready'; side: Side }

type Known = {
  catalogue: PermissionGroup[] | undefined
  /** Whether the catalogue and the known tokens may still come. */
  isWaiting: boolean
  reach: TokenReach[] | undefined
}

/** What an address names, with what it reaches. A token that is not among the known ones is read by itself. */
export function useCompareSide(text: string | undefined, { catalogue, isWaiting, reach }: Known): SideState {
  const accountId = useAccountId()
  const address = useMemo(() => readSide(text), [text])
  const known = address?.kind === 'token' ? reach?.find(({ token }) => token.id === address.id) : undefined
  const isUnknown = address?.kind === 'token' && (reach !== undefined || !isWaiting) && !known
  const { data: token, error } = useQuery({
    ...tokenQuery(accountId, address?.id ?? ''),
    enabled: isUnknown,
    throwOnError: false,
  })
  const isMissing = isApiFailure(error) && error.isGone
  return useMemo((): SideState => {
    if (!address) return { kind: 'empty' }
    if (known) return { kind: 'ready', side: tokenSide(known) }
    if (address.kind === 'token') {
      const [read] = token && isUnknown ? readReach([token], { accountId, catalogue }) : []
      if (read) return { kind: 'ready', side: tokenSide(read) }
      return { kind: error ? (isMissing ? 'missing' : 'failed') : 'loading' }
    }
    if (address.kind === 'template' && !catalogue) return { kind: isWaiting ? 'loading' : 'failed' }
    const draft =
      address.kind === 'template' ? templateDraft(address.id, catalogue ?? [], accountId) : pastedDraft(address.id)
    return draft ? { kind: 'ready', side: draftSide(draft, { accountId, catalogue }) } : { kind: 'missing' }
  }, [address, known, token, isUnknown, error, isMissing, isWaiting, catalogue, accountId])
}

type Context = Parameters<typeof reachReader>[0]

const tokenSide = ({ token, isCut, ...reach }: TokenReach): Side => ({
  name: token.name.trim() ? token.name : token.id,
  token,
  reach: groupsOf(reach),
  isCut,
  note: null,
})

function draftSide(draft: Draft, context: Context): Side {
  const { policies, isCut } = readDraft(draft)
  return { name: draft.name, token: null, reach: groupsOf(reachReader(context)(policies)), isCut, note: draft.note }
}
