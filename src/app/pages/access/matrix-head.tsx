import type { VirtualItem } from '@tanstack/react-virtual'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import type { MatrixColumn } from '#domain/reach/matrix.ts'
import styles from './matrix.module.css'

type MatrixHeadProps = {
  columns: MatrixColumn[]
  items: VirtualItem[]
  open: ReadonlySet<string>
  /** The column of the cell that Tab leads to, if it is in the head. */
  active: number | null
  onToggle: (family: string) => void
}

/** The names of the columns. A family opens to its products. */
export function MatrixHead({ columns, items, open, active, onToggle }: MatrixHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className={styles.head}>
      <div
        role="columnheader"
        aria-colindex={1}
        className={styles.corner}
        data-cell="0 0"
        tabIndex={active === 0 ? 0 : -1}
      >
        Token
      </div>
      {items.map(({ index, start, size }) => {
        const column = columns[index]
        if (!column) return null
        const { key, label, family } = column
        const cell = { 'data-cell': `0 ${index + 1}`, tabIndex: active === index + 1 ? 0 : -1 }
        return (
          <div
            key={key}
            role="columnheader"
            aria-colindex={index + 2}
            className={styles.column}
            data-product={family !== null || undefined}
            title={label}
            style={{ insetInlineStart: start, width: size }}
            {...(family !== null && cell)}
          >
            {family === null ? (
              <button type="button" aria-expanded={open.has(key)} onClick={() => onToggle(key)} {...cell}>
                <span lang="en">{label}</span>
                <Icon of={open.has(key) ? ChevronLeft : ChevronRight} />
              </button>
            ) : (
              <span lang="en">{label}</span>
            )}
          </div>
        )
      })}
    </div>
  )
}
