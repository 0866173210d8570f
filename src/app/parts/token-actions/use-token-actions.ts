import {
  Copy,
  CopyPlus,
  Download,
  Eye,
  GitCompareArrows,
  Pencil,
  Power,
  PowerOff,
  RotateCw,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { useNavigate } from '@tanstack/react-router'
import { paths } from '#app/parts/paths.ts'
import { copyText } from '#app/ui/copy-text.ts'
import { useToast } from '#app/ui/use-toast.ts'
import type { Token } from '#domain/token/token.ts'
import type { TokenAction } from './token-action.ts'

type Doing = {
  kind: 'view' | 'edit' | 'duplicate' | 'compare' | 'copy' | TokenAction['kind']
  icon: LucideIcon
  onSelect: () => void
}

/** What can be done with a token: all of it, or what changes nothing. */
export function useTokenActions(
  accountId: string | null,
  isReadOnly: boolean,
  onAction: (action: TokenAction) => void,
) {
  const navigate = useNavigate()
  const toast = useToast()

  return (token: Token): Doing[] => {
    if (accountId === null) return []
    const goTo = (href: string) => () => void navigate({ href })
    const ask = (kind: TokenAction['kind']) => () => onAction({ kind, token })
    const copyId = async () => {
      const isCopied = await copyText(token.id)
      toast(
        isCopied
          ? { message: 'Token ID copied' }
          : { tone: 'critical', message: `Couldn’t access the clipboard. The ID is ${token.id}` },
      )
    }
    const actions: Doing[] = [
      { kind: 'view', icon: Eye, onSelect: goTo(paths.token(accountId, token.id)) },
      { kind: 'edit', icon: Pencil, onSelect: goTo(paths.editToken(accountId, token.id)) },
      { kind: 'duplicate', icon: CopyPlus, onSelect: goTo(paths.newToken(accountId, { from: token.id })) },
      { kind: 'compare', icon: GitCompareArrows, onSelect: goTo(paths.access(accountId, { a: token.id })) },
      { kind: 'copy', icon: Copy, onSelect: () => void copyId() },
      { kind: 'export', icon: Download, onSelect: ask('export') },
      { kind: 'roll', icon: RotateCw, onSelect: ask('roll') },
      token.status === 'disabled'
        ? { kind: 'enable', icon: Power, onSelect: ask('enable') }
        : { kind: 'disable', icon: PowerOff, onSelect: ask('disable') },
      { kind: 'delete', icon: Trash2, onSelect: ask('delete') },
    ]
    return actions.filter(({ kind }) => !isReadOnly || CHANGES_NOTHING.has(kind))
  }
}

const CHANGES_NOTHING = new Set<Doing['kind']>(['view', 'compare', 'copy', 'export'])
