import { Menu } from 'lucide-react'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import styles from './app-frame.module.css'

type AppFrameProps = {
  header: ReactNode
  navigation: ReactNode
  /** The page alone, without navigation. */
  isBare?: boolean
  children: ReactNode
}

/** Side bar, top bar and page. On a narrow screen the side bar is a menu of the browser's own kind. */
export function AppFrame({ header, navigation, isBare, children }: AppFrameProps) {
  const id = useId()
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const closeOnFollow = ({ target, currentTarget }: { target: EventTarget; currentTarget: HTMLElement }) => {
    // Not at once: the link would be gone before the router hears of the click, and the browser would load the page.
    if (target instanceof Element && target.closest('a')) setTimeout(() => currentTarget.hidePopover?.())
  }

  // The page outside React: under the open menu it stays where it is, and its scroll bar gives its place to the scrim.
  useEffect(() => {
    if (!isMenuOpen) return
    const { documentElement: root, body } = document
    const room = window.innerWidth - root.clientWidth
    root.style.overflowY = 'hidden'
    body.style.marginRight = `${room}px`
    return () => {
      root.style.overflowY = ''
      body.style.marginRight = ''
    }
  }, [isMenuOpen])

  return (
    <div className={styles.frame} data-bare={isBare || undefined}>
      <a href="#main" className={styles.skip}>
        Skip to content
      </a>
      <aside className={styles.side}>
        <Brand />
        <nav aria-label="Main">{navigation}</nav>
      </aside>
      <header className={styles.top}>
        <button type="button" className={styles.menuButton} popoverTarget={id} aria-label="Menu">
          <Icon of={Menu} />
        </button>
        {header}
      </header>
      {/* A click on a link inside closes it; the popover itself brings Esc and the click outside. */}
      <div
        id={id}
        popover="auto"
        className={styles.menu}
        onClickCapture={closeOnFollow}
        onBeforeToggle={({ newState }) => setIsMenuOpen(newState === 'open')}
      >
        {isMenuOpen && (
          <nav aria-label="Menu">
            <Brand />
            {navigation}
          </nav>
        )}
      </div>
      <main id="main" tabIndex={-1} className={styles.page}>
        {children}
      </main>
    </div>
  )
}

function Brand() {
  return (
    <div className={styles.brand}>
      <Mark />
      <span>Token Desk</span>
    </div>
  )
}
