import { X } from 'lucide-react'
import { useState } from 'react'
import { closeMenu } from '#app/ui/close-menu.ts'
import { Icon } from '#app/ui/icon.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { readStored, store } from '#app/ui/storage.ts'
import styles from './navigation.module.css'

const KEY = 'token-desk.sandbox-card'

/** For a first visit: what is seen is made up, and how to see one's own. */
export function SandboxCard({ onConnect }: { onConnect: () => void }) {
  const [isOpen, setIsOpen] = useState(() => readStored('localStorage', KEY) === null)
  if (!isOpen) return null
  const close = () => {
    setIsOpen(false)
    // Without storage it is back on the next visit.
    store('localStorage', KEY, 'closed')
  }
  return (
    <section aria-label="Sandbox" className={styles.card}>
      <p>
        <b>You’re in the sandbox</b>
      </p>
      <p className="quiet">Nothing here is real. Try everything; a restart resets it.</p>
      <button
        type="button"
        className={styles.connect}
        onClick={({ currentTarget }) => {
          closeMenu(currentTarget)
          onConnect()
        }}
      >
        Connect your account
      </button>
      <IconButton label="Dismiss" icon={<Icon of={X} />} onClick={close} />
    </section>
  )
}
