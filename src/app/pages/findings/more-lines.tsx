import { Fragment, useState, type ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { grouped } from '#domain/text/plural.ts'
import styles from './findings.module.css'

type MoreLinesProps<Item> = {
  items: readonly Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

const STEP = 25

/** The first lines of many, and a button for the next ones. */
export function MoreLines<Item>({ items, keyOf, children }: MoreLinesProps<Item>) {
  const [most, setMost] = useState(STEP)
  const rest = items.length - most
  return (
    <>
      {items.slice(0, most).map((item) => (
        <Fragment key={keyOf(item)}>{children(item)}</Fragment>
      ))}
      {rest > 0 && (
        <p className={styles.more}>
          <Button size="small" tone="quiet" onClick={() => setMost(most + 4 * STEP)}>
            Show {grouped(Math.min(rest, 4 * STEP))} more
          </Button>{' '}
          <span className="quiet">
            {grouped(most)} of {grouped(items.length)}
          </span>
        </p>
      )}
    </>
  )
}
