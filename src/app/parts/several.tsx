import { Fragment, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useIsPrinted } from '#app/ui/use-is-printed.ts'
import styles from './parts.module.css'

type SeveralProps<Item> = {
  items: readonly Item[]
  /** How many are easy to read here. */
  most: number
  children: (item: Item) => ReactNode
}

/** A list within a sentence: the first of many, and the others on demand or on paper. */
export function Several<Item>({ items, most, children }: SeveralProps<Item>) {
  const [isWhole, setIsWhole] = useState(false)
  const firstOfRest = useRef<HTMLSpanElement>(null)
  const isAll = useIsPrinted() || isWhole
  // "And 1 more" would not be shorter.
  const shown = isAll || items.length <= most + 1 ? items : items.slice(0, most)
  const rest = items.length - shown.length
  const showRest = () => {
    flushSync(() => setIsWhole(true))
    firstOfRest.current?.focus()
  }
  return (
    <>
      {shown.map((item, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          {index === most ? (
            <span ref={firstOfRest} tabIndex={-1}>
              {children(item)}
            </span>
          ) : (
            children(item)
          )}
        </Fragment>
      ))}
      {rest > 0 && (
        <>
          {' and '}
          <button type="button" className={styles.more} onClick={showRest}>
            {rest} more
          </button>
        </>
      )}
    </>
  )
}
