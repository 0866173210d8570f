import {
  Ban,
  CalendarClock,
  Download,
  Ellipsis,
  GitCompareArrows,
  Network,
  Power,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { useShortcuts } from '#app/parts/use-shortcuts.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Menu } from '#app/ui/menu.tsx'
import { focusFirst } from '#app/ui/pass-focus.ts'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { count } from '#domain/text/plural.ts'
import styles from './selection.module.css'

const OpenMenu = lazyComponent(() => import('#app/ui/open-menu.tsx'), 'OpenMenu')

export type SelectionCommand = BulkAction['kind'] | 'export' | 'compare'

const COMMANDS: { kind: SelectionCommand; label: string; icon: LucideIcon }[] = [
  { kind: 'disable', label: 'Disable…', icon: Ban },
  { kind: 'enable', label: 'Enable…', icon: Power },
  { kind: 'expiry', label: 'Set expiration…', icon: CalendarClock },
  { kind: 'ip', label: 'Set IP limit…', icon: Network },
  { kind: 'compare', label: 'Compare', icon: GitCompareArrows },
  { kind: 'export', label: 'Export…', icon: Download },
  { kind: 'delete', label: 'Delete…', icon: Trash2 },
]

type SelectionActionsProps = { amount: number; isReadOnly: boolean; onOpen: (command: SelectionCommand) => void }

/** What can be done with the selected tokens: buttons, or on a phone one that opens a sheet with all of them. */
export function SelectionActions({ amount, isReadOnly, onOpen }: SelectionActionsProps) {
  const commands = COMMANDS.filter(({ kind }) => (kind === 'compare' ? amount === 2 : kind === 'export' || !isReadOnly))
  const items = commands.flatMap(({ kind, label, icon }) => [
    ...(kind === 'delete' ? (['separator'] as const) : []),
    {
      label,
      icon: <Icon of={icon} />,
      onSelect: () => onOpen(kind),
      ...(kind === 'delete' && { tone: 'danger' as const }),
    },
  ])
  const label = `Actions for ${count(amount, 'token')}`
  useShortcuts([{ key: 'a', onPress: goToActions }])
  return (
    <>
      <span className={styles.actions}>
        {commands.map(({ kind, label }) => (
          <Button key={kind} size="small" tone={kind === 'delete' ? 'danger' : 'default'} onClick={() => onOpen(kind)}>
            {label}
          </Button>
        ))}
      </span>
      <span className={styles.more}>
        <Menu label={label} icon={<Icon of={Ellipsis} />} load={OpenMenu.preload}>
          <OpenMenu
            label={label}
            icon={<Icon of={Ellipsis} />}
            sheetTitle={`${count(amount, 'token')} selected`}
            items={items}
          />
        </Menu>
      </span>
    </>
  )
}

/** The first button, or on a phone the one that opens the sheet: what is hidden does not take the focus. */
const goToActions = () =>
  focusFirst([...document.querySelectorAll<HTMLElement>(`:is(.${styles.actions}, .${styles.more}) button`)]) !==
  undefined
