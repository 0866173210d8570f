import { useNavigate } from '@tanstack/react-router'
import { BookOpen, Keyboard, Plus, UserPlus } from 'lucide-react'
import { documentation } from '#app/parts/help/documentation.ts'
import { paths } from '#app/parts/paths.ts'
import { sectionGroupsOf } from './sections.ts'
import { useAccount } from './use-account.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { Doing } from './palette-matching.ts'

/** What people look for and find on a page, by its name. */
const DONE_THERE: Record<string, string> = {
  Overview: 'home dashboard quota',
  Tokens: 'list filter search saved views export download csv json terraform curl',
  Access: 'matrix compare difference reach who',
  Findings: 'problems issues security risks warnings audit suppressed settings',
  Expiry: 'expirations expires expiring expired calendar ics',
  Permissions: 'permission groups catalogue',
  'Which permission?': '403 forbidden call request curl needed',
  'Verify token': 'check test secret valid leaked',
}

/** The same, where changes are possible. */
const CHANGED_THERE: Record<string, string> = {
  Tokens:
    'import edit rename delete remove revoke disable deactivate enable activate duplicate copy clone roll rotate regenerate bulk',
  Expiry: 'spread extend renew',
}

type PageItems = { accountId: string | null; isReadOnly: boolean; onShortcuts: () => void }

/** The pages of the app, and help. */
export function usePageItems({ accountId, isReadOnly, onShortcuts }: PageItems): { pages: Doing[]; help: Doing[] } {
  const navigate = useNavigate()
  const { session } = useAccount()
  const goTo = (href: string) => () => void navigate({ href })
  const sections: Doing[] = sectionGroupsOf(accountId)
    .flatMap((group) => group.sections)
    .map(({ label, icon, href }) => ({
      label,
      icon: <Icon of={icon} />,
      also: [DONE_THERE[label], isReadOnly ? '' : CHANGED_THERE[label]].join(' '),
      onSelect: goTo(href),
    }))
  const create: Doing[] =
    accountId && !isReadOnly
      ? [
          {
            label: 'Create token',
            also: 'new add make',
            icon: <Icon of={Plus} />,
            detail: <kbd>c</kbd>,
            onSelect: goTo(paths.newToken(accountId)),
          },
        ]
      : []
  const signIn: Doing[] = session?.hasSignIn
    ? [{ label: 'Add an account', icon: <Icon of={UserPlus} />, also: 'sign in', onSelect: goTo(paths.signIn()) }]
    : []
  return {
    // After the tokens, the second section of an account.
    pages: [...sections.toSpliced(2, 0, ...create), ...signIn],
    help: [
      { label: 'Keyboard shortcuts', icon: <Icon of={Keyboard} />, detail: <kbd>?</kbd>, onSelect: onShortcuts },
      {
        label: 'Cloudflare documentation',
        icon: <Icon of={BookOpen} />,
        also: 'docs help',
        onSelect: () => window.open(documentation.tokens, '_blank', 'noreferrer'),
      },
    ],
  }
}
