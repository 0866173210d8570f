import {
  CalendarClock,
  Flag,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  ShieldCheck,
  TextSearch,
  Waypoints,
  type LucideIcon,
} from 'lucide-react'
import { paths } from '#app/parts/paths.ts'

type Section = {
  label: string
  icon: LucideIcon
  href: string
  isExact?: boolean
  /** Shows how many tokens need the user today. */
  hasUrgent?: boolean
}

/** Sections that belong together. Those that a visit starts with have no title. */
type SectionGroup = { title?: string; sections: Section[] }

/** What the navigation and the palette lead to; the sections of an account only when one is known. */
export const sectionGroupsOf = (accountId: string | null): SectionGroup[] => {
  const verify = { label: 'Verify token', icon: ShieldCheck, href: paths.verify(accountId) }
  const which = { label: 'Which permission?', icon: TextSearch, href: paths.which(accountId) }
  if (accountId === null) return [{ sections: [which, verify] }]
  return [
    {
      sections: [
        // The pages of all sections are below its address.
        { label: 'Overview', icon: LayoutDashboard, href: paths.overview(accountId), isExact: true },
        { label: 'Tokens', icon: KeyRound, href: paths.tokens(accountId) },
      ],
    },
    {
      title: 'Understand',
      sections: [
        { label: 'Access', icon: Waypoints, href: paths.access(accountId) },
        { label: 'Findings', icon: Flag, href: paths.findings(accountId), hasUrgent: true },
        { label: 'Expiry', icon: CalendarClock, href: paths.expiry(accountId) },
      ],
    },
    {
      title: 'Look up',
      sections: [{ label: 'Permissions', icon: ListChecks, href: paths.permissions(accountId) }, which, verify],
    },
  ]
}
