import { Lock } from 'lucide-react'
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './tabs.module.css'

type TabsProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** `disabled` is the reason why the tab cannot be opened now. */
  tabs: { value: string; label: string; content: ReactNode; disabled?: string }[]
}

/** Tabs by the ARIA pattern: arrow keys, Home and End move; only the open panel is rendered. */
export function Tabs({ label, value, onChange, tabs }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const reason = tabs.find((tab) => tab.disabled)?.disabled
  const open = tabs.find((tab) => tab.value === value) ?? tabs[0]

  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.value === open?.value)
    const next = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const target = tabs.at(next % tabs.length)
    if (!target || target.disabled) return
    onChange(target.value)
    list.current?.querySelector<HTMLElement>(`[data-value="${target.value}"]`)?.focus()
  }

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} tabIndex={-1} className={styles.tabs} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            data-value={tab.value}
            aria-selected={tab === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab === open ? 0 : -1}
            aria-disabled={tab.disabled !== undefined || undefined}
            aria-describedby={tab.disabled === undefined ? undefined : `${id}-reason`}
            onClick={() => tab.disabled === undefined && onChange(tab.value)}
          >
            {tab.disabled !== undefined && <Icon of={Lock} />}
            {tab.label}
          </button>
        ))}
        {reason !== undefined && (
          <p id={`${id}-reason`} className={styles.reason}>
            {reason}
          </p>
        )}
      </div>
      {open && (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.value}`}>
          {open.content}
        </div>
      )}
    </div>
  )
}
