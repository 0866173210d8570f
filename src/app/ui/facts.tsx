import type { ReactNode } from 'react'
import styles from './facts.module.css'

type FactsProps = { items: { term: string; detail: ReactNode }[] }

/** An aligned list of terms and values. */
export function Facts({ items }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {items.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
