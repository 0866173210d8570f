import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import styles from './virtual-list.module.css'

type VirtualListProps<Item> = {
  label: string
  items: Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

const LINE_HEIGHT = 44

/** A list that scrolls in its own box: of thousands of lines only those in view are rendered. */
export function VirtualList<Item>({ label, items, keyOf, children }: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
  })
  return (
    <div ref={box} className={styles.box} role="region" aria-label={label} tabIndex={0}>
      <ul className={styles.list} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return (
            item !== undefined && (
              <li
                key={key}
                ref={lines.measureElement}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(item)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
