import { createLink } from '@tanstack/react-router'
import { BookOpen, Keyboard } from 'lucide-react'
import { Suspense } from 'react'
import { documentation } from '#app/parts/help/documentation.ts'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { NavButton } from '#app/ui/nav-button.tsx'
import { NavGroup } from '#app/ui/nav-group.tsx'
import { NavLink } from '#app/ui/nav-link.tsx'
import { sectionGroupsOf } from './sections.ts'
import { SandboxCard } from './sandbox-card.tsx'
import styles from './navigation.module.css'
import { useAccount } from './use-account.ts'
import { useHasInventory } from './use-has-inventory.ts'
import { useLinkedAccount } from './use-linked-account.ts'

const SectionLink = createLink(NavLink)
const UrgentCount = lazyComponent(() => import('./urgent-count.tsx'), 'UrgentCount')

type NavigationProps = { onShortcuts: () => void; onConnect: () => void }

/** The sections of the app; below them, help. */
export function Navigation({ onShortcuts, onConnect }: NavigationProps) {
  const { session } = useAccount()
  const accountId = useLinkedAccount()
  const hasInventory = useHasInventory(accountId)
  // The navigation is there before this code is.
  const urgent = accountId !== null && hasInventory && (
    <Suspense>
      <UrgentCount accountId={accountId} />
    </Suspense>
  )
  // A section is the current one on all of its pages. The types ask for `to`, in the place of which `href` counts.
  const link = (href: string, isExact = false) => ({
    href,
    to: '.',
    activeOptions: { includeSearch: false, exact: isExact },
  })
  return (
    <>
      {sectionGroupsOf(accountId).map(({ title = '', sections }) => (
        <NavGroup key={title} title={title}>
          {sections.map(({ label, icon, href, isExact, hasUrgent = false }) => (
            <SectionLink
              key={label}
              {...link(href, isExact)}
              badge={hasUrgent && urgent}
              icon={<Icon of={icon} />}
              label={label}
            />
          ))}
        </NavGroup>
      ))}
      {session?.mode === 'sandbox' && <SandboxCard onConnect={onConnect} />}
      <div className={styles.foot}>
        <NavLink
          href={documentation.tokens}
          target="_blank"
          rel="noreferrer"
          icon={<Icon of={BookOpen} />}
          label="Documentation"
        />
        <NavButton icon={<Icon of={Keyboard} />} label="Shortcuts" detail={<kbd>?</kbd>} onClick={onShortcuts} />
      </div>
    </>
  )
}
