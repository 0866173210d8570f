import type { AccessLevel } from './access-level.ts'

/** What each level is called on its own, on every page. */
export const LEVEL_LABELS: Record<AccessLevel, string> = {
  none: 'No access',
  read: 'Read',
  run: 'Run or purge',
  change: 'Change',
  everywhere: 'Change everywhere',
  denied: 'Denied',
  unknown: 'Unknown',
}
