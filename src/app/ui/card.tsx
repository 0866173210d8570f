import type { ComponentProps } from 'react'
import styles from './card.module.css'

/** A raised surface. */
export function Card({ className, ...card }: ComponentProps<'div'>) {
  return <div {...card} className={`${styles.card} ${className ?? ''}`} />
}
