import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { foundTokens } from '#app/parts/found-tokens.tsx'
import { keepFix } from '#app/parts/findings/kept-fix.ts'
import { paths } from '#app/parts/paths.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { CommandMenu } from '#app/ui/command-menu.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { useQuery } from '@tanstack/react-query'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { addedTo, type Addition } from '#domain/operations/added-to.ts'
import type { Need } from '#domain/operations/need.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import { count } from '#domain/text/plural.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { draftOf } from '#domain/token/request-body.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import type { Token } from '#domain/token/token.ts'

type AddToTokenProps = { accountId: string; needs: readonly Need[]; onClose: () => void }

/** The token that gets what it lacks of the set: the editor opens with the change in review. */
export function AddToToken({ accountId, needs, onClose }: AddToTokenProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const { inventory } = useInventory(accountId, true)
  const { data: catalogue } = useQuery(permissionGroupsQuery(accountId))
  const [query, setQuery] = useState('')
  const words = query.trim()
  const { tokens } = inventory
  const choose = (token: Token) => {
    onClose()
    const [reach] = readReach([token], { accountId, catalogue })
    if (!reach) return
    const addition = addedTo(reach, needs, accountId)
    const note = noteOn(addition, spelledOut(token.name))
    if (note) toast({ message: note })
    if (stableText(addition.draft) === stableText(draftOf(token))) return
    keepFix(accountId, { base: token, draft: addition.draft })
    void navigate({ href: paths.editToken(accountId, token.id, { fix: 'draft' }) })
  }

  const { items, more } = foundTokens(tokens, words, choose)
  const notes = [
    inventory.totalCount === null && 'Loading tokens…',
    items.length === 0 && inventory.totalCount !== null && 'Nothing matches.',
    more,
    !hasAllTokens(inventory) && tokens.length > 0 && `Of ${count(tokens.length, 'token')} read so far.`,
  ].filter(Boolean)

  return (
    <CommandMenu
      label="Add to which token?"
      placeholder="Search tokens by name or ID"
      query={query}
      onQuery={setQuery}
      groups={[{ heading: 'Tokens', items }]}
      note={notes.length > 0 && notes.join(' ')}
      onClose={onClose}
    />
  )
}

/** What the user should know beside the change itself. */
function noteOn({ grants, denied, toChoose }: Addition, name: string): string | null {
  if (denied.length > 0)
    return `${name} denies ${count(denied.length, 'request')} itself. Edit its deny policies first.`
  if (grants.length === 0) return `${name} has all of it already`
  const [first] = toChoose.flatMap(({ permissionGroups }) => permissionGroups)
  return first ? `${first.name ?? first.id} is left out: no request names where. Add it in the editor.` : null
}
