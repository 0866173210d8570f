import { Fragment, type ReactNode } from 'react'
import { ShowMore } from '#app/parts/show-more.tsx'
import { useShown } from '#app/parts/use-shown.ts'
import styles from './findings.module.css'

type MoreLinesProps<Item> = {
  /** Unique on the page. */
  name: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

const STEP = 25

/** The first lines of many, and a button for the next ones. */
export function MoreLines<Item>({ name, items, keyOf, children }: MoreLinesProps<Item>) {
  const [most, setMost] = useShown(name, STEP)
  return (
    <>
      {items.slice(0, most).map((item) => (
        <Fragment key={keyOf(item)}>{children(item)}</Fragment>
      ))}
      {items.length > STEP && (
        <p className={styles.more}>
          <ShowMore shown={most} total={items.length} step={4 * STEP} onShow={setMost} />
        </p>
      )}
    </>
  )
}
