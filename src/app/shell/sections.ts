import { CalendarClock, Flag, KeyRound, ListChecks, ShieldCheck, Waypoints, type LucideIcon } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'

type Section = { label: string; icon: LucideIcon; href: string }

/** What the navigation and the palette lead to; the sections of an account only when one is known. */
export const sectionsOf = (accountId: string | null): Section[] => [
  ...(accountId
    ? [
        { label: 'Tokens', icon: KeyRound, href: paths.tokens(accountId) },
        { label: 'Access', icon: Waypoints, href: paths.access(accountId) },
        { label: 'Findings', icon: Flag, href: paths.findings(accountId) },
        { label: 'Expiry', icon: CalendarClock, href: paths.expiry(accountId) },
        { label: 'Permissions', icon: ListChecks, href: paths.permissions(accountId) },
      ]
    : []),
  { label: 'Verify token', icon: ShieldCheck, href: paths.verify(accountId) },
]
