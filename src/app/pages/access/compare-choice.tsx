import { ChevronsUpDown } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import type { Token } from '#domain/token/token.ts'
import { sideButtonId } from './compare-side.ts'
import type { SideState } from './use-compare-side.ts'
import styles from './compare.module.css'

const CompareMenu = lazyComponent(() => import('./compare-menu.tsx'), 'CompareMenu')
const ComparePaste = lazyComponent(() => import('./compare-paste.tsx'), 'ComparePaste')

type CompareChoiceProps = {
  side: 'a' | 'b'
  state: SideState
  tokens: Token[]
  isPartial: boolean
  onChoose: (address: string) => void
}

const LABELS = { a: 'First token', b: 'Second token' }
const WORDS = { empty: 'Choose a token', loading: 'Loading…', missing: 'Not found', failed: 'Couldn’t be loaded' }

/** A button that names one side of the comparison, and opens the search for another. */
export function CompareChoice({ side, state, tokens, isPartial, onChoose }: CompareChoiceProps) {
  const [open, setOpen] = useState<'menu' | 'paste' | null>(null)
  const words = state.kind === 'ready' ? spelledOut(state.side.name) : WORDS[state.kind]
  return (
    <div className={styles.choice}>
      <span aria-hidden className="quiet">
        {LABELS[side]}
      </span>
      <button
        type="button"
        id={sideButtonId(side)}
        aria-haspopup="dialog"
        aria-label={`${LABELS[side]}: ${words}`}
        className={styles.select}
        data-empty={state.kind !== 'ready' || undefined}
        onPointerEnter={() => preload(CompareMenu)}
        onFocus={() => preload(CompareMenu)}
        onClick={() => setOpen('menu')}
      >
        <span>{words}</span>
        <Icon of={ChevronsUpDown} />
      </button>
      {open && (
        <Suspense>
          {open === 'menu' ? (
            <CompareMenu
              label={LABELS[side]}
              tokens={tokens}
              isPartial={isPartial}
              onChoose={(address) => {
                setOpen(null)
                onChoose(address)
              }}
              onPaste={() => setOpen('paste')}
              onClose={() => setOpen(null)}
            />
          ) : (
            <ComparePaste
              onChoose={(address) => {
                setOpen(null)
                onChoose(address)
              }}
              onClose={() => setOpen(null)}
            />
          )}
        </Suspense>
      )}
    </div>
  )
}
