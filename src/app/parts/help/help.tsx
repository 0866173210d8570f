import { CircleQuestionMark } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import styles from './help.module.css'
import { helpWords, type Topic } from './help-words.ts'

const HelpText = lazyComponent(() => import('./help-text.tsx'), 'HelpText')

/** A question mark beside a word of a form: says what it means, with a link to Cloudflare's page. */
export function Help({ topic }: { topic: Topic }) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={`Help: ${helpWords[topic]}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => preload(HelpText)}
        onFocus={() => preload(HelpText)}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon of={CircleQuestionMark} />
      </button>
      {isOpen && (
        <Suspense>
          <HelpText topic={topic} anchor={button} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
