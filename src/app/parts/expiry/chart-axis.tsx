import type { CSSProperties } from 'react'
import { grouped } from '#domain/text/plural.ts'
import styles from './chart-axis.module.css'
import type { Scale } from './scale.ts'

/** Lines behind the bars, with their numbers at the left. The bars say theirs in words as well. */
export const ChartAxis = ({ step, top, className = '' }: Scale & { className?: string | undefined }) => (
  <div aria-hidden className={`${styles.axis} ${className}`}>
    {Array.from({ length: top / step + 1 }, (_, line) => (
      <span key={line} style={{ '--at': (line * step) / top } as CSSProperties}>
        {grouped(line * step)}
      </span>
    ))}
  </div>
)
